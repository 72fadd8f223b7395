public import Activity
public import Vocabulary

extension Evaluation {
  /// Holds the alerts of one replay against the truth.
  ///
  /// - Parameters:
  ///   - truth: Who groomed whom, when they met, and when the run ended.
  ///   - alerts: Every alert of every detector, in any order; a repeated alert counts again among
  ///     all alerts, and changes no first alert.
  ///   - detectors: Names of all detectors that were replayed, also of those that stayed silent.
  ///   - subjects: The accounts.
  ///   - sightings: What the platform saw of groomers, as far as anybody worked it out.
  ///   - rising: Every score of each suspect that is higher than all before it, of those detectors for
  ///     which somebody worked them out; nil of none.
  /// - Throws: `ScoringError` when the arguments do not belong together.
  /// - Complexity: O(accounts + alerts + detectors · metrics · cases · log cases).
  public init(
    truth: GroundTruth, alerts: [Alert], detectors: [String], subjects: Subjects,
    sightings: Sightings = Sightings(), rising: RisingAlerts? = nil
  ) throws(ScoringError) {
    let census = try Census(truth: truth, subjects: subjects)
    let replay = try Replay(alerts: alerts, detectors: detectors, accounts: subjects.count)
    let names = detectors + [Self.anyDetector]
    let cases = Self.scoredCases(of: truth, replay: replay, knowable: sightings.knowable)
    let tradeOffs = try rising.map { (rising) throws(ScoringError) in
      try Self.tradeOffs(of: rising, among: detectors, truth: truth, census: census)
    }
    self.detectors = names
    self.cases = cases
    scope = census.scope
    metrics = names.indices.flatMap { position in
      let record = DetectorRecord(
        at: position, cases: cases, raised: replay.raised[position], census: census,
        sightings: sightings,
        // Scores of several detectors mean different things.
        tradeOff: position < detectors.count ? tradeOffs?[names[position]] : nil)
      return MetricCatalogue.all.map { metric in
        MetricRow(detector: names[position], metric: metric, measurement: metric.measure(record))
      }
    }
  }

  /// What each detector gives at every price, by name.
  private static func tradeOffs(
    of rising: RisingAlerts, among detectors: [String], truth: GroundTruth, census: Census
  ) throws(ScoringError) -> [String: TradeOff] {
    let byDetector = Dictionary(grouping: rising.alerts, by: \.detector)
    for name in byDetector.keys.sorted() where !rising.detectors.contains(name) {
      throw .unknownDetector(name, known: rising.detectors)
    }
    var tradeOffs: [String: TradeOff] = [:]
    for name in rising.detectors {
      guard detectors.contains(name) else { throw .unknownDetector(name, known: detectors) }
      var tradeOff = TradeOff()
      try tradeOff.add(truth: truth, census: census, alerts: byDetector[name] ?? [])
      tradeOffs[name] = tradeOff
    }
    return tradeOffs
  }

  /// The case table: everyone who met, with the first alert of each detector and of any.
  private static func scoredCases(
    of truth: GroundTruth, replay: Replay, knowable: [AccountID: SimTime]
  ) -> [ScoredCase] {
    truth.cases.compactMap { contact in
      guard let meeting = contact.firstMeeting else { return nil }
      return ScoredCase(
        groomer: contact.groomer, child: contact.child, firstContact: contact.firstContact,
        meeting: meeting, knowable: knowable[contact.groomer],
        firstAlerts: replay.raised.map { $0.first[contact.groomer] })
    }
  }
}

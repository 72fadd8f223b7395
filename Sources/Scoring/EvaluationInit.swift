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
  /// - Throws: `ScoringError` when the arguments do not belong together.
  /// - Complexity: O(accounts + alerts + detectors · metrics · cases · log cases).
  public init(
    truth: GroundTruth, alerts: [Alert], detectors: [String], subjects: Subjects,
    sightings: Sightings = Sightings()
  ) throws(ScoringError) {
    let census = try Census(truth: truth, subjects: subjects)
    let replay = try Replay(alerts: alerts, detectors: detectors, accounts: subjects.count)
    let names = detectors + [Self.anyDetector]
    let cases = Self.scoredCases(of: truth, replay: replay, knowable: sightings.knowable)
    self.detectors = names
    self.cases = cases
    scope = census.scope
    metrics = names.indices.flatMap { position in
      let record = DetectorRecord(
        at: position, cases: cases, raised: replay.raised[position], census: census,
        sightings: sightings)
      return MetricCatalogue.all.map { metric in
        MetricRow(detector: names[position], metric: metric, measurement: metric.measure(record))
      }
    }
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

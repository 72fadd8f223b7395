public import Activity
public import Vocabulary

/// What one detector gives at every price: its scores over several worlds of one scenario.
///
/// Made of alerts that hold, for each suspect, every score higher than all before it: of a rising
/// replay, or of any detector's alerts as they come. A detector with threshold x raises its first
/// alert on a suspect where the score first reaches x, so for whether it does so before a meeting,
/// or on an innocent account at all, the highest score until then is all there is to know.
public struct TradeOff: Sendable {
  /// Highest scores on innocent accounts, one per account alerted on.
  private var innocent: [Double] = []
  /// Highest scores on groomers' accounts, one per account alerted on.
  private var guilty: [Double] = []
  private var meetings: [Meeting] = []
  private var worlds = 0
  private var accounts = 0
  private var groomers = 0
  private var thousandAccountWeeks = 0.0

  /// A first meeting of a groomer and a child.
  private struct Meeting {
    var groomer: ClusteredShare.Person
    /// The highest score on the groomer before it; nil if there was no alert.
    var highest: Double?
  }

  /// Makes a trade-off of no world yet.
  public init() {}

  /// Adds a world.
  ///
  /// - Parameters:
  ///   - truth: who groomed whom there, when they met, and when the run ended.
  ///   - subjects: its accounts.
  ///   - alerts: the detector's alerts, in any order.
  /// - Throws: `ScoringError` when the arguments do not belong together.
  /// - Complexity: O(accounts + cases + alerts).
  public mutating func add(
    truth: GroundTruth, subjects: Subjects, alerts: some Sequence<Alert>
  ) throws(ScoringError) {
    let census = try Census(truth: truth, subjects: subjects)
    var highest: [Double?] = Array(repeating: nil, count: subjects.count)
    var onGroomers: [AccountID: [Alert]] = [:]
    for alert in alerts {
      guard alert.suspect.rawValue < UInt32(subjects.count) else {
        throw .unknownAccount(
          alert.suspect, named: "An alert of '\(alert.detector)'", accounts: subjects.count)
      }
      let index = alert.suspect.index
      highest[index] = max(highest[index] ?? alert.score, alert.score)
      if census.groomers.contains(alert.suspect) {
        onGroomers[alert.suspect, default: []] += [alert]
      }
    }
    for index in highest.indices {
      guard let score = highest[index] else { continue }
      if census.groomers.contains(AccountID(index)) {
        guilty.append(score)
      } else {
        innocent.append(score)
      }
    }
    for contact in truth.cases {
      guard let meeting = contact.firstMeeting else { continue }
      let before = onGroomers[contact.groomer, default: []].filter { $0.time < meeting }
      meetings.append(
        Meeting(
          groomer: ClusteredShare.Person(
            world: worlds, person: subjects.owners[contact.groomer.index]),
          highest: before.map(\.score).max()))
    }
    worlds += 1
    accounts += subjects.count
    groomers += census.scope.groomers
    thousandAccountWeeks += Double(subjects.count) / 1_000 * census.scope.days / 7
  }

  /// What the detector does at the lowest threshold that keeps within a budget.
  ///
  /// - Parameter budget: first alerts on innocent accounts per 1,000 accounts a week, at most.
  /// - Returns: what it does there; nothing at all if no threshold keeps within the budget.
  public func within(budget: Double) -> PricedAlerts {
    let threshold = threshold(within: budget)
    func reaches(_ score: Double?) -> Bool {
      guard let threshold, let score else { return false }
      return score >= threshold
    }
    return PricedAlerts(
      worlds: worlds, accounts: accounts, groomers: groomers, threshold: threshold,
      falseAlarms: innocent.count(where: reaches), groomersAlerted: guilty.count(where: reaches),
      thousandAccountWeeks: thousandAccountWeeks,
      outcomes: meetings.map { reaches($0.highest) }, of: meetings.map(\.groomer))
  }

  /// The lowest score seen from which alerts keep within a budget; nil if there is none.
  private func threshold(within budget: Double) -> Double? {
    // A hair more, so that rounding cannot make 350 out of 1,000 times 0.35 one less.
    let allowed = (budget * thousandAccountWeeks * (1 + 1e-12)).rounded(.down)
    let seen = innocent + guilty + meetings.compactMap(\.highest)
    guard allowed < Double(innocent.count) else { return seen.min() }
    let tooLow = innocent.sorted(by: >)[Int(allowed)]
    return seen.filter { $0 > tooLow }.min()
  }
}

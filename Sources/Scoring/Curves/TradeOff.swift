public import Activity
public import Vocabulary

/// What one detector gives at every price: its scores over several worlds of one scenario.
///
/// Made of alerts that hold, for each suspect, every score higher than all before it: of a rising
/// replay, or of any detector's alerts as they come. A detector with threshold x raises its first
/// alert on a suspect where the score first reaches x, so these scores and their times are all there
/// is to know of its first alerts at any threshold.
///
/// From it follow what the detector does within a budget (`within(budget:)`), the curve of meetings
/// alerted in time against false alarms (`alarmCurve(points:)`), and how well its scores tell
/// accounts apart (`ranking()`).
public struct TradeOff: Sendable {
  /// Highest scores on innocent accounts, one per account alerted on.
  private(set) var innocent: [Double] = []
  /// Highest scores on innocent adults' accounts, one per account alerted on.
  private(set) var innocentAdults: [Double] = []
  /// Highest scores on groomers' accounts, one per account alerted on.
  private(set) var guilty: [Double] = []
  private(set) var meetings: [Meeting] = []
  private(set) var worlds = 0
  private(set) var accounts = 0
  private(set) var groomers = 0
  /// Innocent adults' accounts, alerted on or not.
  private(set) var adults = 0
  /// Persons with several adult accounts, each with the highest score on every one.
  private(set) var persons: [ScoredPerson] = []
  private(set) var thousandAccountWeeks = 0.0

  /// A first meeting of a groomer and a child.
  struct Meeting: Sendable {
    var groomer: ClusteredShare.Person
    var time: SimTime
    /// The scores on the groomer, over the whole run.
    var scores: RisingScores
    /// The highest score on the groomer before the meeting; nil if there was no alert.
    var highest: Double? { scores.highest(before: time) }
  }

  /// Makes a trade-off of no world yet.
  public init() {}

  /// Takes the worlds of several together.
  init(pooling others: [TradeOff]) {
    for other in others { add(other) }
  }

  /// Adds a world.
  ///
  /// - Parameters:
  ///   - truth: who groomed whom there, when they met, and when the run ended.
  ///   - subjects: its accounts.
  ///   - alerts: the detector's alerts, in any order.
  /// - Throws: `ScoringError` when the arguments do not belong together.
  /// - Complexity: O(accounts + cases + alerts · log alerts).
  public mutating func add(
    truth: GroundTruth, subjects: Subjects, alerts: some Sequence<Alert>
  ) throws(ScoringError) {
    try add(truth: truth, census: Census(truth: truth, subjects: subjects), alerts: alerts)
  }

  /// Adds a world whose accounts were counted.
  mutating func add(
    truth: GroundTruth, census: Census, alerts: some Sequence<Alert>
  ) throws(ScoringError) {
    let subjects = census.subjects
    var highest: [Double?] = Array(repeating: nil, count: subjects.count)
    var onGroomers: [AccountID: [RisingScores.Step]] = [:]
    for alert in alerts {
      guard alert.suspect.rawValue < UInt32(subjects.count) else {
        throw .unknownAccount(
          alert.suspect, named: "An alert of '\(alert.detector)'", accounts: subjects.count)
      }
      let index = alert.suspect.index
      highest[index] = max(highest[index] ?? alert.score, alert.score)
      if census.groomers.contains(alert.suspect) {
        onGroomers[alert.suspect, default: []] += [.init(score: alert.score, time: alert.time)]
      }
    }
    for index in highest.indices {
      guard let score = highest[index] else { continue }
      if census.groomers.contains(AccountID(index)) {
        guilty.append(score)
      } else {
        innocent.append(score)
        if subjects.ages[index] >= Subjects.adultAge { innocentAdults.append(score) }
      }
    }
    persons += Self.persons(of: census, highest: highest)
    let rising = onGroomers.mapValues { RisingScores($0) }
    for contact in truth.cases {
      guard let meeting = contact.firstMeeting else { continue }
      meetings.append(
        Meeting(
          groomer: ClusteredShare.Person(
            world: worlds, person: subjects.owners[contact.groomer.index]),
          time: meeting, scores: rising[contact.groomer] ?? RisingScores([])))
    }
    worlds += 1
    accounts += subjects.count
    groomers += census.scope.groomers
    adults += census.scope.innocentAdults
    thousandAccountWeeks += Double(subjects.count) / 1_000 * census.scope.days / 7
  }

  /// Adds the worlds of another, after those that are there.
  mutating func add(_ other: TradeOff) {
    innocent += other.innocent
    innocentAdults += other.innocentAdults
    guilty += other.guilty
    meetings += other.meetings.map { meeting in
      var moved = meeting
      moved.groomer.world += worlds
      return moved
    }
    worlds += other.worlds
    accounts += other.accounts
    groomers += other.groomers
    adults += other.adults
    persons += other.persons
    thousandAccountWeeks += other.thousandAccountWeeks
  }

  /// Persons with several accounts, of groomers and of innocent adults, in the order of their first.
  private static func persons(of census: Census, highest: [Double?]) -> [ScoredPerson] {
    let owners = census.subjects.owners
    var counts = [UInt8](repeating: 0, count: Int(owners.max() ?? 0) + 1)
    for owner in owners where counts[Int(owner)] < 2 { counts[Int(owner)] += 1 }
    var accounts: [UInt32: [Int]] = [:]
    for (index, owner) in owners.enumerated() where counts[Int(owner)] > 1 {
      accounts[owner, default: []].append(index)
    }
    return accounts.values.sorted { $0[0] < $1[0] }.flatMap { accounts in
      [true, false].compactMap { grooms in
        let own = accounts.map { AccountID($0) }.filter {
          census.groomers.contains($0) == grooms && (grooms || census.isInnocentAdult($0))
        }
        return own.count > 1
          ? ScoredPerson(hasLabel: grooms, scores: own.map { highest[$0.index] }) : nil
      }
    }
  }

  /// Every score that a threshold could make a difference at, in no order.
  var seen: [Double] {
    innocent + guilty + meetings.flatMap { $0.scores.steps.map(\.score) }
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

  /// How many first alerts on innocent accounts a budget allows.
  private func allowed(by budget: Double) -> Double {
    // A hair more, so that rounding cannot make 350 out of 1,000 times 0.35 one less.
    (budget * thousandAccountWeeks * (1 + 1e-12)).rounded(.down)
  }

  /// The lowest score seen from which alerts keep within a budget; nil if there is none.
  private func threshold(within budget: Double) -> Double? {
    let allowed = allowed(by: budget)
    guard allowed < Double(innocent.count) else { return seen.min() }
    let tooLow = innocent.sorted(by: >)[Int(allowed)]
    return seen.filter { $0 > tooLow }.min()
  }
}

extension TradeOff {
  /// How well the highest scores tell groomers' accounts from those of innocent adults; accounts
  /// never alerted on rank lowest, tied.
  ///
  /// - Parameter threads: how many threads may work; changes no result.
  /// - Returns: the scores in order, of which ROC and precision-recall can be read.
  /// - Precondition: no score is not a number.
  public func ranking(threads: Int = 1) -> RankedScores {
    RankedScores(
      scores: guilty + innocentAdults,
      labels: Array(repeating: true, count: guilty.count)
        + Array(repeating: false, count: innocentAdults.count),
      unscored: (positives: groomers - guilty.count, negatives: adults - innocentAdults.count),
      persons: persons, threads: threads)
  }
}

extension TradeOff {
  /// The ranking of `ranking(threads:)`, to be drawn again.
  var bootstrap: RankingBootstrap {
    RankingBootstrap(
      scores: guilty + innocentAdults,
      labels: Array(repeating: true, count: guilty.count)
        + Array(repeating: false, count: innocentAdults.count),
      unscored: (positives: groomers - guilty.count, negatives: adults - innocentAdults.count),
      persons: persons)
  }

  /// Of the prices up to one, the part at which each meeting is preceded by an alert.
  ///
  /// - Parameter price: first alerts on innocent accounts per 1,000 accounts a week; above 0.
  /// - Returns: one per meeting, from 0 to 1.
  func partsPreceded(upTo price: Double) -> [Double] {
    let alarms = innocent.sorted(by: >)
    return meetings.map { meeting in
      guard let score = meeting.highest else { return 0 }
      // Innocent accounts that a threshold of this score alerts on.
      var (low, high) = (0, alarms.count)
      while low < high {
        let middle = (low + high) / 2
        if alarms[middle] >= score { low = middle + 1 } else { high = middle }
      }
      return max(0, 1 - Double(low) / thousandAccountWeeks / price)
    }
  }
}

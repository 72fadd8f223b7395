import Vocabulary

/// What one detector does in the worlds of one scenario at a threshold chosen by its price.
///
/// The threshold is chosen with the truth known, on the same worlds: the best that any choice could
/// give at that price, for every detector alike.
public struct PricedAlerts: Sendable {
  /// How many worlds there were.
  public let worlds: Int
  /// Their accounts.
  public let accounts: Int
  /// Their accounts of groomers.
  public let groomers: Int
  /// The score from which there is an alert; nil if none at all keeps within the budget.
  public let threshold: Double?
  /// Innocent accounts alerted on.
  public let falseAlarms: Int
  /// Innocent accounts alerted on for the first time, per 1,000 accounts a week.
  public let falseAlarmRate: Double
  /// Accounts of groomers alerted on, at any time.
  public let groomersAlerted: Int
  /// First meetings of a groomer and a child.
  public let meetings: Int
  /// Those with an alert on the groomer at some time before.
  public let preceded: Int
  /// The share of meetings preceded by an alert, with a 95 % interval; nil without a meeting.
  ///
  /// The interval is Wilson's on an effective number of meetings, as meetings of one groomer, and
  /// those in one world, have things in common: the smaller of what clusters of groomers and clusters
  /// of worlds leave. It holds what it promises in 90 to 97 of 100 suites of three or five worlds
  /// (`Documentation/Experiments/stress_intervals.py`). That the threshold was chosen on the same
  /// worlds is not in it.
  public let share: Estimate?
  private let tallies: [Groomer: Tally]

  /// A person who grooms in one of the worlds.
  struct Groomer: Hashable, Comparable {
    var world: Int
    var person: UInt32

    static func < (a: Groomer, b: Groomer) -> Bool {
      (a.world, a.person) < (b.world, b.person)
    }
  }

  /// A value with a 95 % interval.
  public struct Estimate: Sendable, Equatable, Codable {
    /// The value.
    public var value: Double
    /// The lower end of the interval.
    public var low: Double
    /// The upper end of the interval.
    public var high: Double
  }

  private struct Tally {
    var preceded = 0.0
    var meetings = 0.0
  }

  init(
    worlds: Int, accounts: Int, groomers: Int, threshold: Double?, falseAlarms: Int,
    groomersAlerted: Int, thousandAccountWeeks: Double, outcomes: [Bool], of clusters: [Groomer]
  ) {
    self.worlds = worlds
    self.accounts = accounts
    self.groomers = groomers
    self.threshold = threshold
    self.falseAlarms = falseAlarms
    falseAlarmRate = thousandAccountWeeks > 0 ? Double(falseAlarms) / thousandAccountWeeks : 0
    self.groomersAlerted = groomersAlerted
    meetings = outcomes.count
    preceded = outcomes.count(where: \.self)
    share = Self.share(outcomes, of: clusters, worlds: worlds)
    var tallies: [Groomer: Tally] = [:]
    for (outcome, groomer) in zip(outcomes, clusters) {
      tallies[groomer, default: Tally()].preceded += outcome ? 1 : 0
      tallies[groomer, default: Tally()].meetings += 1
    }
    self.tallies = tallies
  }

  private static func share(
    _ outcomes: [Bool], of groomers: [Groomer], worlds: Int
  ) -> Estimate? {
    let byGroomer = ClusteredTrials(outcomes: outcomes, clusters: groomers)
    guard byGroomer.total > 0 else { return nil }
    let share = Double(byGroomer.count) / Double(byGroomer.total)
    var trials = byGroomer.effectiveTotal
    // Where every outcome is the same, worlds cannot be seen to differ.
    if worlds > 1, share > 0, share < 1 {
      let byWorld = ClusteredTrials(outcomes: outcomes, clusters: groomers.map(\.world))
      trials = min(trials, byWorld.effectiveTotal)
    }
    let interval = Interval.wilson(share: share, trials: trials)
    return Estimate(value: share, low: interval.low, high: interval.high)
  }

  /// How much smaller the share of meetings preceded is than in a reference, with a 95 % interval.
  ///
  /// The interval is made of those of both shares and of how far the two scenarios are right about
  /// the same groomers (the same seed gives both the same people): method 10 of Newcombe 1998,
  /// Statistics in Medicine 17, 2635-2650, without its continuity correction (MEMORY; derived as
  /// MOVER by Zou and Donner 2008). It holds what it promises in 92 to 97 of 100 suites
  /// (`Documentation/Experiments/stress_intervals.py`). Nil where either has no meeting.
  public func loss(against reference: PricedAlerts) -> Estimate? {
    guard let share, let before = reference.share else { return nil }
    let together = correlation(with: reference)
    func reach(_ a: Double, _ b: Double) -> Double {
      max(0, a * a - 2 * together * a * b + b * b).squareRoot()
    }
    let loss = before.value - share.value
    return Estimate(
      value: loss,
      low: loss - reach(before.value - before.low, share.high - share.value),
      high: loss + reach(before.high - before.value, share.value - share.low))
  }

  /// How far what is above and below average agrees, groomer by groomer; 0 where nothing differs.
  private func correlation(with other: PricedAlerts) -> Double {
    // In order, because a sum of floating-point numbers depends on it.
    let groomers = Set(tallies.keys).union(other.tallies.keys).sorted()
    var (products, squares, otherSquares) = (0.0, 0.0, 0.0)
    for groomer in groomers {
      let (a, b) = (residual(of: groomer), other.residual(of: groomer))
      products += a * b
      squares += a * a
      otherSquares += b * b
    }
    guard squares > 0, otherSquares > 0 else { return 0 }
    return products / (squares * otherSquares).squareRoot()
  }

  private func residual(of groomer: Groomer) -> Double {
    guard let tally = tallies[groomer], let share else { return 0 }
    return tally.preceded - share.value * tally.meetings
  }
}

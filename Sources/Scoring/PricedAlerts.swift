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
  private let clustered: ClusteredShare

  init(
    worlds: Int, accounts: Int, groomers: Int, threshold: Double?, falseAlarms: Int,
    groomersAlerted: Int, thousandAccountWeeks: Double, outcomes: [Bool],
    of clusters: [ClusteredShare.Person]
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
    clustered = ClusteredShare(outcomes: outcomes, of: clusters, worlds: worlds)
    share = clustered.estimate
  }

  /// How much smaller the share of meetings preceded is than in a reference, with a 95 % interval.
  ///
  /// Paired by groomer, as the same seed gives both the same people (`ClusteredShare.difference`). It
  /// holds what it promises in 92 to 97 of 100 suites (`Documentation/Experiments/stress_intervals.py`).
  /// Nil where either has no meeting.
  public func loss(against reference: PricedAlerts) -> Estimate? {
    reference.clustered.difference(from: clustered)
  }
}

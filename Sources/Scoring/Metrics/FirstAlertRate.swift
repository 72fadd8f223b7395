extension Metric {
  /// Accounts alerted on for the first time, per 1,000 accounts a week: new work for moderators.
  ///
  /// 1,000 · 7 · (accounts alerted) / (accounts · days). The interval is Wilson's for the share of
  /// accounts alerted, on the same scale.
  public static let firstAlertRate = Metric(
    name: "first-alerts-per-1000-weekly", unit: "accounts per 1,000 accounts a week",
    direction: .lower,
    summary: "Accounts alerted on for the first time, per 1,000 accounts a week."
  ) { record in
    let share = Measurement.share(record.accountsAlerted, of: record.scope.accounts)
    let perShare = 1_000 * 7 / record.scope.days
    return Measurement(
      value: share.value.map { $0 * perShare },
      interval: share.interval.map { Interval(low: $0.low * perShare, high: $0.high * perShare) },
      count: record.accountsAlerted)
  }
}

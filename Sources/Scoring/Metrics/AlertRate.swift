extension Metric {
  /// All alerts, repeats on one account included, per 1,000 accounts a week.
  ///
  /// 1,000 · 7 · (alerts) / (accounts · days). Without an interval: repeated alerts on one account
  /// are anything but independent.
  public static let alertRate = Metric(
    name: "alerts-per-1000-weekly", unit: "alerts per 1,000 accounts a week", direction: .lower,
    summary: "All alerts, repeats included, per 1,000 accounts a week."
  ) { record in
    guard record.scope.accounts > 0 else { return Measurement(count: record.alerts) }
    return Measurement(
      value: Double(record.alerts) / record.thousandAccountWeeks, count: record.alerts)
  }
}

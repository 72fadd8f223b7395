extension Metric {
  /// The share of alerts that are on accounts alerted on before: what a platform that looks at an
  /// account once is spared.
  ///
  /// (alerts − accounts alerted on) / alerts. Without an interval: repeats on one account are
  /// anything but independent. Undefined without an alert.
  public static let repeatedAlerts = Metric(
    name: "repeated-alerts", unit: "share", direction: .neither,
    summary: "Alerts on accounts that were alerted on before."
  ) { record in
    let repeated = record.alerts - record.accountsAlerted
    return Measurement(
      value: record.alerts > 0 ? Double(repeated) / Double(record.alerts) : nil, count: repeated,
      total: record.alerts)
  }

  /// All alerts on innocent adults, repeats included, per 1,000 of them a week.
  ///
  /// 1,000 · 7 · (alerts on innocent adults' accounts) / (innocent adults' accounts · days). Without
  /// an interval, as `alertRate`. Undefined without such an account.
  public static let falseAlertRate = Metric(
    name: "false-alerts-per-1000-innocent-adults-weekly",
    unit: "alerts per 1,000 innocent adults a week", direction: .lower,
    summary: "All alerts on innocent adults, repeats included, per 1,000 of them a week."
  ) { record in
    let weeks = Double(record.scope.innocentAdults) / 1_000 * record.scope.days / 7
    return Measurement(
      value: weeks > 0 ? Double(record.alertsOnInnocentAdults) / weeks : nil,
      count: record.alertsOnInnocentAdults)
  }
}

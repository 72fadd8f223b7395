extension Metric {
  /// How many distinct accounts were alerted on in the run.
  public static let accountsAlerted = Metric(
    name: "accounts-alerted", unit: "accounts", direction: .lower,
    summary: "Distinct accounts alerted on."
  ) { record in
    .count(record.accountsAlerted)
  }
}

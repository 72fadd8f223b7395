extension Metric {
  /// The share of accounts alerted on that are groomers', in this enriched world.
  ///
  /// Distinct groomers alerted / distinct accounts alerted, children's accounts included, with the
  /// Wilson interval. Undefined if nobody was alerted on. Groomers are far more common here than in
  /// life: `precision(at:)` is the figure to quote.
  public static let precision = Metric(
    name: "precision", unit: "share", direction: .higher,
    summary: "Accounts alerted on that are groomers', in this enriched world."
  ) { record in
    .share(record.groomersAlerted, of: record.accountsAlerted)
  }
}

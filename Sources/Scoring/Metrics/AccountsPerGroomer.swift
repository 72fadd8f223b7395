extension Metric {
  /// How many adult accounts alerted on must be examined to find one groomer: 1 / precision.
  ///
  /// NNE = 1 / PPV, with the ends of its interval inverted; absent if no groomer was alerted on.
  public static func accountsPerGroomer(at prevalence: Prevalence) -> Metric {
    Metric(
      name: "accounts-per-groomer-at-\(prevalence.name)", unit: "accounts", direction: .lower,
      summary: "Adult accounts to examine for one groomer found, at \(prevalence.name)."
    ) { record in
      let precision = record.precision(at: prevalence)
      return Measurement(
        value: precision.value.map { 1 / $0 },
        interval: precision.interval.map { Interval(low: 1 / $0.high, high: 1 / $0.low) })
    }
  }
}

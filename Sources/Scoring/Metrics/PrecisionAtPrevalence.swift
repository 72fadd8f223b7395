extension Metric {
  /// The share of adult accounts alerted on that would be groomers', at another prevalence.
  ///
  /// PPV = TPR·π / (TPR·π + FPR·(1−π)) with TPR = groomers alerted / groomers, FPR = innocent adult
  /// accounts alerted / innocent adult accounts and π groomers per adult account (Bayes' rule).
  /// Children's accounts are left out: `falseAlarms(among:)` counts those. The interval pairs the
  /// far ends of the Wilson intervals of TPR and FPR, so it is wider than 95 % needs; with no
  /// false alarm seen its lower end is what there is to read. Undefined if nobody was alerted on.
  public static func precision(at prevalence: Prevalence) -> Metric {
    Metric(
      name: "precision-at-\(prevalence.name)", unit: "share", direction: .higher,
      summary: "Adult accounts alerted on that would be groomers', at \(prevalence.name)."
    ) { record in
      precision(of: record, at: prevalence)
    }
  }

  /// How many adult accounts alerted on must be examined to find one groomer: 1 / precision.
  ///
  /// NNE = 1 / PPV, with the ends of its interval inverted; absent if no groomer was alerted on.
  public static func accountsPerGroomer(at prevalence: Prevalence) -> Metric {
    Metric(
      name: "accounts-per-groomer-at-\(prevalence.name)", unit: "accounts", direction: .lower,
      summary: "Adult accounts to examine for one groomer found, at \(prevalence.name)."
    ) { record in
      let precision = precision(of: record, at: prevalence)
      return Measurement(
        value: precision.value.map { 1 / $0 },
        interval: precision.interval.map { Interval(low: 1 / $0.high, high: 1 / $0.low) })
    }
  }

  private static func precision(
    of record: DetectorRecord, at prevalence: Prevalence
  ) -> Measurement {
    let scope = record.census.scope
    let hits = Measurement.share(record.groomersAlerted, of: scope.groomers)
    let falseAlarms = Measurement.share(record.innocentAdultsAlerted, of: scope.innocentAdults)
    guard let share = prevalence.share(in: scope),
      let hitRate = hits.value, let hitRange = hits.interval,
      let falseRate = falseAlarms.value, let falseRange = falseAlarms.interval,
      hitRate + falseRate > 0
    else { return Measurement() }
    return Measurement(
      value: bayes(hitRate, falseRate, share),
      interval: Interval(
        low: bayes(hitRange.low, falseRange.high, share),
        high: bayes(hitRange.high, falseRange.low, share)))
  }

  /// Bayes' rule; at least one of the rates times its share is above 0.
  private static func bayes(_ hitRate: Double, _ falseRate: Double, _ share: Double) -> Double {
    let found = hitRate * share
    return found / (found + falseRate * (1 - share))
  }
}

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
      record.precision(at: prevalence)
    }
  }
}

extension DetectorRecord {
  /// What would be found among adult accounts alerted on, at another prevalence.
  func precision(at prevalence: Prevalence) -> Measurement {
    let hits = Measurement.share(groomersAlerted, of: scope.groomers)
    let falseAlarms = Measurement.share(innocentAdultsAlerted, of: scope.innocentAdults)
    guard let share = prevalence.share(in: scope),
      let hitRate = hits.value, let hitRange = hits.interval,
      let falseRate = falseAlarms.value, let falseRange = falseAlarms.interval,
      hitRate + falseRate > 0
    else { return Measurement() }
    return Measurement(
      value: Self.bayes(hitRate, falseRate, share),
      interval: Interval(
        low: Self.bayes(hitRange.low, falseRange.high, share),
        high: Self.bayes(hitRange.high, falseRange.low, share)))
  }

  /// Bayes' rule; at least one of the rates times its share is above 0.
  private static func bayes(_ hitRate: Double, _ falseRate: Double, _ share: Double) -> Double {
    let found = hitRate * share
    return found / (found + falseRate * (1 - share))
  }
}

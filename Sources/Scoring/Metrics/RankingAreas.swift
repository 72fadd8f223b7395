extension Metric {
  /// How well the detector's scores tell groomers' accounts from those of innocent adults: the area
  /// under the ROC curve.
  ///
  /// The probability that a groomer's highest score is above an innocent adult's, ties by half; accounts never
  /// alerted on rank lowest, tied (`RankedScores.areaEstimate`). Absent without rising alerts.
  public static let rocArea = Metric(
    name: "roc-area", unit: "share", direction: .higher,
    summary: "Chance that a groomer's highest score is above an innocent adult's, ties by half."
  ) { record in
    guard let estimate = record.tradeOff?.ranking().areaEstimate else { return Measurement() }
    return Measurement(estimate)
  }

  /// The mean precision over recall of the detector's scores, in this enriched world: the area under the
  /// precision-recall curve, step by step.
  ///
  /// Over adult accounts, as scikit-learn's `average_precision_score` has it
  /// (`RankedScores.averagePrecision`). The interval is a percentile bootstrap over persons, with
  /// all accounts of one together. Absent without rising alerts, or a groomer.
  public static let averagePrecision = Metric(
    name: "average-precision", unit: "share", direction: .higher,
    summary: "Mean precision over recall of the scores on adult accounts, in this enriched world."
  ) { record in
    guard let tradeOff = record.tradeOff, let value = tradeOff.ranking().averagePrecision
    else { return Measurement() }
    let drawn = Quantiles(
      tradeOff.bootstrap.draws(draws, seed: 0).compactMap(\.averagePrecision))
    guard let low = drawn[0.025], let high = drawn[0.975] else { return Measurement(value: value) }
    return Measurement(
      value: value, interval: Interval(low: min(low, value), high: max(high, value)))
  }

  /// How often accounts are drawn again for the interval of the average precision: our choice, so
  /// that ten draws lie beyond either end.
  private static let draws = 400
}

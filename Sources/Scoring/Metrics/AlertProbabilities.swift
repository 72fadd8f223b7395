import Vocabulary

extension Metric {
  /// How far the probabilities of first alerts are from the truth: the mean squared distance.
  ///
  /// Of the first alert on each account, children's included, (p − 1)² for a groomer's and p² for any other
  /// (`AlertClaim` says why the first). The interval is that of `ClusteredMean`, by person. It depends on
  /// how many of those alerted on are groomers', so between detectors with other alerts compare
  /// `alertMiscalibration`. Absent where alerts state no probability.
  public static let alertBrier = Metric(
    name: "alert-brier", unit: "score", direction: .lower,
    summary: "Mean squared distance of the probabilities stated by first alerts from the truth."
  ) { record in
    guard
      let mean = record.claims?.mean({ claim in
        let distance = claim.probability - (claim.isTrue ? 1 : 0)
        return distance * distance
      })
    else { return Measurement() }
    return Measurement(
      value: mean.mean,
      interval: mean.interval.map { Interval(low: max(0, $0.low), high: min(1, $0.high)) })
  }

  /// How much the probabilities of first alerts promise too much: their mean, less the share of the
  /// accounts that are groomers'.
  ///
  /// Above 0 they overclaim, below 0 they are too modest. It holds for this world: where groomers are
  /// rarer than in those that a model was trained on, true probabilities of there overclaim here. The
  /// interval is that of `ClusteredMean`, by person. Absent where alerts state no probability.
  public static let alertOverclaim = Metric(
    name: "alert-overclaim", unit: "probability", direction: .neither,
    summary: "Mean probability stated by first alerts, less the share that were groomers'."
  ) { record in
    guard let mean = record.claims?.mean({ $0.probability - ($0.isTrue ? 1 : 0) })
    else { return Measurement() }
    return Measurement(value: mean.mean, interval: mean.interval)
  }

  /// How untrue the probabilities of first alerts are: `BrierScore.miscalibration`.
  ///
  /// Without an interval: it is above 0 by chance too, which `AlertCalibration.chance` has the measure of.
  /// Absent where alerts state no probability.
  public static let alertMiscalibration = Metric(
    name: "alert-miscalibration", unit: "score", direction: .lower,
    summary:
      "How much of the distance goes if each probability is replaced by the share found there."
  ) { record in
    Measurement(value: record.claims?.brier?.miscalibration)
  }

  /// How far the probabilities of first alerts tell groomers' accounts apart: `BrierScore.discrimination`.
  ///
  /// Without an interval, as it too is above 0 by chance. Absent where alerts state no probability.
  public static let alertDiscrimination = Metric(
    name: "alert-discrimination", unit: "score", direction: .higher,
    summary:
      "How much lower the distance is, so corrected, than with one probability for everybody."
  ) { record in
    Measurement(value: record.claims?.brier?.discrimination)
  }
}

public import Detection

extension Model.Calibration {
  /// Fits the line through scores whose probabilities meet the labels best.
  ///
  /// As Platt (1999) has it: the targets are (n₊ + 1) / (n₊ + 2) and 1 / (n₋ + 2) in place of 1 and 0,
  /// which keeps the line finite where scores separate the labels.
  ///
  /// - Parameters:
  ///   - scores: one per row, not of rows that the scores were learnt from.
  ///   - labels: what is true of each row.
  ///   - weights: how many rows each stands for.
  public init(scores: [Double], labels: [Bool], weights: [Double]) {
    var positives = 0.0
    var negatives = 0.0
    for (label, weight) in zip(labels, weights) {
      if label { positives += weight } else { negatives += weight }
    }
    let (high, low) = ((positives + 1) / (positives + 2), 1 / (negatives + 2))
    let coefficients = NewtonLogistic(
      width: 2, columns: scores.flatMap { [$0, 1] }, targets: labels.map { $0 ? high : low },
      weights: weights, penalty: 0, threads: 1
    ).fit()
    // Scores that run against the labels must not turn the order round.
    self.init(slope: max(coefficients[0], 1e-6), intercept: coefficients[1])
  }
}

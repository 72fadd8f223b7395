public import Detection
import RealModule

extension Model.Calibration {
  /// Fits the line through scores whose probabilities meet the labels best.
  ///
  /// As Platt (1999) has it: the targets are (n₊ + 1) / (n₊ + 2) and 1 / (n₋ + 2) in place of 1 and 0,
  /// which keeps the line finite where scores separate the labels. Where scores say nothing, or run
  /// against the labels, the line is all but flat and gives everybody the share of the label: the
  /// order of scores is never turned round.
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
    if let lowest = scores.min(), let highest = scores.max(), lowest < highest {
      let coefficients = NewtonLogistic(
        width: 2, columns: scores.flatMap { [$0, 1] },
        targets: labels.map { $0 ? high : low }, weights: weights, penalty: 0, threads: 1
      ).fit()
      if coefficients[0] >= Self.leastSlope, coefficients.allSatisfy(\.isFinite) {
        self.init(slope: coefficients[0], intercept: coefficients[1])
        return
      }
    }
    // The share of the label, at the mean score; where nobody or everybody has it, of the targets.
    let total = positives + negatives
    let share =
      positives > 0 && negatives > 0
      ? positives / total : (positives * high + negatives * low) / total
    let mean = zip(scores, weights).reduce(0) { $0 + $1.0 * $1.1 } / total
    self.init(
      slope: Self.leastSlope,
      intercept: Double.log(share / (1 - share)) - Self.leastSlope * mean)
  }

  /// So flat that it says nothing, and keeps the order of scores.
  private static let leastSlope = 1e-6
}

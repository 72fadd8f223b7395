public import Detection
import RealModule

/// Fits a logistic regression to standardised logarithms of features.
public struct LogisticRegression: Sendable {
  /// How much large weights cost: half of it for each squared weight, once for all rows.
  public var penalty: Double

  /// Makes a method.
  ///
  /// - Parameter penalty: the cost of large weights; 1 is our choice, little beside thousands of
  ///   rows, and enough to keep features that always go together apart.
  public init(penalty: Double = 1) { self.penalty = penalty }

  /// Fits the sum that tells labels apart best.
  ///
  /// - Parameters:
  ///   - rows: what to learn from.
  ///   - threads: how many threads may work; changes nothing.
  /// - Returns: the sum.
  public func fit(_ rows: LabelledRows, threads: Int) -> LogisticSum {
    let width = rows.width
    let (means, deviations) = Self.moments(of: rows)
    var columns: [Double] = []
    columns.reserveCapacity(rows.count * (width + 1))
    for index in 0..<rows.count {
      for (position, value) in rows.row(index).enumerated() {
        columns.append((LogisticSum.entering(value) - means[position]) / deviations[position])
      }
      columns.append(1)
    }
    let coefficients = NewtonLogistic(
      width: width + 1, columns: columns, targets: rows.labels.map { $0 ? 1 : 0 },
      weights: rows.weights, penalty: penalty, threads: threads
    ).fit()
    return LogisticSum(
      intercept: coefficients[width], weights: Array(coefficients[..<width]), means: means,
      deviations: deviations)
  }

  /// The weighted mean and standard deviation of each logarithm; a deviation of 0 becomes 1.
  private static func moments(of rows: LabelledRows) -> (means: [Double], deviations: [Double]) {
    let total = rows.weights.reduce(0, +)
    var means = [Double](repeating: 0, count: rows.width)
    for index in 0..<rows.count {
      for (position, value) in rows.row(index).enumerated() {
        means[position] += rows.weights[index] * LogisticSum.entering(value)
      }
    }
    means = means.map { $0 / total }
    var squares = [Double](repeating: 0, count: rows.width)
    for index in 0..<rows.count {
      for (position, value) in rows.row(index).enumerated() {
        let distance = LogisticSum.entering(value) - means[position]
        squares[position] += rows.weights[index] * distance * distance
      }
    }
    return (
      means,
      squares.map { square in
        let deviation = (square / total).squareRoot()
        return deviation > 1e-12 ? deviation : 1
      }
    )
  }
}

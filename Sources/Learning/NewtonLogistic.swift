import Detection
import Parallelism
import RealModule

/// Fits a logistic regression by Newton's method (iteratively reweighted least squares).
///
/// It minimises the weighted sum of -t ln p - (1 - t) ln(1 - p) plus half the penalty times the sum of
/// squared coefficients but the last, which is the constant. Steps are halved until they help.
/// (McCullagh and Nelder 1989, "Generalized linear models", section 2.5.)
struct NewtonLogistic {
  /// Columns per row; the last should be 1 throughout.
  let width: Int
  /// The columns, row after row.
  let columns: [Double]
  /// What is to be met, from 0 to 1: one per row.
  let targets: [Double]
  /// How many rows a row stands for.
  let weights: [Double]
  /// How much large coefficients cost.
  let penalty: Double
  let threads: Int

  /// Rows that one thread takes at a time; fixed, so that sums do not depend on threads.
  private static let blockRows = 4_096
  private static let mostSteps = 100

  private struct Sums: Sendable {
    var loss = 0.0
    var gradient: [Double]
    var curvature: [Double]
  }

  /// The coefficients, one per column.
  func fit() -> [Double] {
    var coefficients = [Double](repeating: 0, count: width)
    var sums = sums(at: coefficients)
    for _ in 0..<Self.mostSteps {
      guard let step = solve(sums.curvature, sums.gradient) else { break }
      let slope = zip(step, sums.gradient).reduce(0) { $0 + $1.0 * $1.1 }
      var size = 1.0
      var next = sums
      var candidate = coefficients
      repeat {
        candidate = zip(coefficients, step).map { $0 - size * $1 }
        next = self.sums(at: candidate)
        size /= 2
      } while next.loss > sums.loss && size > 1e-10
      guard next.loss <= sums.loss else { break }
      (coefficients, sums) = (candidate, next)
      // Half of it is what a quadratic would still gain.
      if slope < 1e-12 * (1 + abs(sums.loss)) { break }
    }
    return coefficients
  }

  private func sums(at coefficients: [Double]) -> Sums {
    let blocks = (targets.count + Self.blockRows - 1) / Self.blockRows
    let parts = parallelMap(count: blocks, threads: threads) { block in
      part(block * Self.blockRows..<min((block + 1) * Self.blockRows, targets.count), coefficients)
    }
    var total = Sums(
      gradient: [Double](repeating: 0, count: width),
      curvature: [Double](repeating: 0, count: width * width))
    for part in parts {
      total.loss += part.loss
      for index in 0..<width { total.gradient[index] += part.gradient[index] }
      for index in 0..<width * width { total.curvature[index] += part.curvature[index] }
    }
    for index in 0..<width - 1 {
      total.loss += penalty / 2 * coefficients[index] * coefficients[index]
      total.gradient[index] += penalty * coefficients[index]
      total.curvature[index * width + index] += penalty
    }
    return total
  }

  private func part(_ rows: Range<Int>, _ coefficients: [Double]) -> Sums {
    var loss = 0.0
    var gradient = [Double](repeating: 0, count: width)
    var curvature = [Double](repeating: 0, count: width * width)
    for row in rows {
      let start = row * width
      var logOdds = 0.0
      for index in 0..<width { logOdds += columns[start + index] * coefficients[index] }
      let probability = Logistic.probability(logOdds)
      let weight = weights[row]
      loss += weight * (softplus(logOdds) - targets[row] * logOdds)
      let residual = weight * (probability - targets[row])
      let spread = weight * probability * (1 - probability)
      for index in 0..<width {
        let value = columns[start + index]
        guard value != 0 else { continue }
        gradient[index] += residual * value
        let scaled = spread * value
        for other in 0...index {
          curvature[index * width + other] += scaled * columns[start + other]
        }
      }
    }
    return Sums(loss: loss, gradient: gradient, curvature: curvature)
  }
}

/// ln(1 + exp(x)) without overflow.
func softplus(_ value: Double) -> Double {
  max(value, 0) + Double.log(onePlus: Double.exp(-abs(value)))
}

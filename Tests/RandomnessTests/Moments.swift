/// The mean, the variance and the excess kurtosis of a distribution.
struct Moments: Sendable {
  let mean: Double
  let variance: Double
  /// The fourth central moment over the squared variance, less 3.
  let excessKurtosis: Double

  init(mean: Double, variance: Double, excessKurtosis: Double) {
    self.mean = mean
    self.variance = variance
    self.excessKurtosis = excessKurtosis
  }

  /// The moments of a distribution over whole numbers, by summation.
  init(from first: Int, probabilities: [Double]) {
    let values = probabilities.indices.map { Double($0 + first) }
    func expectation(_ function: (Double) -> Double) -> Double {
      zip(values, probabilities).reduce(0) { $0 + function($1.0) * $1.1 }
    }
    let mean = expectation { $0 }
    let variance = expectation { ($0 - mean) * ($0 - mean) }
    let fourth = expectation { ($0 - mean) * ($0 - mean) * ($0 - mean) * ($0 - mean) }
    self.init(mean: mean, variance: variance, excessKurtosis: fourth / (variance * variance) - 3)
  }

  /// The standard error of the mean of n draws: √(σ² / n).
  func standardErrorOfMean(_ count: Int) -> Double {
    (variance / Double(count)).squareRoot()
  }

  /// The standard error of the variance of n draws: √((μ₄ - σ⁴) / n), where μ₄ is the fourth
  /// central moment, so that μ₄ / σ⁴ - 1 is the excess kurtosis plus 2.
  func standardErrorOfVariance(_ count: Int) -> Double {
    variance * ((excessKurtosis + 2) / Double(count)).squareRoot()
  }
}

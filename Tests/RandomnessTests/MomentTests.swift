import Foundation
import Testing

@testable import Randomness

@Suite("Moments of every distribution")
struct MomentTests {
  /// The weights 0, 5, 1, 0, 2.5, 1.5 as probabilities.
  static let shares = [0, 0.5, 0.1, 0, 0.25, 0.15]

  /// The probabilities of the Zipf distribution over the ranks 1...50 with exponent 1.3.
  static let zipf: [Double] = {
    let weights = (1...50).map { pow(Double($0), -1.3) }
    return weights.map { $0 / weights.reduce(0, +) }
  }()

  /// Half N(0, 1), half N(4, 1): mean 2, variance 1 + 2² = 5, fourth central moment
  /// 3 + 6 × 2² + 2⁴ = 43.
  static let mixture = Moments(mean: 2, variance: 5, excessKurtosis: 43.0 / 25 - 3)

  static let catalogue: [DistributionCase] =
    [
      DistributionCase(
        Uniform(-2..<6), Moments(mean: 2, variance: 64.0 / 12, excessKurtosis: -1.2)),
      DistributionCase(
        Exponential(rate: 0.25), Moments(mean: 4, variance: 16, excessKurtosis: 6)),
      DistributionCase(
        Normal(mean: -3, standardDeviation: 2), Moments(mean: -3, variance: 4, excessKurtosis: 0)),
      DistributionCase(LogNormal(mu: 1, sigma: 0.5), logNormal(mu: 1, sigma: 0.5)),
      DistributionCase(LogNormal(median: 3, sigma: 0.4), logNormal(mu: log(3), sigma: 0.4)),
      DistributionCase(
        Mixture(firstShare: 0.5, Normal(), Normal(mean: 4)), mixture),
      DistributionCase(
        Categorical(weights: [0, 5, 1, 0, 2.5, 1.5]), Moments(from: 0, probabilities: shares)),
      DistributionCase(Zipf(count: 50, exponent: 1.3), Moments(from: 1, probabilities: zipf)),
      DistributionCase(Zipf(count: 1, exponent: 1), constant(1)),
      DistributionCase(Geometric(probability: 1), constant(0)),
      DistributionCase(
        Geometric(probability: 0.3),
        Moments(mean: 7.0 / 3, variance: 0.7 / 0.09, excessKurtosis: 6 + 0.09 / 0.7)),
    ]
    + [0.05, 0.5, 1, 2.5, 400].map { shape in
      DistributionCase(
        Gamma(shape: shape, scale: 3),
        Moments(mean: 3 * shape, variance: 9 * shape, excessKurtosis: 6 / shape))
    }
    + [(2, 3), (0.3, 0.6), (1, 1), (50, 0.5)].map { a, b in
      DistributionCase(Beta(alpha: a, beta: b), beta(a, b))
    }
    + [0, 1e-3, 0.2, 3, 9.99, 10, 80, 1e4, 1e9, 1e12].map { mean in
      DistributionCase(
        Poisson(mean: mean),
        mean == 0 ? constant(0) : Moments(mean: mean, variance: mean, excessKurtosis: 1 / mean))
    }
    + [
      (0, 0.5), (7, 0), (7, 1), (1, 0.3), (20, 0.3), (20, 0.7), (20, 0.5), (400, 0.35), (400, 0.99),
      (1_000_000_000_000, 1e-12), (1_000_000_000_000, 0.25),
    ].map { trials, probability in
      DistributionCase(
        Binomial(trials: trials, probability: probability), binomial(Double(trials), probability))
    }

  static func constant(_ value: Double) -> Moments {
    Moments(mean: value, variance: 0, excessKurtosis: 0)
  }

  static func logNormal(mu: Double, sigma: Double) -> Moments {
    let square = sigma * sigma
    return Moments(
      mean: exp(mu + square / 2), variance: (exp(square) - 1) * exp(2 * mu + square),
      excessKurtosis: exp(4 * square) + 2 * exp(3 * square) + 3 * exp(2 * square) - 6)
  }

  static func beta(_ a: Double, _ b: Double) -> Moments {
    let sum = a + b
    return Moments(
      mean: a / sum, variance: a * b / (sum * sum * (sum + 1)),
      excessKurtosis: 6 * ((a - b) * (a - b) * (sum + 1) - a * b * (sum + 2))
        / (a * b * (sum + 2) * (sum + 3)))
  }

  static func binomial(_ trials: Double, _ probability: Double) -> Moments {
    let spread = probability * (1 - probability)
    guard trials * spread > 0 else { return constant(trials * probability) }
    return Moments(
      mean: trials * probability, variance: trials * spread,
      excessKurtosis: (1 - 6 * spread) / (trials * spread))
  }

  @Test(
    "agree with the exact mean and variance within five standard errors", .tags(.statistical),
    arguments: catalogue)
  func moments(of distribution: DistributionCase) {
    var stream = statisticalStream()
    let exact = distribution.moments
    var (sum, sumOfSquares) = (0.0, 0.0)
    for _ in 0..<drawCount {
      let deviation = distribution.draw(&stream) - exact.mean
      sum += deviation
      sumOfSquares += deviation * deviation
    }
    let bias = sum / Double(drawCount)
    let meanLimit = standardErrorLimit * exact.standardErrorOfMean(drawCount)
    #expect(abs(bias) <= meanLimit, "seed \(statisticalSeed)")
    let excess = sumOfSquares / Double(drawCount) - bias * bias - exact.variance
    let varianceLimit = standardErrorLimit * exact.standardErrorOfVariance(drawCount)
    #expect(abs(excess) <= varianceLimit, "seed \(statisticalSeed)")
  }
}

import Foundation
import Testing

@testable import Randomness

@Suite("Shapes of the discrete distributions")
struct DiscreteShapeTests {
  static func poisson(_ count: Int, mean: Double) -> Double {
    exp(Double(count) * log(mean) - mean - lgamma(Double(count) + 1))
  }

  static func binomial(_ count: Int, _ trials: Int, _ probability: Double) -> Double {
    guard count <= trials else { return 0 }
    let (k, n) = (Double(count), Double(trials))
    let ways = lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
    return exp(ways + k * log(probability) + (n - k) * log(1 - probability))
  }

  /// By `scipy.stats.poisson(mean).pmf(count)` and `scipy.stats.binom(n, p).pmf(count)` with
  /// scipy 1.17.1.
  @Test("are tested against probabilities that agree with reference values")
  func references() {
    func near(_ value: Double, _ reference: Double) -> Bool { abs(value / reference - 1) < 1e-11 }
    #expect(near(Self.poisson(3, mean: 3.5), 0.215785469038651))
    #expect(near(Self.poisson(60, mean: 80), 0.003324036759488907))
    #expect(near(Self.binomial(6, 20, 0.3), 0.19163898275344254))
    #expect(near(Self.binomial(120, 400, 0.35), 0.004574392916687311))
  }

  @Test(
    "follow the Poisson probabilities on both sides of the change of method", .tags(.statistical),
    arguments: [0.2, 3, 9.99, 10, 25, 80, 1000])
  func poisson(mean: Double) {
    expectShape(of: draws(of: Poisson(mean: mean))) { Self.poisson($0, mean: mean) }
  }

  /// With ten times the usual number of draws, because a wrong constant in a rejection bends the
  /// shape by a few hundredths only.
  @Test("follow the Poisson probabilities closely", .tags(.statistical), arguments: [10, 80])
  func closePoisson(mean: Double) {
    expectShape(of: draws(of: Poisson(mean: mean), count: 10 * drawCount)) {
      Self.poisson($0, mean: mean)
    }
  }

  @Test(
    "follow the binomial probabilities closely", .tags(.statistical),
    arguments: [(20, 0.5), (400, 0.35)])
  func closeBinomial(trials: Int, probability: Double) {
    let binomial = Binomial(trials: trials, probability: probability)
    expectShape(of: draws(of: binomial, count: 10 * drawCount)) {
      Self.binomial($0, trials, probability)
    }
  }

  /// At this mean the Poisson distribution is normal but for its skewness, 1 / √mean, which moves
  /// the distribution function by less than a thousandth of the limit of the test.
  @Test("follow the normal limit of a Poisson distribution with a huge mean", .tags(.statistical))
  func hugePoisson() {
    let standardised = draws(of: Poisson(mean: 1e10)).map { (Double($0) - 1e10) / 1e5 }
    expectShape(of: standardised) { erfc(-$0 / 2.squareRoot()) / 2 }
  }

  @Test(
    "follow the binomial probabilities on both sides of the change of method", .tags(.statistical),
    arguments: [
      (1, 0.3), (20, 0.3), (20, 0.499), (20, 0.5), (20, 0.7), (33, 0.303), (400, 0.35),
      (400, 0.975), (5000, 0.001),
    ])
  func binomial(trials: Int, probability: Double) {
    expectShape(of: draws(of: Binomial(trials: trials, probability: probability))) {
      Self.binomial($0, trials, probability)
    }
  }

  @Test("follow the geometric probabilities", .tags(.statistical), arguments: [0.05, 0.3, 0.9])
  func geometric(probability: Double) {
    expectShape(of: draws(of: Geometric(probability: probability))) {
      probability * pow(1 - probability, Double($0))
    }
  }

  @Test("fit an integer at the smallest geometric probability")
  func rarest() {
    let rarest = Geometric(probability: Geometric.smallestProbability)
    #expect(draws(of: rarest, count: 1000).allSatisfy { $0 >= 0 })
  }

  @Test(
    "follow the power law", .tags(.statistical),
    arguments: [
      (1, 1.0), (2, 2.0), (10, 0.0), (100, 0.5), (100, 1.0), (1000, 1.0000001), (1000, 1.7),
      (100_000, 3), (50, 40),
    ])
  func zipf(count: Int, exponent: Double) {
    let weights = (1...count).map { pow(Double($0), -exponent) }
    let sum = weights.reduce(0, +)
    let values = draws(of: Zipf(count: count, exponent: exponent))
    #expect(values.allSatisfy { (1...count).contains($0) })
    guard count > 1 && exponent < 40 else {
      #expect(values.allSatisfy { $0 == 1 })
      return
    }
    expectShape(of: values, from: 1) { weights[$0 - 1] / sum }
  }
}

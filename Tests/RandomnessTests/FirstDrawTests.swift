import Foundation
import Testing

@testable import Randomness

@Suite("First draws of every distribution")
struct FirstDrawTests {
  static func line<D: Distribution>(_ distribution: D) -> String where D.Value: Sendable {
    var stream = RandomStream(seed: 1, purpose: .test, entity: 2)
    let values = (0..<4).map { _ in
      let value = distribution.sample(using: &stream)
      // The last digits are left to the mathematics library of the platform.
      return (value as? Double).map { String(format: "%.12g", $0) } ?? "\(value)"
    }
    return "\(D.self): \(values.joined(separator: ", "))"
  }

  /// A change here changes every world that a seed stands for: it needs a reason, and a line in the
  /// changelog.
  @Test("are these", .tags(.golden))
  func golden() {
    let lines = [
      Self.line(Uniform(0..<1)),
      Self.line(Bernoulli(probability: 0.5)),
      Self.line(Exponential(rate: 1)),
      Self.line(Normal()),
      Self.line(LogNormal(median: 10, sigma: 1)),
      Self.line(Gamma(shape: 2.5)),
      Self.line(Gamma(shape: 0.5)),
      Self.line(Beta(alpha: 2, beta: 3)),
      Self.line(Poisson(mean: 3)),
      Self.line(Poisson(mean: 300)),
      Self.line(Binomial(trials: 20, probability: 0.3)),
      Self.line(Binomial(trials: 1000, probability: 0.6)),
      Self.line(Geometric(probability: 0.1)),
      Self.line(Categorical(weights: [1, 2, 3, 4])),
      Self.line(Zipf(count: 1000, exponent: 1.2)),
      Self.line(Mixture(firstShare: 0.5, Normal(), Normal(mean: 10))),
    ]
    let expected = """
      Uniform: 0.928958902488, 0.219468035696, 0.191904877422, 0.722924258806
      Bernoulli: false, true, true, false
      Exponential: 0.0736907795885, 1.51654868033, 1.65075545981, 0.324450821916
      Normal: 1.4680810991, -0.77399107124, -0.87089817229, 0.591550719047
      LogNormal: 43.4089739207, 4.61168832856, 4.18575427512, 18.0678806477
      Gamma: 5.12565839956, 1.12094004352, 1.58918907129, 3.63555999885
      Gamma: 0.131816311868, 1.56905673987, 0.228710784222, 0.21769285548
      Beta: 0.746760007422, 0.214768096274, 0.218589830573, 0.310439397444
      Poisson: 6, 2, 1, 4
      Poisson: 332, 283, 291, 316
      Binomial: 9, 4, 4, 7
      Binomial: 572, 615, 608, 585
      Geometric: 0, 14, 15, 3
      Categorical: 3, 3, 3, 2
      Zipf: 1, 59, 78, 2
      Mixture<Normal, Normal>: 9.22600892876, 0.591550719047, 1.29191032372, 10.9545899328
      """
    #expect(lines == expected.split(separator: "\n").map(String.init))
  }
}

import Testing

@testable import Randomness

/// A programmer's mistake that has to stop the program.
enum Mistake: String, CaseIterable, Codable {
  case emptyRange, infiniteRange, boundZero, probabilityAbove1, probabilityNegative
  case probabilityNaN, rateZero, deviationNegative, medianZero, shapeZero, scaleNegative
  case betaShapeZero, meanNegative, meanTooLarge, trialsNegative, geometricNever, noWeights
  case weightsAllZero, weightNegative, noRanks, exponentNegative, moreThanThereAre

  func make() {
    var stream = statisticalStream()
    switch self {
    case .emptyRange: _ = Uniform(1..<1)
    case .infiniteRange: _ = Uniform(0 ..< .infinity)
    case .boundZero: _ = stream.below(0)
    case .probabilityAbove1: _ = stream.chance(1.01)
    case .probabilityNegative: _ = Binomial(trials: 3, probability: -0.1)
    case .probabilityNaN: _ = Bernoulli(probability: .nan)
    case .rateZero: _ = Exponential(rate: 0)
    case .deviationNegative: _ = LogNormal(mu: 0, sigma: -1)
    case .medianZero: _ = LogNormal(median: 0, sigma: 1)
    case .shapeZero: _ = Gamma(shape: 0)
    case .scaleNegative: _ = Gamma(shape: 1, scale: -1)
    case .betaShapeZero: _ = Beta(alpha: 1, beta: 0)
    case .meanNegative: _ = Poisson(mean: -1)
    case .meanTooLarge: _ = Poisson(mean: 1e13)
    case .trialsNegative: _ = Binomial(trials: -1, probability: 0.5)
    case .geometricNever: _ = Geometric(probability: 0)
    case .noWeights: _ = Categorical(weights: [])
    case .weightsAllZero: _ = Categorical(weights: [0, 0])
    case .weightNegative: _ = Categorical(weights: [2, -1])
    case .noRanks: _ = Zipf(count: 0, exponent: 1)
    case .exponentNegative: _ = Zipf(count: 9, exponent: -1)
    case .moreThanThereAre: _ = stream.distinct(4, below: 3)
    }
  }
}

@Suite("Programmer's mistakes")
struct PreconditionTests {
  @Test("stop the program", arguments: Mistake.allCases)
  func stop(mistake: Mistake) async {
    await #expect(processExitsWith: .failure) { [mistake] in mistake.make() }
  }
}

import Foundation
import Testing

@testable import Randomness

/// The seed of every statistical test.
///
/// Any other should pass too: a tolerance of five standard errors fails one correct test in 1.7
/// million.
let statisticalSeed: UInt64 = 20_170_403

/// How many draws a statistical test takes unless it says otherwise.
let drawCount = 50_000

/// The tolerance of every statistical test, in standard errors.
let standardErrorLimit = 5.0

/// Makes the stream that a statistical test draws from.
func statisticalStream(_ entity: UInt64 = 0) -> RandomStream {
  RandomStream(seed: statisticalSeed, purpose: .test, entity: entity)
}

/// Draws many values of a distribution.
func draws<D: Distribution>(of distribution: D, count: Int = drawCount) -> [D.Value] {
  var stream = statisticalStream()
  return (0..<count).map { _ in distribution.sample(using: &stream) }
}

/// Expects that draws follow a continuous distribution function, by Kolmogorov and Smirnov.
///
/// The statistic is the largest distance D between the empirical and the exact function. For large
/// n, P(√n D > x) is about 2 exp(-2x²); the limit x = 2.7 is passed once in a million tests.
func expectShape(
  of draws: [Double], follows distribution: (Double) -> Double,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let count = Double(draws.count)
  var distance = 0.0
  for (index, value) in draws.sorted().enumerated() {
    let exact = distribution(value)
    distance = max(distance, exact - Double(index) / count, Double(index + 1) / count - exact)
  }
  let limit = 2.7 / count.squareRoot()
  #expect(
    distance < limit, "distance \(distance), limit \(limit), seed \(statisticalSeed)",
    sourceLocation: sourceLocation)
}

/// Expects that draws fall equally often between boundaries that split the probability equally.
func expectShape(
  of draws: [Double], quantiles boundaries: [Double],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  var counts = [Int](repeating: 0, count: boundaries.count + 1)
  for value in draws { counts[boundaries.count { $0 <= value }] += 1 }
  let expected = [Double](
    repeating: Double(draws.count) / Double(counts.count), count: counts.count)
  expectCounts(counts, expected: expected, sourceLocation: sourceLocation)
}

/// Expects that whole numbers come up as often as their probabilities say.
///
/// Neighbours are put together until at least 20 draws are expected of each cell.
func expectShape(
  of draws: [Int], from first: Int = 0, probability: (Int) -> Double,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let last = draws.max() ?? first
  #expect(draws.allSatisfy { $0 >= first }, sourceLocation: sourceLocation)
  var frequencies = [Int](repeating: 0, count: last - first + 1)
  for value in draws where value >= first { frequencies[value - first] += 1 }
  var counts = [0]
  var expected = [0.0]
  for value in first...last {
    if expected[expected.count - 1] >= 20 {
      counts.append(0)
      expected.append(0)
    }
    counts[counts.count - 1] += frequencies[value - first]
    expected[expected.count - 1] += probability(value) * Double(draws.count)
  }
  // The last cell takes what lies beyond the largest draw.
  expected[expected.count - 1] += Double(draws.count) - expected.reduce(0, +)
  expectCounts(counts, expected: expected, sourceLocation: sourceLocation)
}

/// Expects that counts differ from what is expected of them by chance alone, by chi-square.
///
/// The limit is the quantile at five standard normal deviations (one correct test in 3.5 million
/// lies above) of chi-square with one degree of freedom less than there are cells, by the
/// approximation of Wilson and Hilferty (1931), doi 10.1073/pnas.17.12.684.
func expectCounts(
  _ counts: [Int], expected: [Double], sourceLocation: SourceLocation = #_sourceLocation
) {
  let statistic = zip(counts, expected).reduce(0) { sum, cell in
    sum + (Double(cell.0) - cell.1) * (Double(cell.0) - cell.1) / cell.1
  }
  let freedom = Double(counts.count - 1)
  let spread = 2 / (9 * freedom)
  let limit = freedom * pow(1 - spread + standardErrorLimit * spread.squareRoot(), 3)
  #expect(
    statistic < limit,
    "chi-square \(statistic) of \(counts.count) cells, limit \(limit), seed \(statisticalSeed)",
    sourceLocation: sourceLocation)
}

/// Expects that pairs are uncorrelated.
///
/// The correlation of n independent pairs has a standard error of 1 / √n.
func expectNoCorrelation(
  _ first: [Double], _ second: [Double], sourceLocation: SourceLocation = #_sourceLocation
) {
  let count = Double(first.count)
  let (meanFirst, meanSecond) = (first.reduce(0, +) / count, second.reduce(0, +) / count)
  var (product, squareFirst, squareSecond) = (0.0, 0.0, 0.0)
  for (x, y) in zip(first, second) {
    product += (x - meanFirst) * (y - meanSecond)
    squareFirst += (x - meanFirst) * (x - meanFirst)
    squareSecond += (y - meanSecond) * (y - meanSecond)
  }
  let correlation = product / (squareFirst * squareSecond).squareRoot()
  #expect(
    abs(correlation) < standardErrorLimit / count.squareRoot(),
    "correlation \(correlation), seed \(statisticalSeed)", sourceLocation: sourceLocation)
}

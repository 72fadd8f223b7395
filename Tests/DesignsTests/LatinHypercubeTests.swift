import Testing

@testable import Designs

@Suite("Latin hypercube") struct LatinHypercubeTests {
  @Test("puts one point into each interval of every dimension", arguments: [1, 2, 3, 100, 1_000])
  func strata(count: Int) {
    let design = LatinHypercube(dimensions: 5, count: count, seed: 11)
    let points = (0..<count).map { design.point(at: $0) }
    for dimension in 0..<5 {
      let intervals = points.map { Int(($0[dimension] * Double(count)).rounded(.down)) }
      #expect(intervals.sorted() == Array(0..<count))
    }
  }

  @Test("has dimensions that do not go together")
  func independence() {
    let count = 1_000
    let design = LatinHypercube(dimensions: 4, count: count, seed: 5)
    let points = (0..<count).map { design.point(at: $0) }
    for (one, other) in [(0, 1), (0, 2), (1, 3), (2, 3)] {
      let product = points.reduce(0) { $0 + ($1[one] - 0.5) * ($1[other] - 0.5) }
      // Each coordinate has a variance of 1/12; the correlation of n points one of 1/n.
      #expect(abs(product / Double(count) * 12) < 4 / Double(count).squareRoot())
    }
  }

  @Test("has other points with another seed, and the same with the same")
  func seeds() {
    let one = LatinHypercube(dimensions: 2, count: 50, seed: 1)
    let again = LatinHypercube(dimensions: 2, count: 50, seed: 1)
    let other = LatinHypercube(dimensions: 2, count: 50, seed: 2)
    #expect((0..<50).allSatisfy { one.point(at: $0) == again.point(at: $0) })
    #expect((0..<50).allSatisfy { one.point(at: $0) != other.point(at: $0) })
  }

  @Test("places points anywhere in their intervals")
  func places() {
    let count = 10_000
    let design = LatinHypercube(dimensions: 1, count: count, seed: 4)
    let places = (0..<count).map { index in
      let scaled = design.point(at: index)[0] * Double(count)
      return scaled - scaled.rounded(.down)
    }
    // The mean of uniform numbers has a standard error of 1/√(12 n).
    let mean = places.reduce(0, +) / Double(count)
    #expect(abs(mean - 0.5) < 4 / (12 * Double(count)).squareRoot())
  }
}

import Testing

@testable import Randomness

@Suite("Categorical distribution")
struct CategoricalTests {
  @Test(
    "gives each index in proportion to its weight", .tags(.statistical),
    arguments: [
      [1, 1], [1, 3], [5, 1, 2.5, 1.5], [1e-300, 2e-300, 1e-300], [6e307, 6e307, 4e307],
      (1...200).map { Double($0) }, [Double](repeating: 0.1, count: 30),
    ])
  func shape(weights: [Double]) {
    let sum = weights.reduce(0, +)
    expectShape(of: draws(of: Categorical(weights: weights))) { weights[$0] / sum }
  }

  @Test("never gives an index of weight 0", .tags(.statistical))
  func zeros() {
    let weights = [0, 0.1, 0, 0.2, 0.3, 0, 0.7, 0]
    #expect(draws(of: Categorical(weights: weights)).allSatisfy { weights[$0] > 0 })
  }

  @Test("gives the only index there is")
  func one() {
    #expect(Categorical(weights: [0.3]).count == 1)
    #expect(draws(of: Categorical(weights: [0.3]), count: 100).allSatisfy { $0 == 0 })
    #expect(draws(of: Categorical(weights: [0, 0.3]), count: 100).allSatisfy { $0 == 1 })
  }

  @Test("takes one number from the stream")
  func cost() {
    var stream = statisticalStream()
    var copy = stream
    _ = Categorical(weights: [1, 2, 3]).sample(using: &stream)
    _ = copy.next()
    #expect(stream.next() == copy.next())
  }
}

import Testing

@testable import Randomness

@Suite("Bernoulli distribution")
struct BernoulliTests {
  @Test("is true in its share of draws", .tags(.statistical), arguments: [0.001, 0.3, 0.5, 0.99])
  func share(probability: Double) {
    let trues = draws(of: Bernoulli(probability: probability)).count { $0 }
    // The standard error of a count of n draws is √(n p (1 - p)).
    let expected = probability * Double(drawCount)
    let limit = standardErrorLimit * (expected * (1 - probability)).squareRoot()
    #expect(abs(Double(trues) - expected) < limit, "seed \(statisticalSeed)")
  }

  @Test("is never true at 0 and always true at 1")
  func certainty() {
    #expect(draws(of: Bernoulli(probability: 0), count: 1000).allSatisfy { !$0 })
    #expect(draws(of: Bernoulli(probability: 1), count: 1000).allSatisfy { $0 })
  }

  @Test("is the same draw as a stream's chance")
  func chance() {
    var stream = statisticalStream()
    let chances = (0..<100).map { _ in stream.chance(0.3) }
    #expect(chances == draws(of: Bernoulli(probability: 0.3), count: 100))
  }
}

import Testing

@testable import Randomness

@Suite("Uniform distribution")
struct UniformTests {
  @Test("follows its distribution function", .tags(.statistical))
  func shape() {
    expectShape(of: draws(of: Uniform(-2..<6))) { ($0 + 2) / 8 }
  }

  @Test("takes the top 53 bits of a number")
  func bits() {
    var stream = statisticalStream()
    var copy = stream
    #expect(stream.uniform() == Double(copy.next() >> 11) / 9_007_199_254_740_992)
  }

  @Test("stays below the upper bound even where the sum rounds up to it", .tags(.statistical))
  func upperBound() {
    let lower = 1.0
    let tight = Uniform(lower..<lower.nextUp)
    #expect(draws(of: tight, count: 100).allSatisfy { $0 == lower })
  }

  @Test("lies strictly inside 0...1 in its open form, and symmetrically", .tags(.statistical))
  func open() {
    var stream = statisticalStream()
    let values = (0..<drawCount).map { _ in stream.openUniform() }
    #expect(values.allSatisfy { $0 > 0 && $0 < 1 && 1 - (1 - $0) == $0 })
    expectShape(of: values) { $0 }
  }
}

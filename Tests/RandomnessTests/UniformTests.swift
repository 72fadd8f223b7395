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

  @Test("is an odd multiple of 2⁻⁵³ in its open form, and so neither 0 nor 1")
  func open() {
    var stream = statisticalStream()
    let multiples = (0..<1000).map { _ in stream.openUniform() * 0x1p53 }
    #expect(multiples.allSatisfy { $0 > 0 && $0 < 0x1p53 && UInt64($0) % 2 == 1 })
  }
}

import Testing

@testable import Randomness

@Suite("Kronecker sequence") struct KroneckerSequenceTests {
  /// The prime of each dimension.
  static let primes = [2.0, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37]

  @Test("steps by the fractional part of the root of its dimension's prime")
  func steps() {
    #expect(KroneckerSequence.dimensionCount == Self.primes.count)
    for (dimension, prime) in Self.primes.enumerated() {
      let even = KroneckerSequence(seed: 7, purpose: .test, dimension: dimension)
      for index in [0, 1, 1_000_000] {
        let step = even.value(at: index + 1) - even.value(at: index)
        let root = prime.squareRoot()
        let wanted = root - root.rounded(.down)
        #expect(abs((step < 0 ? step + 1 : step) - wanted) < 1e-12)
      }
    }
  }

  @Test("meets any share far closer than independent draws", arguments: 0..<12)
  func evenness(dimension: Int) {
    let even = KroneckerSequence(seed: 3, purpose: .test, dimension: dimension)
    let count = 10_000
    let values = (0..<count).map { even.value(at: $0) }
    #expect(values.allSatisfy { (0..<1).contains($0) })
    for share in [0.1, 0.3, 0.5, 0.9] {
      // Independent draws are off by 30 to 50 on average; these by the order of log n.
      let off = Double(values.count { $0 < share }) - share * Double(count)
      #expect(abs(off) < 12, "\(share): off by \(off)")
    }
  }

  @Test("starts elsewhere with another seed")
  func seeds() {
    let one = KroneckerSequence(seed: 1, purpose: .test, dimension: 0)
    let other = KroneckerSequence(seed: 2, purpose: .test, dimension: 0)
    #expect(one.value(at: 0) != other.value(at: 0))
  }
}

import Testing

@testable import Randomness

@Suite("Distinct integers")
struct DistinctTests {
  @Test("are ascending, distinct and below the bound", arguments: [(0, 0), (0, 5), (5, 5), (3, 9)])
  func ascending(count: Int, bound: Int) {
    var stream = statisticalStream()
    let chosen = stream.distinct(count, below: bound)
    #expect(chosen.count == count)
    #expect(chosen == Set(chosen).sorted())
    #expect(chosen.allSatisfy { (0..<bound).contains($0) })
  }

  @Test("are every set equally often", .tags(.statistical))
  func shape() {
    var stream = statisticalStream()
    // A set of 3 of 6 as the bits of a number; 20 of the 64 numbers have three bits set.
    let sets = (0..<drawCount).map { _ in
      stream.distinct(3, below: 6).reduce(0) { $0 | 1 << $1 }
    }
    expectShape(of: sets) { $0.nonzeroBitCount == 3 ? 1.0 / 20 : 0 }
  }

  @Test("are these five of a million", .tags(.golden))
  func golden() {
    var stream = RandomStream(seed: 1, purpose: .test, entity: 2)
    #expect(stream.distinct(5, below: 1_000_000) == [191904, 219467, 332333, 722923, 928955])
  }
}

import Testing

@testable import Randomness

@Suite("Integer below a bound")
struct BelowTests {
  @Test("gives every value equally often", .tags(.statistical), arguments: [2, 3, 7, 64, 1000])
  func shape(bound: Int) {
    var stream = statisticalStream()
    let values = (0..<drawCount).map { _ in stream.below(bound) }
    #expect(values.allSatisfy { (0..<bound).contains($0) })
    expectShape(of: values) { _ in 1 / Double(bound) }
  }

  @Test("is always 0 below 1")
  func one() {
    var stream = statisticalStream()
    #expect((0..<100).allSatisfy { _ in stream.below(1) == 0 })
  }

  /// Without its rejections the method would give the multiples of three twice as often as others:
  /// 2⁶⁴ splits into 3 × 2⁶¹ values as 8 into 3, which is 3, 3 and 2.
  @Test("is unbiased for a bound of the order of 2⁶³", .tags(.statistical))
  func huge() {
    let bound = 3 << 61
    var stream = statisticalStream()
    let values = (0..<drawCount).map { _ in stream.below(bound) % 3 }
    expectShape(of: values) { _ in 1.0 / 3 }
  }

  @Test("gives the same numbers for both types of integer")
  func types() {
    var stream = statisticalStream()
    var copy = stream
    for bound: UInt32 in [1, 10, .max] {
      #expect(stream.below(bound) == UInt32(copy.below(Int(bound))))
    }
  }
}

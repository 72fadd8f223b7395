import Testing

@testable import Randomness

@Suite("Random stream")
struct RandomStreamTests {
  static func numbers(_ stream: RandomStream, _ count: Int = 8) -> [UInt64] {
    var stream = stream
    return (0..<count).map { _ in stream.next() }
  }

  /// Made by an implementation of Philox and of the mapping in another language, written from the
  /// documentation of `RandomStream`.
  @Test("maps its coordinates onto blocks as documented", .tags(.golden))
  func mapping() {
    let everyWord = RandomStream(
      seed: 0x0123_4567_89AB_CDEF, purpose: .test, entity: 0xFEDC_BA98_7654_3210,
      counter: 0xABCD_EF12)
    #expect(
      Self.numbers(everyWord, 4) == [
        0x34A8_8CCB_527E_B396, 0x9084_BE90_C785_8554, 0x88E1_78FE_57DA_C8BB,
        0x7AF6_EC12_A864_2EFA,
      ])
    let zero = RandomStream(seed: 0, purpose: .test, entity: 0)
    #expect(
      Self.numbers(zero, 4) == [
        0xC025_E795_E77A_00C1, 0xB3B9_EEF4_BEAE_6A4D, 0xC213_CDED_A4F8_184A,
        0x6C6E_B496_E876_070D,
      ])
  }

  @Test("gives the same numbers for the same coordinates")
  func purity() {
    let first = RandomStream(seed: 1, purpose: .test, entity: 2, counter: 3)
    let second = RandomStream(seed: 1, purpose: .test, entity: 2, counter: 3)
    #expect(Self.numbers(first) == Self.numbers(second))
  }

  @Test("gives other numbers when any one coordinate differs, in its low bit or its high bit")
  func separation() {
    let streams = [
      RandomStream(seed: 1, purpose: .test, entity: 2, counter: 3),
      RandomStream(seed: 0, purpose: .test, entity: 2, counter: 3),
      RandomStream(seed: 1 | 1 << 63, purpose: .test, entity: 2, counter: 3),
      RandomStream(seed: 1, purpose: .otherTest, entity: 2, counter: 3),
      RandomStream(seed: 1, purpose: .test, entity: 3, counter: 3),
      RandomStream(seed: 1, purpose: .test, entity: 2 | 1 << 63, counter: 3),
      RandomStream(seed: 1, purpose: .test, entity: 2, counter: 2),
      RandomStream(seed: 1, purpose: .test, entity: 2, counter: 3 | 1 << 31),
    ]
    let all = streams.flatMap { Self.numbers($0) }
    #expect(Set(all).count == all.count)
  }

  @Test("meets the stream of the next counter only after the documented length")
  func overlap() {
    var stream = RandomStream(seed: 1, purpose: .test, entity: 2, counter: 3)
    for _ in 0..<RandomStream.lengthPerCounter { _ = stream.next() }
    let following = RandomStream(seed: 1, purpose: .test, entity: 2, counter: 4)
    #expect(Self.numbers(stream) == Self.numbers(following))
  }

  @Test("gives as a word the high half of a number")
  func word() {
    var stream = RandomStream(seed: 1, purpose: .test, entity: 2, counter: 3)
    var copy = stream
    let expected = UInt32(truncatingIfNeeded: stream.next() >> 32)
    #expect(copy.nextWord() == expected)
    #expect(
      RandomStream.word(seed: 1, purpose: .test, entity: 2, counter: 3) == expected)
  }

  @Test(
    "is uncorrelated between neighbours along every coordinate", .tags(.statistical),
    arguments: ["seed", "entity", "counter", "purpose"])
  func neighbours(coordinate: String) {
    func first(_ index: Int, _ step: Int) -> Double {
      let number = UInt64(index + (coordinate == "purpose" ? 0 : step))
      var stream = RandomStream(
        seed: coordinate == "seed" ? number : statisticalSeed,
        purpose: coordinate == "purpose" && step == 1 ? .otherTest : .test,
        entity: coordinate == "entity" || coordinate == "purpose" ? number : 7,
        counter: coordinate == "counter" ? UInt32(number) : 0)
      return stream.uniform()
    }
    let own = (0..<drawCount).map { first($0, 0) }
    let neighbours = (0..<drawCount).map { first($0, 1) }
    expectShape(of: own) { $0 }
    expectNoCorrelation(own, neighbours)
  }

  @Test("has every bit set half of the time", .tags(.statistical))
  func bits() {
    var stream = statisticalStream()
    var counts = [Int](repeating: 0, count: 64)
    for _ in 0..<drawCount {
      let number = stream.next()
      for bit in 0..<64 { counts[bit] += Int(number >> UInt64(bit) & 1) }
    }
    // The standard error of a count of fair tosses is √n / 2.
    let tolerance = standardErrorLimit * Double(drawCount).squareRoot() / 2
    #expect(counts.allSatisfy { abs(Double($0) - Double(drawCount) / 2) < tolerance })
  }
}

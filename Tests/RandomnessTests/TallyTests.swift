import Testing

@testable import Randomness

@Suite("Counting draws of indices")
struct TallyTests {
  private static func stream(_ entity: UInt64) -> RandomStream {
    RandomStream(seed: 7, purpose: .test, entity: entity)
  }

  @Test("takes the words of the stream in order, low half first", arguments: [1, 7, 8, 9, 1_001])
  func words(draws: Int) {
    for begun in [false, true] {
      var (stream, plain) = (Self.stream(1), Self.stream(1))
      if begun { _ = (stream.next(), plain.next()) }
      var counts = [UInt16](repeating: 0, count: 1_000)
      stream.tally(draws, into: &counts)
      // 2³² mod 1,000 = 296: a word is thrown away with a chance of 1 in 14 million, and none is here.
      var words: [UInt64] = []
      while words.count < draws {
        let number = plain.next()
        words += [number & 0xFFFF_FFFF, number >> 32]
      }
      var expected = [UInt16](repeating: 0, count: 1_000)
      for word in words.prefix(draws) { expected[Int((word * 1_000) >> 32)] += 1 }
      #expect(counts == expected)
    }
  }

  @Test("is as even as chance has it", .tags(.statistical))
  func even() {
    var stream = Self.stream(2)
    var counts = [UInt16](repeating: 0, count: 50)
    stream.tally(50_000, into: &counts)
    #expect(counts.reduce(0) { $0 + Int($1) } == 50_000)
    // Pearson's chi-squared with 49 degrees of freedom: mean 49, standard deviation 9.9.
    let statistic = counts.reduce(0.0) { $0 + (Double($1) - 1_000) * (Double($1) - 1_000) / 1_000 }
    #expect((15.0...99).contains(statistic))
  }

  @Test("of nothing draws nothing")
  func nothing() {
    var stream = Self.stream(3)
    var counts: [UInt16] = []
    stream.tally(0, into: &counts)
    var first = Self.stream(3)
    #expect(stream.next() == first.next())
  }
}

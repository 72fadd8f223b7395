import Testing

@testable import Designs

@Suite("Sobol sequence") struct SobolSequenceTests {
  /// Dimensions whose coordinates stand in `reference`.
  static let shown = [0, 1, 2, 6, 20, 50, 99, 127]

  /// An index, coordinates and a sum, as multiples of 2⁻³⁰.
  ///
  /// The sum is of all 128 coordinates, each times one more than its dimension, modulo 2⁶¹. From References/sobol_sequence.py (scipy 1.17.1).
  static let reference: [(index: Int, coordinates: [Int], sum: Int)] = [
    (0, [0, 0, 0, 0, 0, 0, 0, 0], 0),
    (
      1, [536870912, 536870912, 536870912, 536870912, 536870912, 536870912, 536870912, 536870912],
      4432406249472
    ),
    (
      2, [805306368, 268435456, 268435456, 268435456, 268435456, 268435456, 805306368, 268435456],
      4321273970688
    ),
    (
      3, [268435456, 805306368, 805306368, 805306368, 805306368, 805306368, 268435456, 805306368],
      4543538528256
    ),
    (
      7, [134217728, 671088640, 402653184, 671088640, 939524096, 939524096, 671088640, 402653184],
      4566623977472
    ),
    (
      100, [444596224, 276824064, 830472192, 25165824, 813694976, 947912704, 947912704, 494927872],
      4315620048896
    ),
    (
      1000,
      [235929600, 103809024, 556793856, 49283072, 560988160, 378535936, 200278016, 584056832],
      4656524689408
    ),
    (
      12345,
      [688193536, 873398272, 172163072, 136642560, 213975040, 828309504, 578617344, 689897472],
      4394167959552
    ),
    (
      16383, [65536, 858980352, 807862272, 434176000, 364183552, 630915072, 316735488, 681771008],
      4364921077760
    ),
  ]

  @Test("is scipy's, to the last bit, in all dimensions", arguments: reference.indices)
  func matchesScipy(row: Int) {
    let (index, coordinates, sum) = Self.reference[row]
    let point = SobolSequence(dimensions: 128).point(at: index)
    #expect(Self.shown.map { point[$0] * 0x1p30 } == coordinates.map(Double.init))
    let total = point.enumerated().reduce(0) { $0 + ($1.offset + 1) * Int($1.element * 0x1p30) }
    #expect(total % (1 << 61) == sum)
  }

  @Test("puts one of 2ᵐ points into each of 2ᵐ intervals, shifted or not", arguments: [nil, 7])
  func strata(seed: UInt64?) {
    let sequence = SobolSequence(dimensions: 128, shiftedBy: seed)
    let points = (64..<128).map { sequence.point(at: $0) }
    for dimension in 0..<128 {
      #expect(points.map { Int($0[dimension] * 64) }.sorted() == Array(0..<64))
    }
  }

  @Test("puts 2ᵐ points evenly into the boxes of its first two dimensions")
  func boxes() {
    // A (0, m, 2)-net: 4 by 4 boxes hold one of 16 points each, with any shift.
    let sequence = SobolSequence(dimensions: 2, shiftedBy: 3)
    let boxes = (0..<16).map { index in
      let point = sequence.point(at: index)
      return Int(point[0] * 4) * 4 + Int(point[1] * 4)
    }
    #expect(boxes.sorted() == Array(0..<16))
  }

  @Test("has other points with another seed, and none on the corner")
  func seeds() {
    let one = SobolSequence(dimensions: 3, shiftedBy: 1).point(at: 0)
    #expect(one != SobolSequence(dimensions: 3, shiftedBy: 2).point(at: 0))
    #expect(one.allSatisfy { $0 > 0 && $0 < 1 })
  }

  @Test("has a point at its last index")
  func last() {
    // Gray code of 2³² - 1 is its highest bit alone.
    let point = SobolSequence(dimensions: 1).point(at: SobolSequence.count - 1)
    #expect(point == [0x1p-32])
  }
}

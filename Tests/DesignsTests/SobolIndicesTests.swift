import Testing

@testable import Designs

@Suite("Sobol indices") struct SobolIndicesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var function: @Sendable ([Double]) -> Double
    var exact: (first: [Double], total: [Double])
    var rows: Int
    /// From References/sensitivity.py: SALib 1.6.0 on the unshifted points.
    var first: [Double]
    var total: [Double]
    /// Half widths of SALib's intervals, of other random draws.
    var halfWidths: (first: [Double], total: [Double])

    func outcomes(shiftedBy seed: UInt64?, rows: Int) -> [Double] {
      let design = SaltelliDesign(dimensions: first.count, rows: rows, shiftedBy: seed)
      return (0..<design.count).map { function(design.point(at: $0)) }
    }
  }

  static let cases = [
    Case(
      testDescription: "Ishigami", function: TestFunctions.ishigami,
      exact: TestFunctions.ishigamiIndices, rows: 256,
      first: [0.3260237346317451, 0.48200728419399247, 0.011232399475786548],
      total: [0.5646024820275064, 0.45700714298052103, 0.25064884354377587],
      halfWidths: ([0.1036, 0.1046, 0.1438], [0.1839, 0.0857, 0.0581])),
    Case(
      testDescription: "Sobol's g", function: TestFunctions.g, exact: TestFunctions.gIndices,
      rows: 1_024,
      first: [
        0.7074327524128857, 0.16804314250984156, 0.023323170133125536, 0.009403372120309682,
        0.00039192476727164497,
      ],
      total: [
        0.7691870130489424, 0.24027695054359968, 0.03420553622871203, 0.010466432127228796,
        0.00010515479409096166,
      ],
      halfWidths: (
        [0.0682, 0.0455, 0.0153, 0.0093, 0.0008], [0.0669, 0.0298, 0.0054, 0.0015, 0]
      )),
  ]

  @Test("are SALib's", arguments: cases)
  func matchesSALib(one: Case) throws {
    let outcomes = one.outcomes(shiftedBy: nil, rows: one.rows)
    let found = SobolIndices.all(
      outcomes: outcomes, dimensions: one.first.count, seed: 3, resamples: 400)
    for (key, indices) in found.enumerated() {
      let indices = try #require(indices)
      #expect(abs(indices.first - one.first[key]) < 1e-9)
      #expect(abs(indices.total - one.total[key]) < 1e-9)
      #expect(indices.count == one.rows)
      // SALib's are of 100 draws, so good to 1/√200 or 7 %; skewness makes percentiles differ too.
      for (interval, half) in [
        (indices.firstInterval, one.halfWidths.first[key]),
        (indices.totalInterval, one.halfWidths.total[key]),
      ] {
        let width = interval.upperBound - interval.lowerBound
        #expect(abs(width - 2 * half) < 0.3 * 2 * half + 2e-4, "key \(key): \(width), \(2 * half)")
      }
    }
  }

  @Test("come near to the exact ones, which their intervals hold", arguments: cases)
  func nearExact(one: Case) throws {
    let rows = 4_096
    let outcomes = one.outcomes(shiftedBy: 17, rows: rows)
    let found = SobolIndices.all(
      outcomes: outcomes, dimensions: one.first.count, seed: 3, resamples: 100)
    for (key, indices) in found.enumerated() {
      let indices = try #require(indices)
      #expect(abs(indices.first - one.exact.first[key]) < 0.01)
      #expect(abs(indices.total - one.exact.total[key]) < 0.01)
      #expect(indices.firstInterval.contains(one.exact.first[key]))
      #expect(indices.totalInterval.contains(one.exact.total[key]))
    }
  }

  @Test("do without the rows in which an outcome is missing")
  func missing() throws {
    let one = Self.cases[0]
    var outcomes: [Double?] = one.outcomes(shiftedBy: nil, rows: 64)
    outcomes[5 * 10 + 2] = nil  // Row 10: A with the second key from B.
    outcomes[5 * 20] = nil  // Row 20: A itself.
    let found = SobolIndices.all(outcomes: outcomes, dimensions: 3, seed: 1)
    #expect(found.map { $0?.count } == [63, 62, 63])
  }

  @Test("are 0 of an outcome that never changes")
  func constant() throws {
    let found = SobolIndices.all(outcomes: Array(repeating: 4, count: 40), dimensions: 3, seed: 1)
    for indices in found {
      let indices = try #require(indices)
      #expect(indices.first == 0 && indices.firstInterval == 0...0)
      #expect(indices.total == 0 && indices.totalInterval == 0...0 && indices.count == 8)
    }
  }

  @Test("there are none of no outcome, or where nothing but the key itself makes a difference")
  func none() {
    #expect(
      SobolIndices.all(outcomes: [4, 5, 4, 4, 6, 4], dimensions: 1, seed: 1) == [nil])
    #expect(
      SobolIndices.all(outcomes: Array(repeating: nil, count: 8), dimensions: 2, seed: 1)
        == [nil, nil])
    #expect(SobolIndices.all(outcomes: [], dimensions: 1, seed: 1) == [nil])
  }

  @Test("a point of the design is A, or B, or A with one coordinate of B")
  func design() {
    let design = SaltelliDesign(dimensions: 3, rows: 4, shiftedBy: 5)
    let both = SobolSequence(dimensions: 6, shiftedBy: 5).point(at: 2)
    let points = (10..<15).map { design.point(at: $0) }
    #expect(design.count == 20)
    #expect(
      points == [
        [both[0], both[1], both[2]], [both[3], both[1], both[2]], [both[0], both[4], both[2]],
        [both[0], both[1], both[5]], [both[3], both[4], both[5]],
      ])
  }
}

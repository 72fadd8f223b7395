import Randomness
import Settings
import Testing

@testable import Population

@Suite("Parts of a world")
struct PartsTests {
  @Test("no settings row is mistaken")
  func settings() {
    #expect(PopulationSettings.mistakes() == [])
  }

  @Test("the age table is a distribution with the published share of under-18s")
  func ageTable() {
    #expect(AgeTable.shares.count == 90)
    #expect(abs(AgeTable.shares.reduce(0, +) - 1) < 1e-12)
    // England, mid-2020: 21.39 % (the published bands sum to 99.1 %).
    #expect(abs(AgeTable.underEighteenShare - 0.2139) < 0.003)
  }

  @Test("the degree curve has the published means for networks of a size")
  func degreeCurve() {
    // LDBC: 19 at 1,000, 40 at 10,000, 61 at 50,000, 116 at 1,000,000 accounts.
    for (accounts, mean) in [(1_000, 19.0), (10_000, 40), (50_000, 61), (1_000_000, 116)] {
      #expect(DegreeCurve.meanDegree(accounts: accounts).rounded() == mean)
    }
    let curve = DegreeCurve(accounts: 10_000, scale: 1)
    let steps = 100_000
    let mean =
      (0..<steps).reduce(0.0) { $0 + curve.degree(atQuantile: (Double($1) + 0.5) / Double(steps)) }
      / Double(steps)
    #expect(abs(mean - DegreeCurve.meanDegree(accounts: 10_000)) < 0.05)
    #expect(curve.degree(atQuantile: 0.5) / mean < 0.55)
  }

  @Test("neighbours on the curve are neighbours on the ground")
  func hilbert() {
    // Every cell of an 8 x 8 corner is visited once, and each step goes to an adjacent cell.
    let side = 1 << HilbertCurve.order
    func cell(_ x: Int, _ y: Int) -> UInt32 {
      HilbertCurve.position(
        latitude: 49 + 10 * (Double(y) + 0.5) / Double(side),
        longitude: -9 + 13 * (Double(x) + 0.5) / Double(side))
    }
    var cells: [UInt32: (Int, Int)] = [:]
    for x in 0..<8 { for y in 0..<8 { cells[cell(x, y)] = (x, y) } }
    #expect(cells.count == 64)
    let path = cells.sorted { $0.key < $1.key }
    for (one, next) in zip(path, path.dropFirst()) {
      #expect(next.key == one.key + 1)
      #expect(abs(one.value.0 - next.value.0) + abs(one.value.1 - next.value.1) == 1)
    }
  }

  @Test("ties are in the rows of both, ascending, and of two to one person the closest is kept")
  func tieRows() {
    let picks: [Int: [UInt32]] = [
      5: [PackedTie.pack(2, .online)], 1: [PackedTie.pack(9_000, .work)],
      2: [PackedTie.pack(5, .family), PackedTie.pack(9_000, .nearby), PackedTie.pack(5, .work)],
    ]
    for threads in [1, 2] {
      var ties = TieRows(members: 9_001)
      ties.add(threads: threads) { member, picked in picked += picks[member] ?? [] }
      // A second round adds to what there is.
      ties.add(threads: threads) { member, picked in
        if member == 5 { picked += [PackedTie.pack(1, .club), PackedTie.pack(2, .family)] }
      }
      func row(_ member: Int) -> [UInt32] {
        Array(ties.entries[ties.offsets[member]..<ties.offsets[member + 1]])
      }
      #expect(row(1) == [PackedTie.pack(5, .club), PackedTie.pack(9_000, .work)])
      #expect(row(2) == [PackedTie.pack(5, .family), PackedTie.pack(9_000, .nearby)])
      #expect(row(5) == [PackedTie.pack(1, .club), PackedTie.pack(2, .family)])
      #expect(row(9_000) == [PackedTie.pack(1, .work), PackedTie.pack(2, .nearby)])
      #expect(ties.contains(5, 2) && !ties.contains(5, 9_000) && !ties.contains(0, 1))
      #expect(ties.degree(of: 0) == 0)
    }
  }

  @Test("households without children are tilted until the mean size is the one wanted")
  func householdSizes() {
    for wanted in [2.2, 2.38, 2.6] {
      var settings = HouseholdSettings()
      settings.meanSize = wanted
      let alone = zip(1..., settings.adultOnlySizeShares).reduce(0) { $0 + Double($1.0) * $1.1 }
      let family = settings.meanChildrenPerFamily + 2 - settings.loneParentShare
      let mean = settings.familyShare * family + (1 - settings.familyShare) * alone
      #expect(abs(mean - wanted) < 1e-6)
    }
  }

  @Test("the share of accounts from a degree on turns the degree of a quantile round")
  func degreeShares() {
    let curve = DegreeCurve(accounts: 10_000)
    for quantile in [0.02, 0.1, 0.37, 0.5, 0.9, 0.985, 0.9999] {
      let share = curve.share(from: curve.degree(atQuantile: quantile))
      #expect(abs(share - (1 - quantile)) < 1e-12, "quantile \(quantile)")
    }
    #expect(curve.share(from: 0) == 1 && curve.share(from: 5_000) == 0)
  }

  @Test("a place table is read, comments, blank lines and CRLF included")
  func places() throws {
    let text = "# licence\r\n\r\nname,latitude,longitude,population\r\nA, 53.1 ,-1.0,10\r\n"
    #expect(
      try PlacesFile.parse(Array(text.utf8), path: "p.csv") == [
        Place(name: "A", latitude: 53.1, longitude: -1.0, population: 10)
      ])
  }
}

import Testing

@testable import Graphs

@Suite("Adjacency")
struct AdjacencyTests {
  private let club = KarateClub.graph

  @Test("has the karate club's size and degrees")
  func degrees() {
    #expect(club.vertexCount == 34)
    #expect(club.edgeCount == 78)
    // networkx: dict(nx.karate_club_graph().degree())
    #expect([0, 1, 2, 32, 33, 11].map(club.degree(of:)) == [16, 9, 10, 12, 17, 1])
  }

  @Test("lists neighbours ascending, whichever way and order edges come in")
  func ascending() {
    let reversed = Adjacency(
      vertexCount: KarateClub.vertexCount, from: KarateClub.edges.reversed().map(\.1),
      to: KarateClub.edges.reversed().map(\.0))
    #expect(reversed == club)
    for vertex in 0..<club.vertexCount {
      let row = Array(club.neighbours(of: vertex))
      #expect(row == row.sorted())
    }
  }

  @Test("knows exactly the edges it was given")
  func membership() {
    let edges = Set(KarateClub.edges.map { $0.0 << 8 | $0.1 })
    for a in 0..<34 {
      for b in 0..<34 where a != b {
        let listed = edges.contains(UInt32(min(a, b)) << 8 | UInt32(max(a, b)))
        #expect(club.contains(a, b) == listed, "\(a) and \(b)")
      }
    }
  }

  @Test("counts the mutual neighbours of many pairs as of each")
  func manyPairs() {
    let pairs = (0..<34).flatMap { a in (0..<34).map { (UInt32(a), UInt32($0)) } }
    let counts = club.mutualCounts(from: pairs.map(\.0), to: pairs.map(\.1))
    #expect(counts == pairs.map { club.mutualCount(Int($0), Int($1)) })
    #expect(counts.contains { $0 > 1 })
    let sparse = Adjacency(vertexCount: 5, from: [0, 1], to: [1, 4])
    #expect(sparse.mutualCounts(from: [0, 2, 0, 3], to: [4, 0, 1, 3]) == [1, 0, 0, 0])
  }

  @Test("counts the mutual neighbours of rows of every length, which are merged by fours")
  func everyLength() {
    // Vertices 0..<24 and 24..<48 have 0 to 23 neighbours among the 60 above; which, is scattered.
    let rows = (0..<48).map { vertex in
      Set((0..<vertex % 24).map { 48 + (vertex * 7 + $0 * (vertex < 24 ? 3 : 5)) % 60 })
    }
    let edges = rows.indices.flatMap { a in rows[a].sorted().map { (UInt32(a), UInt32($0)) } }
    let graph = Adjacency(vertexCount: 108, from: edges.map(\.0), to: edges.map(\.1))
    for a in rows.indices {
      let counts = graph.mutualCounts(
        from: rows.indices.map { _ in UInt32(a) }, to: rows.indices.map { UInt32($0) })
      for b in rows.indices {
        let expected = rows[a].intersection(rows[b]).count
        #expect(counts[b] == expected, "\(a) and \(b), at once")
        #expect(graph.mutualCount(a, b) == expected, "\(a) and \(b)")
      }
    }
  }

  @Test("may be empty")
  func empty() {
    let none = Adjacency(vertexCount: 3, from: [], to: [])
    #expect(none.edgeCount == 0)
    #expect(none.degree(of: 2) == 0)
    #expect(!none.contains(0, 1))
  }
}

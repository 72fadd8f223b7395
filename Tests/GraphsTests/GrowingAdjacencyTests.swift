import Randomness
import Testing

@testable import Graphs

@Suite("Growing adjacency")
struct GrowingAdjacencyTests {
  @Test(
    "counts mutual neighbours as networkx does",
    arguments: [
      // [(a, b, len(list(nx.common_neighbors(G, a, b)))) for a, b in ...], networkx 3.6.1
      (0, 33, 4), (0, 1, 7), (32, 33, 10), (2, 8, 2), (5, 6, 2), (11, 0, 0), (16, 33, 0),
    ])
  func mutuals(a: Int, b: Int, expected: Int) {
    let club = Self.club()
    #expect(club.mutualCount(a, b) == expected)
    #expect(club.mutualCount(b, a) == expected)
  }

  @Test("counts as many mutual neighbours over all pairs of the karate club as networkx")
  func allPairs() {
    let club = Self.club()
    var sum = 0
    for a in 0..<34 { for b in a + 1..<34 { sum += club.mutualCount(a, b) } }
    #expect(sum == 528)
  }

  @Test("agrees with sets after thousands of changes", arguments: [1, 2, 3] as [UInt64])
  func agreesWithSets(seed: UInt64) {
    let vertices = 60
    var stream = RandomStream(seed: seed, purpose: .test, entity: 0)
    var graph = GrowingAdjacency(Adjacency(vertexCount: vertices, from: [0], to: [1]))
    var sets = [Set<Int>](repeating: [], count: vertices)
    sets[0] = [1]
    sets[1] = [0]
    for _ in 0..<6_000 {
      // Few low numbers and many high ones: degrees far enough apart to try both ways of counting.
      let a = min(stream.below(vertices), stream.below(vertices))
      let b = stream.below(vertices)
      guard a != b else { continue }
      if stream.chance(0.6) {
        let inserted = graph.insert(a, b)
        let wasNew = sets[a].insert(b).inserted
        #expect(inserted == wasNew)
        sets[b].insert(a)
      } else {
        let removed = graph.remove(a, b)
        let wasThere = sets[a].remove(b) != nil
        #expect(removed == wasThere)
        sets[b].remove(a)
      }
    }
    let frozen = graph.frozen()
    for a in 0..<vertices {
      #expect(frozen.neighbours(of: a).map(Int.init) == sets[a].sorted())
      #expect(graph.neighbours(of: a).map(Int.init) == sets[a].sorted())
      #expect(graph.degree(of: a) == sets[a].count)
      for b in 0..<vertices where a != b {
        #expect(graph.contains(a, b) == sets[a].contains(b))
        #expect(graph.mutualCount(a, b) == sets[a].intersection(sets[b]).count)
      }
    }
  }

  @Test("counts mutual neighbours of a hub and a loner, whose degrees differ much")
  func lopsided() {
    let hub = (2..<500).map { (UInt32(0), UInt32($0)) }
    let loner: [(UInt32, UInt32)] = [(1, 3), (1, 499), (1, 600)]
    let edges = (hub + loner).sorted { ($0.0, $0.1) < ($1.0, $1.1) }
    let graph = GrowingAdjacency(
      Adjacency(vertexCount: 601, from: edges.map(\.0), to: edges.map(\.1)))
    #expect(graph.mutualCount(0, 1) == 2)
  }

  private static func club() -> GrowingAdjacency { GrowingAdjacency(KarateClub.graph) }
}

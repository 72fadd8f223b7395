import Testing

@testable import Graphs

@Suite("Embeddedness")
struct EmbeddednessTests {
  @Test(
    "counts the edges whose ends networkx gives a common neighbour", arguments: ReferenceGraph.all)
  func reference(_ reference: ReferenceGraph) {
    #expect(
      reference.graph.embeddedEdgeShare(threads: 2)
        == SampleMean(successes: reference.embeddedEdges, of: reference.edges))
  }

  @Test("mutual neighbours are those of both sets", arguments: 1...4 as ClosedRange<UInt64>)
  func slow(seed: UInt64) {
    let graph = SmallGraphs.random(seed: seed)
    for a in 0..<graph.vertexCount {
      for b in 0..<graph.vertexCount where a != b {
        let both = Set(graph.neighbours(of: a)).intersection(graph.neighbours(of: b))
        #expect(graph.mutualCount(a, b) == both.count, "\(a) and \(b), seed \(seed)")
        #expect(graph.haveMutual(a, b) == !both.isEmpty, "\(a) and \(b), seed \(seed)")
      }
    }
  }

  @Test("mutual neighbours of a hub and a loner, whose degrees differ much")
  func lopsided() {
    var edges = (2..<500).map { (UInt32(0), UInt32($0)) }
    edges += [(1, 3), (1, 499), (1, 600), (601, 600), (601, 700)]
    let graph = Adjacency(vertexCount: 701, from: edges.map(\.0), to: edges.map(\.1))
    #expect(graph.mutualCount(0, 1) == 2)
    #expect(graph.mutualCount(1, 0) == 2)
    #expect(graph.haveMutual(0, 1))
    #expect(!graph.haveMutual(0, 601))
    #expect(!graph.haveMutual(601, 0))
  }

  @Test("of a sample counts each edge of it")
  func sample() {
    // A triangle 0-1-2 with a tail 2-3.
    let graph = Adjacency(vertexCount: 4, from: [0, 0, 1, 2], to: [1, 2, 2, 3])
    #expect(graph.embeddedEdgeShare(threads: 2)?.mean == 0.75)
    #expect(graph.embeddedEdgeShare(from: [2, 3, 1], to: [3, 2, 0], threads: 2)?.mean == 1.0 / 3)
    #expect(graph.embeddedEdgeShare(from: [], to: [], threads: 2) == nil)
  }

  @Test("is none of a star, and undefined without edges")
  func none() {
    #expect(SmallGraphs.star.embeddedEdgeShare(threads: 2)?.mean == 0)
    #expect(SmallGraphs.loners.embeddedEdgeShare(threads: 2) == nil)
    #expect(SmallGraphs.empty.embeddedEdgeShare(threads: 2) == nil)
  }
}

import Testing

@testable import Graphs

@Suite("Triangles")
struct TrianglesTests {
  @Test("are as many as networkx and igraph find", arguments: ReferenceGraph.all)
  func reference(_ reference: ReferenceGraph) throws {
    let triangles = Triangles(in: reference.graph, threads: 2)
    let last = reference.graph.vertexCount - 1
    #expect(triangles.total == reference.triangles)
    #expect([0, 1, 2, last].map { triangles.counts[$0] } == reference.someTriangles)
    #expect(isClose(triangles.transitivity, reference.transitivity))
    let clustering = try #require(SampleMean(of: triangles.localClustering))
    #expect(isClose(clustering.mean, reference.averageClustering))
    #expect(isClose(clustering.standardError, reference.averageClusteringError))
  }

  @Test("are those of a search through all triples", arguments: 1...8 as ClosedRange<UInt64>)
  func slow(seed: UInt64) {
    let graph = SmallGraphs.random(seed: seed)
    var expected = [Int](repeating: 0, count: graph.vertexCount)
    for a in 0..<graph.vertexCount {
      for b in a + 1..<graph.vertexCount where graph.contains(a, b) {
        for c in b + 1..<graph.vertexCount where graph.contains(a, c) && graph.contains(b, c) {
          for vertex in [a, b, c] { expected[vertex] += 1 }
        }
      }
    }
    #expect(expected.contains { $0 > 0 }, "seed \(seed) has no triangle to count")
    let triangles = Triangles(in: graph, threads: 1)
    #expect(triangles.counts == expected)
    let sample = [3, 80, 0, 3, 41]
    let all = triangles.localClustering
    #expect(graph.localClustering(of: sample, threads: 1) == sample.map { all[$0] })
    #expect(graph.localClustering(of: Array(0..<graph.vertexCount), threads: 2) == all)
  }

  @Test("need three vertices: fewer than two neighbours are no cluster, and a star has none")
  func none() {
    let star = Triangles(in: SmallGraphs.star, threads: 2)
    #expect(star.localClustering == [0, 0, 0, 0, 0])
    #expect(star.transitivity == 0)
    let loners = Triangles(in: SmallGraphs.loners, threads: 2)
    #expect(loners.counts == [0, 0, 0])
    #expect(loners.localClustering == [0, 0, 0])
    #expect(loners.transitivity == nil)
    let empty = Triangles(in: SmallGraphs.empty, threads: 2)
    #expect(empty.counts.isEmpty)
    #expect(empty.transitivity == nil)
    #expect(SmallGraphs.star.localClustering(of: [], threads: 2).isEmpty)
  }
}

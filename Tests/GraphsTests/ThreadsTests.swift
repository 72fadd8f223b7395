import Testing

@testable import Graphs

@Suite("Graph statistics on several threads")
struct ThreadsTests {
  /// Large enough for several blocks of every statistic.
  private let graph = SmallGraphs.random(seed: 5, vertexCount: 12_000, draws: 90_000)

  @Test("are the same to the bit as on one", arguments: [2, 3, 8])
  func same(threads: Int) {
    let vertices = (0..<3_000).map { $0 * 7 % 12_000 }
    let values = (0..<12_000).map { $0 * 31 % 97 }
    func differs<Value: Equatable>(_ statistic: (Int) -> Value) -> Bool {
      statistic(threads) != statistic(1)
    }
    #expect(!differs { Triangles(in: graph, threads: $0) })
    #expect(!differs { graph.localClustering(of: vertices, threads: $0) })
    #expect(!differs { graph.degreeAssortativity(threads: $0) })
    #expect(
      !differs { MixingMatrix(of: graph, categories: values, categoryCount: 97, threads: $0) })
    #expect(!differs { graph.friendshipParadox(threads: $0) })
    #expect(!differs { graph.embeddedEdgeShare(threads: $0) })
    #expect(!differs { graph.distances(from: Array(vertices[..<200]), threads: $0) })
  }
}

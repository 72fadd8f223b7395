import Testing

@testable import Graphs

@Suite("Distances")
struct DistanceDistributionTests {
  @Test("are networkx's", arguments: ReferenceGraph.all)
  func reference(_ reference: ReferenceGraph) {
    let distances = reference.graph.distances(from: [5], threads: 2)
    #expect(distances.map(\.counts) == [reference.distancesFromFive])
  }

  @Test("from many sources are those of one search each", arguments: 1...4 as ClosedRange<UInt64>)
  func slow(seed: UInt64) {
    let graph = SmallGraphs.random(seed: seed, draws: 120)
    // More than two batches of 64, and some sources twice.
    let sources = Array(0..<graph.vertexCount) + Array(0..<50)
    let distances = graph.distances(from: sources, threads: 2)
    #expect(distances.map(\.counts) == sources.map { Self.counts(in: graph, from: $0) })
  }

  @Test("along a path go to its end, and leave out what is out of reach")
  func path() {
    let path = Adjacency(vertexCount: 6, from: [0, 1, 2, 3], to: [1, 2, 3, 4])
    let distances = path.distances(from: [0, 2, 5], threads: 2)
    #expect(distances.map(\.counts) == [[1, 1, 1, 1, 1], [1, 2, 2], [1]])
    #expect(distances.map(\.mean) == [2.5, 1.5, nil])
    #expect(path.distances(from: [], threads: 2).isEmpty)
  }

  /// How many vertices are at each distance, by a plain breadth-first search.
  private static func counts(in graph: Adjacency, from source: Int) -> [Int] {
    var reached: Set = [source]
    var front: Set = [source]
    var counts: [Int] = []
    while !front.isEmpty {
      counts.append(front.count)
      front = Set(front.flatMap { graph.neighbours(of: $0).map(Int.init) }).subtracting(reached)
      reached.formUnion(front)
    }
    return counts
  }
}

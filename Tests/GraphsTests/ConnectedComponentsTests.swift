import Testing

@testable import Graphs

@Suite("Connected components")
struct ConnectedComponentsTests {
  @Test("have networkx's sizes, in order of their lowest vertex", arguments: ReferenceGraph.all)
  func reference(_ reference: ReferenceGraph) {
    let components = ConnectedComponents(of: reference.graph)
    #expect(components.sizes == reference.componentSizes)
    for (label, size) in components.sizes.enumerated() {
      #expect(components.labels.count { $0 == label } == size)
    }
  }

  @Test("join exactly what paths join", arguments: 1...4 as ClosedRange<UInt64>)
  func slow(seed: UInt64) {
    let graph = SmallGraphs.random(seed: seed, draws: 60)
    var lowest = Array(0..<graph.vertexCount)
    for _ in 0..<graph.vertexCount {
      for vertex in 0..<graph.vertexCount {
        for other in graph.neighbours(of: vertex) {
          lowest[vertex] = min(lowest[vertex], lowest[Int(other)])
        }
      }
    }
    let roots = Set(lowest).sorted()
    let components = ConnectedComponents(of: graph)
    #expect(components.labels.map { roots[Int($0)] } == lowest, "seed \(seed)")
    #expect(components.sizes == roots.map { root in lowest.count { $0 == root } })
  }

  @Test("say what share the largest has, of all and of those with neighbours")
  func shares() {
    let pairAndLoners = Adjacency(vertexCount: 7, from: [1, 2, 4], to: [2, 3, 5])
    let components = ConnectedComponents(of: pairAndLoners)
    #expect(components.labels == [0, 1, 1, 1, 2, 2, 3])
    #expect(components.largest == 3)
    #expect(components.largestShare == 3.0 / 7)
    #expect(components.largestShareOfNeighboured == 0.6)
  }

  @Test("of vertices without neighbours are one each; of no vertices none")
  func none() {
    let loners = ConnectedComponents(of: SmallGraphs.loners)
    #expect(loners.sizes == [1, 1, 1])
    #expect(loners.largestShareOfNeighboured == nil)
    let empty = ConnectedComponents(of: SmallGraphs.empty)
    #expect(empty.sizes.isEmpty)
    #expect(empty.largest == 0)
    #expect(empty.largestShare == nil)
  }
}

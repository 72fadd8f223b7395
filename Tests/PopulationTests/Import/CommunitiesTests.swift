import Graphs
import Testing

@testable import Population

@Suite("Communities")
struct CommunitiesTests {
  private static func adjacency(_ name: String) throws -> Adjacency {
    let graph = try ImportedGraphs.read(name)
    return Adjacency(
      vertexCount: graph.accounts.count, from: graph.friendships.map(\.lower),
      to: graph.friendships.map(\.higher))
  }

  /// The community of each vertex on the topmost level.
  private static func top(_ communities: Communities, vertexCount: Int) -> [UInt32] {
    communities.parents.reduce((0..<vertexCount).map { UInt32($0) }) { own, parents in
      own.map { parents[Int($0)] }
    }
  }

  /// Newman and Girvan 2004, doi 10.1103/PhysRevE.69.026113.
  private static func modularity(_ graph: Adjacency, _ community: [UInt32]) -> Double {
    var within = 0
    var strengths: [UInt32: Int] = [:]
    for vertex in 0..<graph.vertexCount {
      strengths[community[vertex], default: 0] += graph.degree(of: vertex)
      within += graph.neighbours(of: vertex).count { community[Int($0)] == community[vertex] }
    }
    let whole = Double(graph.neighbours.count)
    let expected = strengths.values.reduce(0.0) { $0 + Double($1 * $1) / (whole * whole) }
    return Double(within) / whole - expected
  }

  @Test(
    "of the karate club have nearly the greatest modularity there is",
    arguments: [1, 2, 3, 4, 5] as [UInt64])
  func karateClub(seed: UInt64) throws {
    // The greatest is 0.4198 (Brandes et al. 2008, doi 10.1109/TKDE.2007.190689).
    let graph = try Self.adjacency("karate-club.txt")
    let community = Self.top(Communities(of: graph, seed: seed), vertexCount: 34)
    let modularity = Self.modularity(graph, community)
    #expect((0.38...0.4198).contains(modularity), "\(modularity)")
  }

  @Test("of a graph made of communities have the modularity that networkx finds, within 0.01")
  func made() throws {
    // networkx.community.louvain_communities(graph, seed=1) has 0.6871.
    let graph = try Self.adjacency("lfr-2000.txt")
    let community = Self.top(Communities(of: graph, seed: 1), vertexCount: 2_000)
    let modularity = Self.modularity(graph, community)
    #expect(abs(modularity - 0.6871) < 0.01, "\(modularity)")
  }

  @Test("put every vertex into the row once, neighbours far nearer than by chance")
  func order() throws {
    let graph = try Self.adjacency("lfr-2000.txt")
    let order = VertexOrder.order(of: graph, seed: 1)
    #expect(order.sorted() == (0..<2_000).map { UInt32($0) })
    var position = [Int](repeating: 0, count: 2_000)
    for (index, vertex) in order.enumerated() { position[Int(vertex)] = index }
    var distance = 0
    for vertex in 0..<2_000 {
      for other in graph.neighbours(of: vertex) {
        distance += abs(position[vertex] - position[Int(other)])
      }
    }
    // By chance a third of the row: 667.
    let mean = Double(distance) / Double(graph.neighbours.count)
    #expect(mean < 250, "\(mean)")
  }

  @Test("are none of a graph without edges")
  func empty() {
    let graph = Adjacency(vertexCount: 3, from: [], to: [])
    #expect(Communities(of: graph, seed: 1).parents.isEmpty)
    #expect(VertexOrder.order(of: graph, seed: 1) == [0, 1, 2])
  }
}

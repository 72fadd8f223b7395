import Graphs

/// Puts the vertices of a graph into a row in which neighbours are near.
///
/// Communities stand together, and next to those they have most edges with; within each the same
/// holds of the communities it is made of, down to single vertices.
enum VertexOrder {
  /// The vertices in order.
  ///
  /// - Complexity: linear in vertices and edges for each level of communities, but for sorting.
  static func order(of graph: Adjacency, seed: UInt64) -> [UInt32] {
    let communities = Communities(of: graph, seed: seed)
    let top = communities.graphs.count - 1
    // All vertices of the topmost graph are in one group.
    var order = row(
      communities.graphs[top], groups: [0],
      groupOf: [UInt32](repeating: 0, count: communities.graphs[top].vertexCount), groupCount: 1)
    for level in communities.parents.indices.reversed() {
      order = row(
        communities.graphs[level], groups: order, groupOf: communities.parents[level],
        groupCount: communities.graphs[level + 1].vertexCount)
    }
    return order
  }

  /// The vertices of a graph, group after group, in breadth-first order within each.
  ///
  /// The first of a group is the one with most edges to those before it.
  private static func row(
    _ graph: WeightedGraph, groups: [UInt32], groupOf: [UInt32], groupCount: Int
  ) -> [UInt32] {
    let members = GroupMembers(of: groupOf, count: groupCount)
    var order: [UInt32] = []
    order.reserveCapacity(graph.vertexCount)
    var isPlaced = [Bool](repeating: false, count: graph.vertexCount)
    // The weight of each vertex's edges to vertices in the row.
    var pull = [Int](repeating: 0, count: graph.vertexCount)
    for group in groups {
      let starts = members[Int(group)].map { (pull: pull[Int($0)], vertex: $0) }
        .sorted { ($1.pull, $0.vertex) < ($0.pull, $1.vertex) }
      for start in starts where !isPlaced[Int(start.vertex)] {
        var next = order.count
        order.append(start.vertex)
        isPlaced[Int(start.vertex)] = true
        while next < order.count {
          let vertex = order[next]
          next += 1
          var found: [(weight: Int, vertex: UInt32)] = []
          for edge in graph.edges(of: Int(vertex)) {
            let other = graph.neighbours[edge]
            pull[Int(other)] += graph.weights[edge]
            guard groupOf[Int(other)] == group, !isPlaced[Int(other)] else { continue }
            isPlaced[Int(other)] = true
            found.append((graph.weights[edge], other))
          }
          found.sort { ($1.weight, $0.vertex) < ($0.weight, $1.vertex) }
          order += found.lazy.map(\.vertex)
        }
      }
    }
    return order
  }
}

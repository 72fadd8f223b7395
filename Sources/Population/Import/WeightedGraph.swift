import Graphs

/// An undirected graph whose edges have weights, as compressed sparse rows.
struct WeightedGraph {
  /// Where each vertex's neighbours start; one more value than vertices.
  private(set) var offsets: [Int]
  /// The neighbours of all vertices, vertex by vertex.
  private(set) var neighbours: [UInt32]
  /// The weight of the edge to each of them.
  private(set) var weights: [Int]
  /// The weight of the edges of each vertex, those within it counted twice.
  private(set) var strengths: [Int]

  /// Gives every edge of a graph the weight 1.
  init(_ graph: Adjacency) {
    offsets = graph.offsets
    neighbours = graph.neighbours
    weights = [Int](repeating: 1, count: graph.neighbours.count)
    strengths = (0..<graph.vertexCount).map(graph.degree(of:))
  }

  /// Makes one vertex of each community of a graph.
  ///
  /// - Parameters:
  ///   - graph: the graph.
  ///   - community: the community of each of its vertices.
  ///   - count: how many communities there are.
  /// - Complexity: linear in vertices and edges.
  init(merging graph: WeightedGraph, into community: [UInt32], count: Int) {
    let members = GroupMembers(of: community, count: count)
    offsets = [0]
    neighbours = []
    weights = []
    strengths = [Int](repeating: 0, count: count)
    var links = LinkSums(count: count)
    for own in 0..<count {
      for vertex in members[own] {
        strengths[own] += graph.strengths[Int(vertex)]
        for edge in graph.edges(of: Int(vertex)) {
          let other = community[Int(graph.neighbours[edge])]
          if other != own { links.add(graph.weights[edge], to: other) }
        }
      }
      for other in links.touched {
        neighbours.append(other)
        weights.append(links.sum(of: other))
      }
      links.clear()
      offsets.append(neighbours.count)
    }
  }

  /// How many vertices there are.
  var vertexCount: Int { offsets.count - 1 }

  /// The positions of a vertex's edges.
  func edges(of vertex: Int) -> Range<Int> { offsets[vertex]..<offsets[vertex + 1] }
}

/// Sums by community, cleared in time proportional to those that were touched.
struct LinkSums {
  private(set) var touched: [UInt32] = []
  private var sums: [Int]

  init(count: Int) {
    sums = [Int](repeating: 0, count: count)
  }

  func sum(of community: UInt32) -> Int { sums[Int(community)] }

  /// Adds a positive weight.
  mutating func add(_ weight: Int, to community: UInt32) {
    if sums[Int(community)] == 0 { touched.append(community) }
    sums[Int(community)] += weight
  }

  mutating func clear() {
    for community in touched { sums[Int(community)] = 0 }
    touched.removeAll(keepingCapacity: true)
  }
}

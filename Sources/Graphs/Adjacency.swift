/// An undirected graph that does not change, as compressed sparse rows.
///
/// Vertices are `0..<vertexCount`. The neighbours of each vertex are ascending and distinct, so a
/// membership question is a binary search and mutual neighbours are one merge.
public struct Adjacency: Sendable, Equatable {
  /// Where each vertex's neighbours start in `neighbours`; one more value than vertices.
  public let offsets: [Int]
  /// The neighbours of all vertices, vertex by vertex, ascending within each.
  public let neighbours: [UInt32]

  /// Makes the graph of a list of edges.
  ///
  /// - Parameters:
  ///   - vertexCount: how many vertices there are.
  ///   - from: one end of each edge.
  ///   - to: the other end of each edge.
  /// - Precondition: no edge is a loop or listed twice; every end is below `vertexCount`.
  /// - Complexity: linear in vertices and edges, if the edges are ascending by (from, to).
  public init(vertexCount: Int, from: [UInt32], to: [UInt32]) {
    precondition(from.count == to.count, "an edge needs two ends")
    var offsets = [Int](repeating: 0, count: vertexCount + 1)
    for edge in from.indices {
      offsets[Int(from[edge]) + 1] += 1
      offsets[Int(to[edge]) + 1] += 1
    }
    for vertex in 0..<vertexCount { offsets[vertex + 1] += offsets[vertex] }
    var next = offsets
    var neighbours = [UInt32](repeating: 0, count: from.count * 2)
    // Edges ascending by (from, to) fill each row in order: first the smaller neighbours, one by
    // one as they list this vertex, then the larger ones.
    for edge in from.indices {
      let b = Int(to[edge])
      neighbours[next[b]] = from[edge]
      next[b] += 1
    }
    for edge in from.indices {
      let a = Int(from[edge])
      neighbours[next[a]] = to[edge]
      next[a] += 1
    }
    for vertex in 0..<vertexCount {
      let row = offsets[vertex]..<offsets[vertex + 1]
      if !Self.isAscending(neighbours[row]) { neighbours[row].sort() }
    }
    self.offsets = offsets
    self.neighbours = neighbours
  }

  /// Makes the graph of edges listed once, by their lower vertex.
  ///
  /// - Parameters:
  ///   - starts: where each vertex's edges with higher vertices start in `higher`; one more value
  ///     than vertices.
  ///   - higher: the higher end of each edge, ascending within each lower vertex.
  /// - Complexity: linear in vertices and edges.
  public init(starts: [Int], higher: [UInt32]) {
    let vertices = starts.count - 1
    var offsets = [Int](repeating: 0, count: vertices + 1)
    for vertex in 0..<vertices { offsets[vertex + 1] = starts[vertex + 1] - starts[vertex] }
    for end in higher { offsets[Int(end) + 1] += 1 }
    for vertex in 0..<vertices { offsets[vertex + 1] += offsets[vertex] }
    var next = offsets
    var neighbours = [UInt32](repeating: 0, count: higher.count * 2)
    // Lower neighbours come first and in order, as each vertex is seen after those below it.
    for lower in 0..<vertices {
      for edge in starts[lower]..<starts[lower + 1] {
        let end = Int(higher[edge])
        neighbours[next[end]] = UInt32(lower)
        next[end] += 1
      }
    }
    for lower in 0..<vertices {
      for edge in starts[lower]..<starts[lower + 1] {
        neighbours[next[lower]] = higher[edge]
        next[lower] += 1
      }
    }
    self.offsets = offsets
    self.neighbours = neighbours
  }

  /// How many vertices the graph has.
  public var vertexCount: Int { offsets.count - 1 }

  /// How many edges the graph has.
  public var edgeCount: Int { neighbours.count / 2 }

  /// How many neighbours a vertex has.
  public func degree(of vertex: Int) -> Int { offsets[vertex + 1] - offsets[vertex] }

  /// The neighbours of a vertex, ascending.
  public func neighbours(of vertex: Int) -> ArraySlice<UInt32> {
    neighbours[offsets[vertex]..<offsets[vertex + 1]]
  }

  /// Whether two vertices are neighbours.
  ///
  /// - Complexity: logarithmic in the smaller degree.
  public func contains(_ a: Int, _ b: Int) -> Bool {
    let (small, large) = degree(of: a) <= degree(of: b) ? (a, b) : (b, a)
    var low = offsets[small]
    var high = offsets[small + 1]
    let wanted = UInt32(large)
    while low < high {
      let middle = (low + high) / 2
      if neighbours[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low < offsets[small + 1] && neighbours[low] == wanted
  }

  private static func isAscending(_ row: ArraySlice<UInt32>) -> Bool {
    var index = row.startIndex + 1
    while index < row.endIndex {
      if row[index - 1] >= row[index] { return false }
      index += 1
    }
    return true
  }
}

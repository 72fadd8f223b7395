/// A graph as compressed sparse rows, made for one night's work.
///
/// Each edge is at both its ends; neighbours come in the order of the edges.
struct Incidence {
  private let offsets: [Int]
  private let others: [UInt32]

  /// Makes the graph of pairs of vertices below `vertices`.
  ///
  /// - Complexity: linear in vertices and edges.
  init(vertices: Int, edges: [(Int, Int)]) {
    var offsets = [Int](repeating: 0, count: vertices + 1)
    for (a, b) in edges {
      offsets[a + 1] += 1
      offsets[b + 1] += 1
    }
    for vertex in 0..<vertices { offsets[vertex + 1] += offsets[vertex] }
    var next = offsets
    var others = [UInt32](repeating: 0, count: edges.count * 2)
    for (a, b) in edges {
      others[next[a]] = UInt32(b)
      others[next[b]] = UInt32(a)
      next[a] += 1
      next[b] += 1
    }
    self.offsets = offsets
    self.others = others
  }

  /// The vertices at the other ends of a vertex's edges.
  func neighbours(of vertex: Int) -> ArraySlice<UInt32> {
    others[offsets[vertex]..<offsets[vertex + 1]]
  }
}

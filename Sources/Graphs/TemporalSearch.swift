/// Ways through the graph as it is at one time.
extension TemporalAdjacency {
  /// The vertices that no more than so many edges lead to, nearest first, then ascending.
  ///
  /// - Parameters:
  ///   - origin: where ways begin; it is not among those reached.
  ///   - limit: how many edges a way may have.
  ///   - time: when.
  /// - Returns: each vertex once.
  /// - Complexity: linear in the edges of the vertices reached, and 4 bytes of memory a vertex.
  public func reached(
    from origin: Int, within limit: Int, at time: Int32
  ) -> [GraphSearch.Reached] {
    GraphSearch.reached(
      from: origin, within: limit, marks: DenseMarks(vertices: vertexCount)
    ) { forEachNeighbour(of: $0, at: time, $1) }
  }

  /// A shortest way between two vertices, both ends included; nil if there is none.
  ///
  /// Of several, always the same one. A vertex leads to itself.
  ///
  /// - Complexity: searches from both ends, the smaller side first: linear in the edges of the
  ///   vertices met, and 8 bytes of memory a vertex.
  public func shortestPath(from a: Int, to b: Int, at time: Int32) -> [Int]? {
    GraphSearch.shortestPath(from: a, to: b, marks: DenseMarks(vertices: vertexCount)) {
      forEachNeighbour(of: $0, at: time, $1)
    }
  }
}

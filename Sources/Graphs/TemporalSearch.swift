/// Ways through the graph as it is at one time.
extension TemporalAdjacency {
  /// The vertices that no more than so many edges lead to, nearest first, then ascending.
  ///
  /// - Parameters:
  ///   - origin: where ways begin; it is not among those reached.
  ///   - limit: how many edges a way may have.
  ///   - time: when.
  ///   - charge: told of the work as it goes on, in edges looked at; what it throws ends the search.
  /// - Returns: each vertex once.
  /// - Throws: what `charge` throws.
  /// - Complexity: linear in the edges of the vertices reached, and 4 bytes of memory a vertex.
  public func reached<Failure: Error>(
    from origin: Int, within limit: Int, at time: Int32,
    charging charge: (_ edges: Int) throws(Failure) -> Void
  ) throws(Failure) -> [GraphSearch.Reached] {
    try charge(marksCost)
    return try GraphSearch.reached(
      from: origin, within: limit, marks: DenseMarks(vertices: vertexCount)
    ) { (vertex: Int, tell: (Int) -> Void) throws(Failure) in
      try charge(sideCount(of: vertex))
      forEachNeighbour(of: vertex, at: time, tell)
    }
  }

  /// The vertices that no more than so many edges lead to, nearest first, then ascending.
  ///
  /// - Complexity: linear in the edges of the vertices reached, and 4 bytes of memory a vertex.
  public func reached(
    from origin: Int, within limit: Int, at time: Int32
  ) -> [GraphSearch.Reached] {
    reached(from: origin, within: limit, at: time) { _ in }
  }

  /// A shortest way between two vertices, both ends included; nil if there is none.
  ///
  /// Of several, always the same one. A vertex leads to itself.
  ///
  /// - Parameters:
  ///   - a: one end.
  ///   - b: the other.
  ///   - time: when.
  ///   - charge: told of the work as it goes on, in edges looked at; what it throws ends the search.
  /// - Returns: the vertices of the way, from `a` to `b`.
  /// - Throws: what `charge` throws.
  /// - Complexity: searches from both ends, the smaller side first: linear in the edges of the
  ///   vertices met, and 8 bytes of memory a vertex.
  public func shortestPath<Failure: Error>(
    from a: Int, to b: Int, at time: Int32,
    charging charge: (_ edges: Int) throws(Failure) -> Void
  ) throws(Failure) -> [Int]? {
    try charge(2 * marksCost)
    return try GraphSearch.shortestPath(
      from: a, to: b, marks: DenseMarks(vertices: vertexCount)
    ) { (vertex: Int, tell: (Int) -> Void) throws(Failure) in
      try charge(sideCount(of: vertex))
      forEachNeighbour(of: vertex, at: time, tell)
    }
  }

  /// A shortest way between two vertices, both ends included; nil if there is none.
  ///
  /// - Complexity: searches from both ends, the smaller side first: linear in the edges of the
  ///   vertices met, and 8 bytes of memory a vertex.
  public func shortestPath(from a: Int, to b: Int, at time: Int32) -> [Int]? {
    shortestPath(from: a, to: b, at: time) { _ in }
  }

  /// What laying out the marks costs, in edges looked at: our choice, as they are only set to zero.
  private var marksCost: Int { 1 + vertexCount / 16 }
}

extension Adjacency {
  /// The local clustering coefficients of some vertices: 2t/(k(k − 1)) for t triangles and k
  /// neighbours.
  ///
  /// The share of pairs of neighbours that are neighbours themselves (Watts and Strogatz 1998,
  /// Nature 393, 440-442). A vertex with fewer than two neighbours has 0, as in networkx. For all
  /// vertices, `Triangles` is faster.
  ///
  /// - Parameters:
  ///   - vertices: the vertices; one may come more than once.
  ///   - threads: how many threads work at most.
  /// - Returns: the coefficients, in the order of the vertices.
  /// - Complexity: for each of the vertices the sum of its neighbours' degrees; one byte per vertex
  ///   of the graph and thread.
  public func localClustering(of vertices: [Int], threads: Int) -> [Double] {
    let blocks = mapBlocks(
      of: vertices.count, size: 16, threads: threads,
      scratch: { [UInt8](repeating: 0, count: vertexCount) },
      { block, marks in
        block.map { index in
          let vertex = vertices[index]
          return Triangles.localClustering(
            triangles: triangles(at: vertex, marks: &marks), degree: degree(of: vertex))
        }
      })
    return blocks.flatMap(\.self)
  }

  /// How many triangles a vertex is part of.
  ///
  /// Marks are zero for each vertex, and again when this is done.
  private func triangles(at vertex: Int, marks: inout [UInt8]) -> Int {
    let starts = offsets.span
    let pool = neighbours.span
    var marks = marks.mutableSpan
    let row = starts[vertex]..<starts[vertex + 1]
    for index in row { marks[Int(pool[index])] = 1 }
    var triangles = 0
    for index in row {
      let other = pool[index]
      // Each triangle once: at the lower of the two neighbours, whose row is read from its high
      // end down to itself.
      var end = starts[Int(other) + 1] - 1
      while end >= starts[Int(other)], pool[end] > other {
        triangles &+= Int(marks[Int(pool[end])])
        end -= 1
      }
    }
    for index in row { marks[Int(pool[index])] = 0 }
    return triangles
  }
}

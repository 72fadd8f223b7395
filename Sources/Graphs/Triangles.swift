/// How many triangles each vertex of a graph is part of, and the clustering that follows from it.
public struct Triangles: Sendable, Equatable {
  /// How many triangles each vertex is part of, one per vertex.
  public let counts: [Int]
  /// How many neighbours each vertex has, one per vertex.
  public let degrees: [Int]

  /// Counts the triangles of all vertices.
  ///
  /// Edges are pointed at the end of higher degree, so that each triangle is met once, at its
  /// lowest vertex, and no vertex has more than √(2m) edges away from it: the "forward" family of
  /// Schank and Wagner 2005 (Experimental and Efficient Algorithms, 606-609) and of Latapy 2008
  /// (Theoretical Computer Science 407, 458-473).
  ///
  /// - Parameters:
  ///   - graph: the graph.
  ///   - threads: how many threads work at most.
  /// - Complexity: O(m√m) time for m edges; beside the result half the memory of the graph, and 9
  ///   bytes per vertex and thread.
  public init(in graph: Adjacency, threads: Int) {
    let forward = ForwardEdges(of: graph)
    degrees = graph.degrees
    counts = sumBlocks(
      of: graph.vertexCount, size: 256, threads: threads, cells: graph.vertexCount,
      scratch: { [UInt8](repeating: 0, count: graph.vertexCount) },
      { forward.addTriangles(of: $0, to: &$1, marks: &$2) })
  }

  /// How many triangles the graph has.
  public var total: Int { counts.reduce(0, +) / 3 }

  /// The local clustering coefficient of each vertex, one per vertex: 2t/(k(k − 1)) for t triangles
  /// and k neighbours.
  ///
  /// The share of pairs of neighbours that are neighbours themselves (Watts and Strogatz 1998,
  /// Nature 393, 440-442). A vertex with fewer than two neighbours has 0, as in networkx.
  public var localClustering: [Double] {
    zip(counts, degrees).map(Self.localClustering(triangles:degree:))
  }

  /// The share of paths of length two that are closed: three times the triangles over the pairs of
  /// neighbours of all vertices; nil if nobody has two neighbours.
  ///
  /// Newman, Watts and Strogatz 2002, PNAS 99, 2566-2572. networkx gives 0 where this is nil.
  public var transitivity: Double? {
    let pairs = degrees.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    return pairs == 0 ? nil : Double(counts.reduce(0, +)) / Double(pairs)
  }

  /// The local clustering coefficient of a vertex.
  static func localClustering(triangles: Int, degree: Int) -> Double {
    degree < 2 ? 0 : Double(2 * triangles) / Double(degree * (degree - 1))
  }
}

/// The edges of a graph, each listed once, at its end of lower degree (of the same degree: at its
/// lower vertex).
private struct ForwardEdges {
  /// Where each vertex's heads start in `heads`; one more value than vertices.
  var offsets: [Int]
  /// The other ends, vertex by vertex, ascending within each.
  var heads: [UInt32]

  init(of graph: Adjacency) {
    let degrees = (0..<graph.vertexCount).map { UInt32(graph.degree(of: $0)) }
    var offsets = [0]
    offsets.reserveCapacity(graph.vertexCount + 1)
    // One more than edges: the place after the last is written and does not count.
    var heads = [UInt32](repeating: 0, count: graph.edgeCount + 1)
    var room = heads.mutableSpan
    let neighbours = graph.neighbours.span
    let degree = degrees.span
    var next = 0
    for vertex in 0..<graph.vertexCount {
      let mine = UInt64(degree[vertex]) << 32 | UInt64(vertex)
      for index in graph.offsets[vertex]..<graph.offsets[vertex + 1] {
        let other = neighbours[index]
        // Without branches on the data: a head that does not belong is written over.
        room[next] = other
        next += UInt64(degree[Int(other)]) << 32 | UInt64(other) > mine ? 1 : 0
      }
      offsets.append(next)
    }
    self.offsets = offsets
    self.heads = heads
  }

  /// Counts the triangles whose lowest vertex lies in a block, at all three of their vertices.
  ///
  /// Marks are zero for each vertex, and again when this is done.
  func addTriangles(of block: Range<Int>, to counts: inout [Int], marks: inout [UInt8]) {
    let starts = offsets.span
    let heads = heads.span
    var counts = counts.mutableSpan
    var marks = marks.mutableSpan
    for vertex in block {
      let row = starts[vertex]..<starts[vertex + 1]
      for index in row { marks[Int(heads[index])] = 1 }
      var triangles = 0
      for index in row {
        let middle = Int(heads[index])
        var closed = 0
        for end in starts[middle]..<starts[middle + 1] {
          let last = Int(heads[end])
          let hit = Int(marks[last])
          counts[last] &+= hit
          closed &+= hit
        }
        counts[middle] += closed
        triangles += closed
      }
      counts[vertex] += triangles
      for index in row { marks[Int(heads[index])] = 0 }
    }
  }
}

/// How far from one vertex the others are, in edges along a shortest path.
public struct DistanceDistribution: Sendable, Equatable {
  /// How many vertices are at each distance; at 0 the vertex itself.
  ///
  /// Vertices out of reach are left out.
  public let counts: [Int]

  /// The mean distance to the vertices within reach, the vertex itself left out; nil if there are
  /// none.
  public var mean: Double? {
    let others = counts.dropFirst().reduce(0, +)
    guard others > 0 else { return nil }
    return Double(counts.indices.reduce(0) { $0 + $1 * counts[$1] }) / Double(others)
  }
}

extension Adjacency {
  /// How far some vertices are from all others.
  ///
  /// The mean of their means is an estimate of the mean distance of a connected graph (as in
  /// Backstrom, Boldi, Rosa, Ugander and Vigna 2012, arXiv:1111.4570, by other means).
  ///
  /// - Parameters:
  ///   - sources: the vertices to start from; one may come more than once.
  ///   - threads: how many threads work at most, each on 64 sources or fewer.
  /// - Returns: the distances from each source, in their order.
  /// - Complexity: for each 64 sources at most 64 times the edges, and far less where their searches
  ///   meet, as in a social network: they go side by side, a bit each (Then and others 2014,
  ///   Proceedings of the VLDB Endowment 8, 449-460). 32 bytes per vertex and thread.
  public func distances(from sources: [Int], threads: Int) -> [DistanceDistribution] {
    let batches = mapBlocks(
      of: sources.count, size: 64, threads: threads,
      scratch: { BreadthFirstSearches(vertexCount: vertexCount) },
      { $1.run(in: self, from: Array(sources[$0])) })
    return batches.flatMap(\.self)
  }
}

/// Up to 64 breadth-first searches side by side: search i has bit i of each vertex.
private struct BreadthFirstSearches {
  /// The searches that reached each vertex so far.
  var seen: [UInt64]
  /// The searches that reached each vertex at the distance before.
  var arrived: [UInt64]
  /// The searches that reach each vertex at this distance.
  var arriving: [UInt64]

  init(vertexCount: Int) {
    seen = [UInt64](repeating: 0, count: vertexCount)
    arrived = seen
    arriving = seen
  }

  mutating func run(in graph: Adjacency, from sources: [Int]) -> [DistanceDistribution] {
    for vertex in seen.indices { seen[vertex] = 0 }
    var counts = [[Int]](repeating: [1], count: sources.count)
    var front: [UInt32] = []
    for (search, source) in sources.enumerated() {
      if arrived[source] == 0 { front.append(UInt32(source)) }
      seen[source] |= 1 << UInt64(search)
      arrived[source] |= 1 << UInt64(search)
    }
    while !front.isEmpty {
      front = advance(front, in: graph)
      let reached = arrivals(at: front)
      for search in counts.indices where reached[search] > 0 {
        counts[search].append(reached[search])
      }
    }
    return counts.map(DistanceDistribution.init(counts:))
  }

  /// Goes one edge further.
  ///
  /// - Returns: the vertices that a search reached for the first time.
  private mutating func advance(_ front: [UInt32], in graph: Adjacency) -> [UInt32] {
    let starts = graph.offsets.span
    let neighbours = graph.neighbours.span
    var next: [UInt32] = []
    for vertex in front.map(Int.init) {
      let searches = arrived[vertex]
      arrived[vertex] = 0
      for index in starts[vertex]..<starts[vertex + 1] {
        let other = Int(neighbours[index])
        let new = searches & ~seen[other]
        guard new != 0 else { continue }
        if arriving[other] == 0 { next.append(UInt32(other)) }
        arriving[other] |= new
      }
    }
    swap(&arrived, &arriving)
    for vertex in next.map(Int.init) { seen[vertex] |= arrived[vertex] }
    return next
  }

  /// How many vertices each search has just reached.
  private func arrivals(at front: [UInt32]) -> [Int] {
    var reached = [Int](repeating: 0, count: 64)
    for vertex in front {
      var searches = arrived[Int(vertex)]
      while searches != 0 {
        reached[searches.trailingZeroBitCount] += 1
        searches &= searches - 1
      }
    }
    return reached
  }
}

extension Adjacency {
  /// The share of all edges whose two ends have a neighbour in common; nil without edges.
  ///
  /// An edge's embeddedness is how many neighbours its ends have in common (Easley and Kleinberg
  /// 2010, Networks, Crowds, and Markets, section 3.5); this is the share of edges where it is at
  /// least 1.
  ///
  /// - Complexity: at most the sum of the squares of the degrees; far less where most edges are
  ///   embedded, as each edge stops at the first common neighbour.
  public func embeddedEdgeShare(threads: Int) -> SampleMean? {
    let embedded = mapBlocks(of: vertexCount, size: 256, threads: threads) { block in
      let starts = offsets.span
      let pool = neighbours.span
      var embedded = 0
      for vertex in block {
        let row = starts[vertex]..<starts[vertex + 1]
        for index in firstIndex(notBelow: UInt32(vertex), in: pool, row)..<row.upperBound {
          let other = Int(pool[index])
          if Graphs.haveMutual(in: pool, row, starts[other]..<starts[other + 1]) { embedded += 1 }
        }
      }
      return embedded
    }
    return SampleMean(successes: embedded.reduce(0, +), of: edgeCount)
  }

  /// The share of some edges whose two ends have a neighbour in common.
  ///
  /// - Parameters:
  ///   - from: one end of each edge of the sample.
  ///   - to: the other end of each edge.
  ///   - threads: how many threads work at most.
  /// - Returns: the share; nil of an empty sample.
  /// - Complexity: at most linear in the degrees of the ends.
  public func embeddedEdgeShare(from: [UInt32], to: [UInt32], threads: Int) -> SampleMean? {
    precondition(from.count == to.count, "an edge needs two ends")
    let embedded = mapBlocks(of: from.count, size: 256, threads: threads) { block in
      block.count { haveMutual(Int(from[$0]), Int(to[$0])) }
    }
    return SampleMean(successes: embedded.reduce(0, +), of: from.count)
  }
}

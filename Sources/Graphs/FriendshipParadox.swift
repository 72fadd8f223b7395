extension Adjacency {
  /// The share of vertices with strictly fewer neighbours than the median of their neighbours'
  /// degrees.
  ///
  /// "Your friends have more friends than you" (Feld 1991, American Journal of Sociology 96,
  /// 1464-1477), in the form in which Ugander, Karrer, Backstrom and Marlow 2011 (arXiv:1111.4503)
  /// measured it. Vertices without neighbours are left out. The median of an even number is the
  /// mean of the two in the middle.
  ///
  /// - Parameters:
  ///   - vertices: the vertices asked; nil for all.
  ///   - threads: how many threads work at most.
  /// - Returns: the share among the vertices with neighbours; nil if none has any.
  /// - Complexity: linear in the degrees of the vertices.
  public func friendshipParadox(of vertices: [Int]? = nil, threads: Int) -> SampleMean? {
    let count = vertices?.count ?? vertexCount
    let tallies = mapBlocks(of: count, size: 1_024, threads: threads) { block in
      var tally = (asked: 0, fewer: 0)
      for index in block {
        let vertex = vertices?[index] ?? index
        guard degree(of: vertex) > 0 else { continue }
        tally.asked += 1
        if hasFewerThanMedian(vertex) { tally.fewer += 1 }
      }
      return tally
    }
    return SampleMean(
      successes: tallies.reduce(0) { $0 + $1.fewer }, of: tallies.reduce(0) { $0 + $1.asked })
  }

  /// Whether a vertex has fewer neighbours than the median of its neighbours' degrees.
  ///
  /// The median lies above k if most neighbours' degrees do; no sorting is needed. With exactly
  /// half of them above, it is the mean of the highest not above and the lowest above.
  private func hasFewerThanMedian(_ vertex: Int) -> Bool {
    let own = degree(of: vertex)
    let starts = offsets.span
    let pool = neighbours.span
    var above = 0
    var lowestAbove = Int.max
    var highestBelow = 0
    for index in starts[vertex]..<starts[vertex + 1] {
      let other = Int(pool[index])
      let degree = starts[other + 1] - starts[other]
      if degree > own {
        above += 1
        lowestAbove = min(lowestAbove, degree)
      } else {
        highestBelow = max(highestBelow, degree)
      }
    }
    if above * 2 != own { return above * 2 > own }
    return own - highestBelow < lowestAbove - own
  }
}

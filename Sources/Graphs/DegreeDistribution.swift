extension Adjacency {
  /// How many neighbours each vertex has, one per vertex.
  public var degrees: [Int] { (0..<vertexCount).map(degree(of:)) }
}

/// How many vertices have how many neighbours.
public struct DegreeDistribution: Sendable, Equatable {
  /// How many vertices have each degree, by degree from 0 to the largest; empty of no vertices.
  public let counts: [Int]
  /// How many vertices there are.
  public let vertexCount: Int

  /// Counts degrees, one per vertex: those of a whole graph, or of some of its vertices.
  ///
  /// - Complexity: linear in the vertices and in the largest degree.
  public init(of degrees: [Int]) {
    var counts = [Int](repeating: 0, count: (degrees.max() ?? -1) + 1)
    for degree in degrees { counts[degree] += 1 }
    self.counts = counts
    vertexCount = degrees.count
  }

  /// The mean degree, Σk/n; nil of no vertices.
  public var mean: Double? {
    guard vertexCount > 0 else { return nil }
    return Double(counts.indices.reduce(0) { $0 + $1 * counts[$1] }) / Double(vertexCount)
  }

  /// The median degree, the lower of the two middle ones of an even number; nil of no vertices.
  public var median: Int? { quantile(0.5) }

  /// The smallest degree with at least a share `p` of the vertices at or below it; nil of no
  /// vertices.
  ///
  /// The inverse of the empirical distribution function: type 1 of Hyndman and Fan 1996, The
  /// American Statistician 50, 361-365 (numpy's `inverted_cdf`). It is always a degree that occurs.
  ///
  /// - Precondition: `p` is from 0 to 1.
  /// - Complexity: linear in the largest degree.
  public func quantile(_ p: Double) -> Int? {
    precondition(p >= 0 && p <= 1, "\(p) is no share")
    guard vertexCount > 0 else { return nil }
    let rank = max((p * Double(vertexCount)).rounded(.up), 1)
    var below = 0
    return counts.firstIndex { count in
      below += count
      return Double(below) >= rank
    }
  }

  /// The share of vertices with at least each degree, P(K ≥ k), by k from 0 to the largest degree.
  ///
  /// What is drawn on logarithmic axes to show a heavy tail. It starts at 1; empty of no vertices.
  public var complementaryCumulativeShares: [Double] {
    var left = vertexCount
    return counts.map { count in
      defer { left -= count }
      return Double(left) / Double(vertexCount)
    }
  }
}

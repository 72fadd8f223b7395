import Parallelism

/// Friendships under construction: each packed into 64 bits so that sorting them orders them.
///
/// From the top: 30 bits of the lower account, 30 of the higher, 4 of the tie. Of two equal pairs
/// the one with the lower tie sorts first and is kept.
struct EdgeList {
  /// The most accounts that packing allows.
  static let accountLimit = 1 << 30

  /// Packs a friendship of two different accounts.
  static func pack(_ a: UInt32, _ b: UInt32, _ tie: Friendships.Tie) -> UInt64 {
    UInt64(min(a, b)) << 34 | UInt64(max(a, b)) << 4 | UInt64(tie.rawValue)
  }

  /// The lower account of a packed friendship.
  static func lower(_ edge: UInt64) -> UInt32 { UInt32(edge >> 34) }

  /// The higher account of a packed friendship.
  static func higher(_ edge: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: edge >> 4) & 0x3FFF_FFFF
  }

  /// Accounts whose friendships are sorted together.
  private static let bucketSize = 16_384

  /// Puts parts together: sorted, each pair once.
  ///
  /// Parts are dealt into buckets by lower account, and buckets are sorted side by side.
  static func merge(_ parts: [[UInt64]], accountCount: Int, threads: Int) -> [UInt64] {
    let buckets = max(1, (accountCount + bucketSize - 1) / bucketSize)
    var dealt = [[UInt64]](repeating: [], count: buckets)
    for part in parts {
      for edge in part { dealt[Int(lower(edge)) / bucketSize].append(edge) }
    }
    let unsorted = dealt
    dealt = []
    let sorted = parallelMap(count: buckets, threads: threads) { bucket in
      var edges = unsorted[bucket]
      edges.sort()
      var kept = 0
      for index in edges.indices {
        if kept > 0, edges[kept - 1] >> 4 == edges[index] >> 4 { continue }
        edges[kept] = edges[index]
        kept += 1
      }
      edges.removeLast(edges.count - kept)
      return edges
    }
    return Array(sorted.joined())
  }

  /// The columns of sorted packed friendships.
  static func unpack(_ edges: [UInt64], accountCount: Int) -> Friendships {
    Friendships(
      accountCount: accountCount,
      pairs: edges.lazy.map { edge in
        (lower(edge), higher(edge), Friendships.Tie(rawValue: UInt8(edge & 15)) ?? .online)
      })
  }
}

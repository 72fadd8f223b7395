/// How close two people are: a fixed number for the pair, the same for both.
enum Closeness {
  /// A hash of the two (the finaliser of splitmix64, Steele, Lea and Flood 2014,
  /// doi 10.1145/2660193.2660195); the lower, the closer.
  static func distance(_ a: Int, _ b: Int) -> UInt64 {
    var hash = UInt64(min(a, b)) << 32 | UInt64(max(a, b))
    hash = (hash ^ hash >> 30) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ hash >> 27) &* 0x94D0_49BB_1331_11EB
    return hash ^ hash >> 31
  }

  /// The closest to somebody among others who differ, after so many who are closer still.
  ///
  /// - Precondition: more others than are skipped.
  /// - Complexity: linear in the others, times those skipped.
  static func nearest(
    _ others: [Int], to somebody: Int, skipping skipped: Int
  ) -> Int? {
    var found: (distance: UInt64, other: Int)?
    for _ in 0...skipped {
      let closer = found?.distance
      found = nil
      for other in others {
        let distance = distance(somebody, other)
        if let closer, distance <= closer { continue }
        if let found, distance >= found.distance { continue }
        found = (distance, other)
      }
    }
    return found?.other
  }
}

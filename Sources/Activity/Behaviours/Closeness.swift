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
}

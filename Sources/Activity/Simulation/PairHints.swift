/// For each account, a bit for each 64th of all accounts: set if it may be in a pair with one.
///
/// It answers nearly every question about a few pairs of many accounts without a look at their
/// table, and for an account at hand without a read at random.
struct PairHints: Sendable {
  private var bits: [UInt64]

  /// Makes hints that there are no pairs.
  init(accounts: Int) { bits = Array(repeating: 0, count: accounts) }

  /// Whether the first account may be in a pair with the second.
  func mayPair(_ account: Int, with other: Int) -> Bool {
    bits[account] & Self.bit(of: other) != 0
  }

  /// Takes note of a pair.
  mutating func note(_ a: Int, _ b: Int) {
    bits[a] |= Self.bit(of: b)
    bits[b] |= Self.bit(of: a)
  }

  private static func bit(of account: Int) -> UInt64 {
    1 << ((UInt64(truncatingIfNeeded: account) &* 0x9E37_79B9_7F4A_7C15) >> 58)
  }
}

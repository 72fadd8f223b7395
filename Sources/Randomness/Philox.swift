/// The counter-based generator Philox4x32 with ten rounds: a pure function from a key and a counter
/// to 128 random bits.
///
/// It has no state. Any block can be computed at any time, in any order and on any core, so equal
/// coordinates give equal numbers however a run is scheduled. `RandomStream` lays its coordinates
/// over the key and the counter; other code should use that.
///
/// Guaranteed: the function is the published one, pinned by the known answers of Random123.
/// Not guaranteed: secrecy. It is no cipher.
///
/// Source: Salmon, Moraes, Dror and Shaw (2011), "Parallel random numbers: as easy as 1, 2, 3",
/// doi 10.1145/2063384.2063405, section 3.3.
public enum Philox {
  /// The number of rounds; ten is the authors' recommendation (their table 2: seven already pass
  /// every test of BigCrush, three more are the margin).
  public static let roundCount = 10

  /// The multiplier of counter word 0 (Random123 `philox.h`, `PHILOX_M4x32_0`).
  static let firstMultiplier: UInt32 = 0xD251_1F53
  /// The multiplier of counter word 2 (Random123 `philox.h`, `PHILOX_M4x32_1`).
  static let secondMultiplier: UInt32 = 0xCD9E_8D57
  /// What key word 0 grows by each round: the golden ratio's fraction in 32 bits.
  static let firstKeyStep: UInt32 = 0x9E37_79B9
  /// What key word 1 grows by each round: the fraction of the square root of three in 32 bits.
  static let secondKeyStep: UInt32 = 0xBB67_AE85

  /// Returns the block of four words that belongs to a key and a counter.
  ///
  /// - Parameters:
  ///   - key: The two key words.
  ///   - counter: The four counter words.
  /// - Returns: Four words, each uniform over all its values.
  /// - Complexity: O(1): ten rounds of two multiplications.
  @inline(__always)
  public static func block(key: SIMD2<UInt32>, counter: SIMD4<UInt32>) -> SIMD4<UInt32> {
    // Inlined by force into `RandomStream.next()`: a call of its own passes the words through vector
    // registers, and a stream's first draw then takes 41 ns instead of 18.
    var (key0, key1) = (key.x, key.y)
    var (word0, word1, word2, word3) = (counter.x, counter.y, counter.z, counter.w)
    for _ in 0..<roundCount {
      let first = UInt64(firstMultiplier) &* UInt64(word0)
      let second = UInt64(secondMultiplier) &* UInt64(word2)
      word0 = UInt32(truncatingIfNeeded: second >> 32) ^ word1 ^ key0
      word1 = UInt32(truncatingIfNeeded: second)
      word2 = UInt32(truncatingIfNeeded: first >> 32) ^ word3 ^ key1
      word3 = UInt32(truncatingIfNeeded: first)
      key0 &+= firstKeyStep
      key1 &+= secondKeyStep
    }
    return SIMD4(word0, word1, word2, word3)
  }
}

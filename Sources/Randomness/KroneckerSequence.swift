/// Numbers in 0..<1 that are spread as evenly as a sequence of any length can be.
///
/// Value `i` of dimension `d` is the fractional part of `start + i·√p`, with `p` the prime of the
/// dimension: an additive recurrence, or Kronecker sequence (Weyl 1916, doi 10.1007/BF01475864).
/// Any share of the values is met within a few units whatever their number, where independent draws
/// miss it by the square root of that number; so a small world has the published shares as a large
/// one does. Values of different dimensions are jointly even.
///
/// Not for what must be unpredictable one from the next: values of one dimension that follow each
/// other differ by a constant.
public struct KroneckerSequence: Sendable {
  private let start: UInt64
  private let step: UInt64

  /// How many dimensions there are.
  public static let dimensionCount = steps.count

  /// Makes the sequence of a seed, a purpose and a dimension.
  ///
  /// - Parameters:
  ///   - seed: The seed of the whole run.
  ///   - purpose: What the numbers are for.
  ///   - dimension: Which sequence of the purpose, below `dimensionCount`.
  public init(seed: UInt64, purpose: Purpose, dimension: Int) {
    var stream = RandomStream(
      seed: seed, purpose: purpose, entity: UInt64(dimension), counter: .max)
    start = stream.next()
    step = Self.steps[dimension]
  }

  /// The value at an index.
  ///
  /// - Returns: A number in 0..<1.
  public func value(at index: Int) -> Double {
    Double((start &+ UInt64(truncatingIfNeeded: index) &* step) >> 11) * 0x1p-53
  }

  /// Fractional parts of the square roots of the primes from 2 to 37, in units of 2⁻⁶⁴.
  private static let steps: [UInt64] = [
    0x6A09_E667_F3BC_C908, 0xBB67_AE85_84CA_A73B, 0x3C6E_F372_FE94_F82B,
    0xA54F_F53A_5F1D_36F1, 0x510E_527F_ADE6_82D1, 0x9B05_688C_2B3E_6C1F,
    0x1F83_D9AB_FB41_BD6B, 0x5BE0_CD19_137E_2179, 0xCBBB_9D5D_C105_9ED8,
    0x629A_292A_367C_D507, 0x9159_015A_3070_DD17, 0x152F_ECD8_F70E_5939,
  ]
}

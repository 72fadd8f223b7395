import Randomness

/// Joins households into extended families, a few at a time, mostly not far from each other.
struct Kin {
  let seed: UInt64

  /// Households in an extended family: our choice, for 2 to 10 child ties of relatives
  /// (calibration section 5).
  static let householdsPerKin = 6

  /// How far apart kin live at most, as a share of all households passed on the way: our choice.
  static let spreadShare = 0.05

  /// The extended family of each household.
  ///
  /// - Parameter households: how many there are, numbered in the order of their homes.
  /// - Returns: numbers from 0, one for each household.
  func groups(households: Int) -> [Int32] {
    let farthest = max(Self.spreadShare * Double(households), 1)
    let keys = (0..<households).map { household in
      var stream = RandomStream(seed: seed, purpose: .kin, entity: UInt64(household))
      let position = Double(household) + RankStep(farthest: farthest).sample(using: &stream)
      return UInt64((position + farthest) * 4) << 32 | UInt64(household)
    }
    var kin = [Int32](repeating: 0, count: households)
    for (rank, key) in keys.sorted().enumerated() {
      kin[Int(truncatingIfNeeded: key & 0xFFFF_FFFF)] = Int32(rank / Self.householdsPerKin)
    }
    return kin
  }
}

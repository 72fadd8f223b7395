import RealModule

/// Whether two sides differ on the same people by more than chance: an exact test by changing sides.
///
/// Where it makes no difference which of two sides a person is judged by, the person's difference is
/// as likely the other way round. Of all ways to turn persons round, p is the share with a sum at
/// least as far from 0 as the one found. With one trial per person that is McNemar's exact test; with
/// several it stays exact, as persons are turned round whole: the cases of a groomer stand or fall
/// together, and to count each alone would find differences where there are none. McNemar 1947,
/// Psychometrika 12, 153-157, doi 10.1007/BF02295996; Fisher's randomization; mid-p as Fagerland, Lydersen and
/// Laake 2013, BMC Medical Research Methodology 13:91, doi 10.1186/1471-2288-13-91, recommend it
/// (MEMORY; held against statsmodels and against all ways written out in the tests).
///
/// Persons count as independent, also those of one world.
public struct SignFlipTest: Sendable, Equatable, Codable {
  /// Persons with more on the second side.
  public var more: Int
  /// Persons with less on the second side.
  public var less: Int
  /// The two-sided p-value: exact up to `exactLimit` persons who differ, beyond by the normal limit.
  public var p: Double
  /// The same with ways just as far from 0 counted half: closer to its level, not always below it.
  public var midP: Double

  /// Up to how many persons who differ every way is counted: our choice; beyond, the normal limit
  /// is close.
  public static let exactLimit = 1_000

  /// Tests differences.
  ///
  /// - Parameter differences: of each person, the second side's less the first's, in any order.
  /// - Complexity: O(persons · Σ |difference|), of those who differ.
  public init(differences: [Int]) {
    more = differences.count { $0 > 0 }
    less = differences.count { $0 < 0 }
    let sizes = differences.map { Int($0.magnitude) }.filter { $0 > 0 }
    let found = Int(differences.reduce(0, +).magnitude)
    guard !sizes.isEmpty else {
      (p, midP) = (1, 1)
      return
    }
    guard sizes.count <= Self.exactLimit else {
      let squares = sizes.reduce(0.0) { $0 + Double($1) * Double($1) }
      p = Double.erfc(Double(found) / (2 * squares).squareRoot())
      midP = p
      return
    }
    let chances = Self.chances(ofSums: sizes)
    let total = chances.count - 1
    // Turned round are so many; the sum is then total − 2 · that.
    func distance(_ turned: Int) -> Int { Int((total - 2 * turned).magnitude) }
    var (beyond, just) = (0.0, 0.0)
    for turned in chances.indices {
      if distance(turned) > found { beyond += chances[turned] }
      if distance(turned) == found { just += chances[turned] }
    }
    p = min(1, beyond + just)
    midP = min(1, beyond + just / 2)
  }

  /// The chance of each sum of those turned round, from 0 to all.
  private static func chances(ofSums sizes: [Int]) -> [Double] {
    var chances = Array(repeating: 0.0, count: sizes.reduce(0, +) + 1)
    chances[0] = 1
    var reached = 0
    for size in sizes {
      reached += size
      for sum in stride(from: reached, through: 0, by: -1) {
        chances[sum] = (chances[sum] + (sum >= size ? chances[sum - size] : 0)) / 2
      }
    }
    return chances
  }
}

/// P-values corrected for how many were looked at.
enum Holm {
  /// Holm's correction: the chance of one or more false finds among all stays at the level.
  ///
  /// Ascending, the i-th of m times m − i + 1, never below the one before, at most 1. Holm 1979, Scandinavian
  /// Journal of Statistics 6, 65-70 (MEMORY; held against statsmodels in the tests). It holds however
  /// the tests hang together.
  ///
  /// - Parameter p: p-values in any order.
  /// - Returns: the corrected ones, in the same order.
  static func corrected(_ p: [Double]) -> [Double] {
    var corrected = p
    var largest = 0.0
    for (rank, index) in p.indices.sorted(by: { (p[$0], $0) < (p[$1], $1) }).enumerated() {
      largest = max(largest, min(1, p[index] * Double(p.count - rank)))
      corrected[index] = largest
    }
    return corrected
  }
}

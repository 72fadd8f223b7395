import Randomness
import RealModule

/// How far apart the groups with the highest and the lowest share are.
///
/// The highest of many is high by luck too: the more groups, the larger the gap and the ratio between
/// the ends, though all be served alike. So the gap that chance alone makes stands beside it, and how
/// often chance makes one as large; the intervals are those of two groups that somebody had picked
/// before looking, and are too narrow for two that were picked by looking.
public struct GroupSpread: Codable, Sendable, Equatable {
  /// The group with the highest share.
  public var highest: String
  /// The group with the lowest.
  public var lowest: String
  /// How many groups there are to pick from.
  public var groups: Int
  /// The highest share less the lowest.
  ///
  /// The interval is made of those of both (method 10 of Newcombe 1998, Statistics in Medicine 17,
  /// 873-890; MEMORY).
  public var gap: Estimate
  /// The highest share over the lowest, each with half a one more at the share p of all groups
  /// together, so that there is a ratio where the lowest is 0, and it is never below 1.
  ///
  /// ((a + ½) / (n + ½/p)) / ((b + ½) / (m + ½/p)); the variance of its logarithm is
  /// 1/(a+½) − 1/(n+½/p) + 1/(b+½) − 1/(m+½/p), on effective numbers where trials come in clusters. In
  /// the manner of Walter 1975 (Biometrika 62, 371-374; MEMORY), who has p = 1: that turns the ratio
  /// round where shares are small and the lowest is 0 of a few. Where there is none at all it is 1.
  public var ratio: Estimate
  /// The mean gap where all groups have the share that they have together.
  public var gapByChance: Double
  /// How often chance makes as large a gap there.
  public var chance: Double

  /// How often chance is tried: our choice.
  static let draws = 1_000

  /// Compares the highest and the lowest of groups; nil with fewer than two.
  init?(of groups: [GroupRates.Group]) {
    guard let (high, low) = Self.ends(of: groups) else { return nil }
    highest = high.name
    lowest = low.name
    self.groups = groups.count
    let difference = high.share.value - low.share.value
    func reach(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
    gap = Estimate(
      value: difference,
      low: difference
        - reach(high.share.value - high.share.low, low.share.high - low.share.value),
      high: difference
        + reach(high.share.high - high.share.value, low.share.value - low.share.low))
    ratio = Self.ratio(high, low, commonShare: Self.commonShare(of: groups))
    (gapByChance, chance) = Self.chance(of: difference, in: groups)
  }

  /// The ratio alone, which takes no draws.
  static func ratio(of groups: [GroupRates.Group]) -> Estimate? {
    ends(of: groups).map { ratio($0.high, $0.low, commonShare: commonShare(of: groups)) }
  }

  /// The groups with the highest and the lowest share; of equal ones the last and the first.
  private static func ends(
    of groups: [GroupRates.Group]
  ) -> (high: GroupRates.Group, low: GroupRates.Group)? {
    guard groups.count > 1,
      let high = groups.reversed().max(by: { $0.share.value < $1.share.value }),
      let low = groups.min(by: { $0.share.value < $1.share.value })
    else { return nil }
    return (high, low)
  }

  /// The share of all groups together.
  private static func commonShare(of groups: [GroupRates.Group]) -> Double {
    Double(groups.reduce(0) { $0 + $1.count }) / Double(groups.reduce(0) { $0 + $1.total })
  }

  /// The ratio of two shares, drawn towards one that both may have.
  static func ratio(
    _ high: GroupRates.Group, _ low: GroupRates.Group, commonShare: Double
  ) -> Estimate {
    func halved(_ group: GroupRates.Group) -> (count: Double, total: Double) {
      let total = group.effectiveTotal
      return (group.share.value * total + 0.5, total + 0.5 / commonShare)
    }
    guard commonShare > 0 else {
      let reach = Interval.z * (1 / 0.5 + 1 / 0.5).squareRoot()
      return Estimate(value: 1, low: Double.exp(-reach), high: Double.exp(reach))
    }
    let (a, b) = (halved(high), halved(low))
    let logarithm = Double.log(a.count / a.total) - Double.log(b.count / b.total)
    let variance = 1 / a.count - 1 / a.total + 1 / b.count - 1 / b.total
    let reach = Interval.z * max(0, variance).squareRoot()
    return Estimate(
      value: Double.exp(logarithm), low: Double.exp(logarithm - reach),
      high: Double.exp(logarithm + reach))
  }

  /// The mean gap between groups of one share, and how often it is as large as one.
  private static func chance(
    of gap: Double, in groups: [GroupRates.Group]
  ) -> (mean: Double, share: Double) {
    let share = commonShare(of: groups)
    let draws = groups.map { group in
      let trials = max(1, Int(group.effectiveTotal.rounded()))
      return (trials: Double(trials), Binomial(trials: trials, probability: share))
    }
    var sum = 0.0
    var asLarge = 0
    for number in 0..<Self.draws {
      var stream = RandomStream(seed: 0, purpose: .groupsByChance, entity: UInt64(number))
      var (lowest, highest) = (1.0, 0.0)
      for (trials, binomial) in draws {
        let drawn = Double(binomial.sample(using: &stream)) / trials
        lowest = min(lowest, drawn)
        highest = max(highest, drawn)
      }
      sum += highest - lowest
      // A hair less, so that a gap of the same counts is as large.
      if highest - lowest >= gap - 1e-12 { asLarge += 1 }
    }
    return (sum / Double(Self.draws), Double(asLarge + 1) / Double(Self.draws + 1))
  }
}

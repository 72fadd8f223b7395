import Graphs
import Population
import RealModule

/// Which share of accounts has at least so many friends, here and in the published curve.
public struct DegreeTail: Sendable, Equatable {
  /// A point of a curve.
  public struct Point: Sendable, Equatable {
    /// A number of friends, at least 1.
    public var friends: Double
    /// The share of accounts with so many friends or more; more than 0.
    public var share: Double

    /// Makes a point.
    public init(friends: Double, share: Double) {
      self.friends = friends
      self.share = share
    }
  }

  /// How many accounts have no friend, and so are on no axis of ratios.
  public var friendless: Int
  /// What half of the accounts do not exceed; nil without accounts.
  public var median: Int?
  /// What 99 accounts of 100 do not exceed; nil without accounts.
  public var percentile99: Int?
  /// This world, ascending by friends; empty if nobody has a friend.
  public var here: [Point]
  /// The published curve scaled to as many accounts, ascending by friends, down to one account.
  public var published: [Point]

  /// Points on a tenfold of friends: our choice, finer than a picture shows.
  private static let pointsPerDecade = 40.0

  /// Makes curves of their parts.
  public init(
    friendless: Int, median: Int?, percentile99: Int?, here: [Point], published: [Point]
  ) {
    self.friendless = friendless
    self.median = median
    self.percentile99 = percentile99
    self.here = here
    self.published = published
  }

  /// Works the curves out.
  public init(of sample: ValidationSample) {
    self.init(of: sample.distribution)
  }

  /// Works the curves out of numbers of friends.
  init(of distribution: DegreeDistribution) {
    friendless = distribution.counts.first ?? 0
    median = distribution.median
    percentile99 = distribution.quantile(0.99)
    here = Self.thinned(distribution.complementaryCumulativeShares)
    published = Self.published(accounts: distribution.vertexCount)
  }

  /// Every number of friends up to 40, then those that move the curve; the largest always.
  private static func thinned(_ shares: [Double]) -> [Point] {
    var points: [Point] = []
    for (friends, share) in shares.enumerated().dropFirst() {
      let value = Double(friends)
      let isFar = points.last.map { last in
        Double.log10(max(value / last.friends, last.share / share)) * pointsPerDecade >= 1
      }
      if isFar ?? true || value <= pointsPerDecade || friends == shares.count - 1 {
        points.append(Point(friends: value, share: share))
      }
    }
    return points
  }

  private static func published(accounts: Int) -> [Point] {
    guard accounts > 0 else { return [] }
    let curve = DegreeCurve(accounts: accounts)
    var points: [Point] = []
    while true {
      let friends = Double.pow(10, Double(points.count) / pointsPerDecade)
      let share = curve.share(from: friends)
      guard share * Double(accounts) >= 1 else { return points }
      points.append(Point(friends: friends, share: share))
    }
  }
}

import Graphs
import Population
import RealModule

/// Which share of adults' adult friends lives within so many miles.
///
/// As in V9, a mean over adults and not over friendships: what an adult's friends are, however many.
public struct FriendsByDistance: Sendable, Equatable {
  /// A curve.
  public struct Curve: Sendable, Equatable {
    /// How many adults it is a mean over.
    public var adults: Int
    /// The mean share of friends within each distance, one per value of `miles`.
    public var shares: [Double]

    /// Makes a curve.
    public init(adults: Int, shares: [Double]) {
      self.adults = adults
      self.shares = shares
    }
  }

  /// The distances, ascending, in miles.
  public var miles: [Double]
  /// Adults with an account and an adult friend; nil if there is none.
  public var here: Curve?
  /// Rank-based friendship on the same homes (`RankLaw`); nil if there are not two adults.
  public var rankLaw: Curve?
  /// Those of `here` who live in Nottinghamshire; nil where V9 is not shown.
  public var nottinghamshire: Curve?

  /// The distances that pictures show: 0.1 to 501 miles, ten to a tenfold.
  public static let pictureMiles = (0...37).map { Double.pow(10, Double($0) / 10 - 1) }

  /// How many adults are looked at: our choice, for an error of a curve below 0.003.
  static let mostAdults = 20_000
  /// For how many the rank-based law is worked out: our choice, as each takes all homes.
  static let mostOrigins = 200

  /// Makes curves of their parts.
  public init(miles: [Double], here: Curve?, rankLaw: Curve?, nottinghamshire: Curve?) {
    self.miles = miles
    self.here = here
    self.rankLaw = rankLaw
    self.nottinghamshire = nottinghamshire
  }

  /// Works the curves out.
  public init(of sample: ValidationSample) {
    self.init(of: sample, miles: Self.pictureMiles)
  }

  /// Works the curves out for some distances.
  init(of sample: ValidationSample, miles: [Double]) {
    self.miles = miles
    let homes = sample.persons.map { person in
      Direction(
        Point(
          latitude: Double(sample.world.persons.latitudes[Int(person)]),
          longitude: Double(sample.world.persons.longitudes[Int(person)])))
    }
    let adults = (0..<sample.accountCount).filter { !sample.isChild($0) }
    let steps = DistanceSteps(miles: miles)
    here = Self.curve(of: adults, in: sample, homes, steps)
    rankLaw = RankLaw.curve(
      from: adults.evenlySpaced(atMost: Self.mostOrigins).map { homes[$0] },
      among: adults.map { homes[$0] }, steps)
    guard case .inside(let county) = sample.nottinghamshire else { return }
    let residents = adults.filter {
      county[Int(sample.world.persons.places[Int(sample.persons[$0])])]
    }
    nottinghamshire = Self.curve(of: residents, in: sample, homes, steps)
  }

  private static func curve(
    of adults: [Int], in sample: ValidationSample, _ homes: [Direction], _ steps: DistanceSteps
  ) -> Curve? {
    var shares = [Double](repeating: 0, count: steps.count)
    var counted = 0
    for adult in adults.evenlySpaced(atMost: mostAdults) {
      var counts = [Int](repeating: 0, count: steps.count + 1)
      for friend in sample.graph.neighbours(of: adult) where !sample.isChild(Int(friend)) {
        counts[steps.first(reaching: homes[adult], homes[Int(friend)])] += 1
      }
      let friends = counts.reduce(0, +)
      guard friends > 0 else { continue }
      counted += 1
      var within = 0
      for step in 0..<steps.count {
        within += counts[step]
        shares[step] += Double(within) / Double(friends)
      }
    }
    guard counted > 0 else { return nil }
    return Curve(adults: counted, shares: shares.map { $0 / Double(counted) })
  }
}

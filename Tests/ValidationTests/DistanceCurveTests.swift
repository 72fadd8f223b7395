import Population
import Randomness
import Testing

@testable import Validation

@Suite("Curves of friends by distance")
struct DistanceCurveTests {
  /// The world of V9's test: 0.7, 13.8 and 138 miles; two outside the county; a child.
  private static let shire: TinyWorld = {
    var world = TinyWorld(
      persons: [
        .init(latitude: 53), .init(latitude: 53.01), .init(latitude: 53.2),
        .init(place: 1, latitude: 51), .init(place: 1, latitude: 51), .init(age: 12, latitude: 53),
      ],
      friends: [(0, 1), (0, 2), (0, 3), (3, 4), (0, 5)])
    world.places = [TieRowTests.shire, TieRowTests.farAway]
    return world
  }()

  @Test("give at 5 and 25 miles what V9 gives")
  func agreesWithRow() throws {
    let curves = FriendsByDistance(of: Self.shire.sample(), miles: [5, 25])
    let county = try #require(curves.nottinghamshire)
    #expect(county.adults == 3)
    for (one, other) in zip(county.shares, Self.shire.values(of: .tieDistance)) {
      #expect(isClose(one, other))
    }
    // Beyond the county: half of one's friends at home, and all of another's.
    let here = try #require(curves.here)
    #expect(here.adults == 5)
    #expect(isClose(here.shares[0], (1.0 / 3 + 1 + 0 + 0.5 + 1) / 5))
  }

  @Test("leave Nottinghamshire out where V9 is not shown")
  func elsewhere() {
    var world = Self.shire
    world.places[0].name = "Elsewhere"
    let curves = FriendsByDistance(of: world.sample())
    #expect(curves.nottinghamshire == nil && curves.here != nil)
  }

  @Test("reach from 0.1 to 500 miles, ever further, up to all friends")
  func whole() throws {
    let curves = FriendsByDistance(of: Self.shire.sample())
    #expect(isClose(curves.miles.first, 0.1) && curves.miles.last.map { $0 > 500 } == true)
    for curve in [curves.here, curves.rankLaw, curves.nottinghamshire] {
      let shares = try #require(curve).shares
      #expect(shares.count == curves.miles.count && isClose(shares.last, 1))
      #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 <= $1 })
    }
  }

  @Test("the law is that of ranks in the order of distance", arguments: [1, 2, 3])
  func rankLaw(seed: UInt64) throws {
    var stream = RandomStream(seed: seed, purpose: .homes, entity: 0)
    let points = (0..<60).map { _ in
      Point(latitude: 52 + 2 * stream.uniform(), longitude: -2 + 2 * stream.uniform())
    }
    let miles = [0.5, 3, 10, 40, 90, 200]
    let homes = points.map(Direction.init)
    let curve = try #require(RankLaw.curve(from: homes, among: homes, DistanceSteps(miles: miles)))
    for (limit, share) in zip(miles, curve.shares) {
      #expect(isClose(share, Self.slowLaw(points, within: limit)), "seed \(seed): \(limit) miles")
    }
  }

  /// Sorts everybody else by distance and adds up the chances of those near enough.
  private static func slowLaw(_ points: [Point], within limit: Double) -> Double {
    let others = points.count - 1
    let total = (1...others).reduce(0) { $0 + 1 / Double($1) }
    let shares = points.indices.map { origin in
      let distances = points.indices.filter { $0 != origin }
        .map { points[origin].miles(to: points[$0]) }.sorted()
      return distances.enumerated().reduce(0) { sum, next in
        guard next.element <= limit else { return sum }
        return sum + 2.0 / 3 / Double(next.offset + 1) / total + 1.0 / 3 / Double(others)
      }
    }
    return shares.reduce(0, +) / Double(points.count)
  }

  @Test("the law has nobody to count for one adult alone")
  func alone() {
    let curves = FriendsByDistance(of: TinyWorld(persons: [.init()]).sample())
    #expect(curves.rankLaw == nil && curves.here == nil)
  }

  @Test("a sample is evenly spaced, and all of a few")
  func evenly() {
    #expect(Array(0..<10).evenlySpaced(atMost: 4) == [0, 2, 5, 7])
    #expect([1, 2].evenlySpaced(atMost: 4) == [1, 2] && [Int]().evenlySpaced(atMost: 4).isEmpty)
  }
}

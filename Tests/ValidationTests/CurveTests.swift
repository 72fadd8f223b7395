import Graphs
import Population
import Testing

@testable import Validation

@Suite("Curves of friends, on a few accounts")
struct CurveTests {
  @Test("the tail is the share of accounts with so many friends or more")
  func tail() {
    // Degrees 2, 2, 3, 1, 1, 1, 0.
    let tail = DegreeTail(of: GraphRowTests.kite.sample())
    #expect(tail.here.map(\.friends) == [1, 2, 3])
    let shares: [Double] = [6.0 / 7, 3.0 / 7, 1.0 / 7]
    #expect(tail.here.map(\.share) == shares)
    #expect(tail.friendless == 1 && tail.median == 1 && tail.percentile99 == 3)
  }

  @Test("the tail of many accounts is that of a slow count, with its largest and no gap that shows")
  func tailOfMany() throws {
    // Every degree up to 30, then ever fewer up to 3,000.
    let degrees = (0..<4_000).map { $0 < 3_000 ? $0 % 31 : 30 + ($0 - 3_000) * ($0 - 3_000) / 336 }
    let tail = DegreeTail(of: DegreeDistribution(of: degrees))
    for point in tail.here {
      let slow = degrees.count { Double($0) >= point.friends }
      #expect(point.share == Double(slow) / 4_000, "from \(point.friends)")
    }
    #expect(tail.here.last?.friends == degrees.max().map { Double($0) })
    #expect(tail.here.prefix(30).map(\.friends) == (1...30).map { Double($0) })
    #expect(tail.here.count < 400)
    for (one, next) in zip(tail.here, tail.here.dropFirst()) where next.friends > one.friends + 1 {
      // What lies between two points that are kept is within a fortieth of a tenfold.
      let between = degrees.count { Double($0) >= one.friends + 1 }
      #expect(Double(between) / 4_000 > one.share / 1.2)
    }
  }

  @Test("the published curve falls from all to one account, in its own proportions")
  func published() throws {
    let points = DegreeTail(of: DegreeDistribution(of: Array(repeating: 3, count: 10_000)))
      .published
    #expect(zip(points, points.dropFirst()).allSatisfy { $0.share > $1.share })
    #expect(try #require(points.last).share >= 1e-4)
    let curve = DegreeCurve(accounts: 10_000)
    #expect(points.allSatisfy { $0.share == curve.share(from: $0.friends) })
    // The 90th percentile is 447 of a mean of 190, here of 40.
    #expect(points.contains { (90...99).contains($0.friends) && (0.08...0.11).contains($0.share) })
  }

  @Test("numbers of friends go together from 2 on, without gap or overlap")
  func ranges() {
    #expect(
      ClusteringByDegree.ranges(upTo: 20)
        == [2...2, 3...3, 4...5, 6...7, 8...10, 11...15, 16...22])
    #expect(ClusteringByDegree.ranges(upTo: 1).isEmpty)
    let many = ClusteringByDegree.ranges(upTo: 5_000)
    #expect(zip(many, many.dropFirst()).allSatisfy { $0.upperBound + 1 == $1.lowerBound })
  }

  @Test("clustering is the mean over accounts with about as many friends")
  func clustering() {
    // A hub with eight friends in four pairs; somebody with one friend is in no bin.
    let pairs = (0..<4).map { (2 * $0 + 1, 2 * $0 + 2) }
    let world = GraphRowTests.adults(11, (1...8).map { (0, $0) } + pairs + [(9, 10)])
    let curve = ClusteringByDegree(of: world.sample())
    #expect(curve.bins.map(\.friends) == [2...2, 8...10])
    #expect(curve.bins.map(\.meanFriends) == [2, 8] && curve.bins.map(\.accounts) == [8, 1])
    #expect(curve.bins[0].clustering == Estimate(successes: 8, of: 8))
    #expect(curve.bins[1].clustering == Estimate(4.0 / 28, standardError: nil))
    #expect(curve.median == 2)
  }

  @Test("ages mix by the year under 18 and by bands above, each friendship from both ends")
  func ages() {
    let world = TinyWorld(
      persons: [
        .init(age: 12), .init(age: 12), .init(age: 13), .init(age: 30), .init(age: 34),
        .init(age: 15),
      ],
      friends: [(0, 1), (0, 2), (0, 3), (3, 4)])
    let mixing = AgeMixing(of: world.sample())
    let bands = [12...12, 13...13, 14...14, 15...15, 16...16, 17...17, 18...24, 25...34]
    #expect(mixing.bands == bands)
    #expect(mixing.accounts == [2, 1, 0, 1, 0, 0, 0, 2])
    #expect(mixing.friendships[0] == [2, 1, 0, 0, 0, 0, 0, 1])
    #expect(mixing.friendships[7] == [1, 0, 0, 0, 0, 0, 0, 2])
    #expect(mixing.shares(ofBand: 0) == [0.5, 0.25, 0, 0, 0, 0, 0, 0.25])
    #expect(mixing.shares(ofBand: 3) == nil)
    #expect(AgeMixing(of: TinyWorld(persons: []).sample()).bands.isEmpty)
  }

  @Test("bands of ages leave no age out")
  func allBands() {
    #expect(AgeMixing.allBands.flatMap(Array.init) == Array(0...255))
  }

  @Test("places count friendships within them from both ends, and between them once")
  func places() {
    var world = TinyWorld(
      persons: [
        .init(), .init(), .init(place: 1), .init(place: 1), .init(place: 2), .init(place: 2),
        .init(place: 2, hasAccount: false),
      ],
      friends: [(0, 1), (0, 2), (1, 2), (0, 4), (2, 4)])
    world.places = ["A", "B", "C", "D"].map {
      Place(name: $0, latitude: 53, longitude: -1, population: 10)
    }
    let places = PlaceFriendships(of: world.sample())
    #expect(places.towns.map(\.accounts) == [2, 2, 2, 0])
    let shares: [Double?] = [0.4, 0, 0, nil]
    #expect(places.towns.map(\.shareWithin) == shares)
    let flows: [PlaceFriendships.Flow] = [
      .init(from: 0, to: 1, friendships: 2), .init(from: 0, to: 2, friendships: 1),
      .init(from: 1, to: 2, friendships: 1),
    ]
    #expect(places.flows == flows)
  }

  @Test("of several platforms one is looked at")
  func platforms() {
    var world = TinyWorld(
      persons: [.init(), .init(), .init(platform: 1), .init(age: 12, platform: 1)],
      friends: [(0, 1), (2, 3)])
    world.platforms = ["one", "other"]
    let curves = ValidationCurves(of: world.sample(platform: 1))
    #expect(curves.ages.accounts.reduce(0, +) == 2)
    #expect(curves.ages.bands.first == 12...12)
    #expect(curves.degrees.here.map(\.share) == [1])
    #expect(curves.places.towns.map(\.accounts) == [2])
  }

  @Test("any world has curves, empty where there is nothing to count")
  func edges() {
    for world in [
      TinyWorld(persons: []), TinyWorld(persons: [.init()]),
      TinyWorld(persons: [.init(), .init(age: 9)], friends: [(0, 1)]),
      TinyWorld(persons: (0..<30).map { _ in .init(age: 5) }),
    ] {
      let curves = ValidationCurves(of: world.sample())
      #expect(curves.clustering.bins.isEmpty)
      #expect(curves.distances.here == nil)
    }
  }

  @Test("threads change no curve")
  func threads() {
    var settings = PopulationSettings()
    settings.accounts = 2_000
    let place = Place(name: "Southwell", latitude: 53, longitude: -1, population: 7_554)
    let world = WorldBuilder(settings: settings, places: [place], seed: 5, threads: 2).build()
    #expect(
      ValidationCurves(of: ValidationSample(world: world, threads: 1))
        == ValidationCurves(of: ValidationSample(world: world, threads: 2)))
  }
}

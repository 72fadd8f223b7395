import Population
import Testing

@testable import Validation

@Suite("Rows on children's ties and distance, on a few people")
struct TieRowTests {
  @Test("V8: school and year of children's friendships, those between two for each")
  func childTies() {
    let world = TinyWorld(
      persons: [
        .init(age: 12, school: 0), .init(age: 13, school: 0), .init(age: 12, school: 1),
        .init(age: 15, school: 0), .init(age: 3), .init(age: 4), .init(age: 18, school: 0),
      ],
      // Same school and year; year alone; school alone; no school, so none in common; who has left.
      friends: [(0, 1), (0, 2), (0, 3), (4, 5), (3, 6)])
    // Four count twice, the last once.
    #expect(world.values(of: .childTies) == [4.0 / 9, 6.0 / 9])
    let adults = TinyWorld(persons: [.init(), .init()], friends: [(0, 1)])
    #expect(
      adults.reasons(of: .childTies)
        == ["no child has a friend", "no child has a friend"])
  }

  /// Two degrees of latitude are 138 miles; 0.01 of one is 0.69.
  static let shire = Place(
    name: "Newark on Trent (with Balderton)", latitude: 53, longitude: -1, population: 10)
  static let farAway = Place(name: "Farley", latitude: 51, longitude: -1, population: 10)

  @Test("V9: the mean over the county's adults of the share of adult friends near home")
  func distance() {
    var world = TinyWorld(
      persons: [
        .init(latitude: 53), .init(latitude: 53.01), .init(latitude: 53.2),
        .init(place: 1, latitude: 51), .init(place: 1, latitude: 51), .init(age: 12, latitude: 53),
      ],
      // 0.7 miles; 13.8; 138; between two outside; a child's.
      friends: [(0, 1), (0, 2), (0, 3), (3, 4), (0, 5)])
    world.places = [Self.shire, Self.farAway]
    let values = world.values(of: .tieDistance)
    // One of three, one of one, none of one; two of three and all.
    #expect(values[0] == (1.0 / 3 + 1) / 3 && values[1] == (2.0 / 3 + 2) / 3)
  }

  @Test("V9: says why it cannot be shown")
  func distanceUnshown() {
    var world = TinyWorld(persons: [.init(), .init()], friends: [(0, 1)])
    #expect(
      world.reasons(of: .tieDistance)[0] == "none of Nottinghamshire's towns is in this world")
    world.places = [Self.shire]
    #expect(
      world.reasons(of: .tieDistance)[1]
        == "no place of this world is over 100 miles from Nottinghamshire")
    world.places = [Self.shire, Self.farAway]
    #expect(world.values(of: .tieDistance) == [1, 1])
    world.friends = []
    #expect(
      world.reasons(of: .tieDistance)[0] == "no adult of Nottinghamshire has an adult friend")
  }

  @Test("V9: the county has these towns, by their name before any parenthesis")
  func county() {
    func holds(_ name: String) -> Bool {
      Nottinghamshire.holds(Place(name: name, latitude: 53, longitude: -1, population: 1))
    }
    for name in ["Nottingham", "Mansfield (with Woodhouse)", "Newark on Trent", "Southwell"] {
      #expect(holds(name), "\(name)")
    }
    for name in ["Derby", "Rotherham", "Long Eaton", "Lincoln", "Nottingham Forest", ""] {
      #expect(!holds(name), "\(name)")
    }
    #expect(Nottinghamshire.towns.count == 19)
  }

  @Test("distances are along a great circle")
  func miles() {
    // A quarter of the way round: π/2 · 6,371.0 km.
    let quarter = Point(latitude: 0, longitude: 0).miles(to: Point(latitude: 0, longitude: 90))
    #expect(isClose(quarter, 6_218.4, within: 0.05))
    // A degree of longitude at 60 degrees north is half of one at the equator, less a little.
    let north = Point(latitude: 60, longitude: 0).miles(to: Point(latitude: 60, longitude: 1))
    #expect(isClose(north, 34.546, within: 0.005))
    #expect(Point(latitude: 53, longitude: -1).miles(to: Point(latitude: 53, longitude: -1)) == 0)
  }

  @Test("rows look at one platform's accounts and the friendships between them")
  func platforms() {
    var world = TinyWorld(
      persons: [
        .init(platform: 1), .init(), .init(platform: 1), .init(age: 9, platform: 1), .init(),
      ],
      friends: [(0, 2), (2, 3), (1, 4)])
    world.platforms = ["main", "other"]
    let other = world.sample(platform: 1)
    #expect(other.accounts == [0, 2, 3])
    #expect(other.degrees == [1, 2, 1])
    #expect(other.platformName == "other")
    #expect((0..<3).map(other.isChild) == [false, false, true])
    #expect(world.sample().accounts == [1, 4])
    #expect(world.sample().degrees == [1, 1])
  }
}

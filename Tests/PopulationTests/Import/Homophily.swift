import Foundation
import Population
import Randomness

/// How alike friends are.
struct Homophily: CustomStringConvertible {
  /// Pearson's correlation of friends' ages, over both directions of every friendship.
  var ages: Double
  /// Share of friendships within one place.
  var place: Double
  /// Share of friendships within one school.
  var school: Double

  /// Measures a world.
  ///
  /// - Parameters:
  ///   - world: the world.
  ///   - shuffled: whether to put owners to accounts by chance first.
  init(of world: World, shuffled: Bool = false) {
    var owners = world.owners
    if shuffled {
      var stream = RandomStream(seed: 1, purpose: .test, entity: 0)
      shuffle(&owners, using: &stream)
    }
    let persons = world.persons
    var (sum, squares, products) = (0.0, 0.0, 0.0)
    var (samePlace, sameSchool) = (0, 0)
    world.friendships.forEach { lower, higher, _ in
      let (one, other) = (Int(owners[lower]), Int(owners[higher]))
      let (a, b) = (Double(persons.ages[one]), Double(persons.ages[other]))
      sum += a + b
      squares += a * a + b * b
      products += 2 * a * b
      if persons.places[one] == persons.places[other] { samePlace += 1 }
      if persons.schools[one] >= 0, persons.schools[one] == persons.schools[other] {
        sameSchool += 1
      }
    }
    let count = Double(world.friendships.count)
    let mean = sum / (2 * count)
    ages = (products / (2 * count) - mean * mean) / (squares / (2 * count) - mean * mean)
    place = Double(samePlace) / count
    school = Double(sameSchool) / count
  }

  var description: String {
    func two(_ value: Double) -> String { String(format: "%.3f", value) }
    return "ages \(two(ages)), same place \(two(place)), same school \(two(school))"
  }
}

/// The graphs that tests import.
enum ImportedGraphs {
  /// Reads a plain list of edges that lies in `ImportedGraphs`.
  static func read(_ name: String) throws -> ImportedGraph {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("ImportedGraphs/\(name)")
    return try FriendshipsFile.parse([UInt8](Data(contentsOf: file)), path: name)
  }

  /// Three towns, of which two are near each other.
  static let towns = [
    Place(name: "Upton", latitude: 53.0, longitude: -1.0, population: 60_000),
    Place(name: "Lowton", latitude: 53.27, longitude: -1.0, population: 30_000),
    Place(name: "Farley", latitude: 51.5, longitude: -0.1, population: 90_000),
  ]
}

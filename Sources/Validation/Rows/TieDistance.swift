import Graphs
import Population
import Settings

extension ValidationRow {
  /// V9: how far from home adults' friends live.
  ///
  /// For each adult who lives in Nottinghamshire, of the friends who are adults the share with homes
  /// within 5 miles, and within 25, along a great circle; and the mean of these shares. It is a mean
  /// over people and not over friendships because the published figure is the chance that a friend
  /// of somebody who lives there is near, however many friends they have. Published: rank-based friendship (Liben-Nowell et al. 2005) on the real
  /// population of England and Wales, lowest and highest of four towns. Standard errors:
  /// adults of one community taken together (`ClusteredRatio`).
  public static let tieDistance = ValidationRow(
    id: "V9", title: "Distance between adults who are friends",
    source: .published(
      "rank-based friendship with a third of ties anywhere (Liben-Nowell et al. 2005, PNAS "
        + "102(33):11623) on the residents of England and Wales, Census 2021, around "
        + "Nottinghamshire's towns", .derived),
    citation: "Liben-Nowell"
  ) { sample in
    let finding = sample.tieDistances(withinMiles: [5, 25])
    func definition(_ miles: Int) -> String {
      "For each adult who lives in a town of Nottinghamshire, the share of adult friends whose "
        + "homes are at most \(miles) miles away; the mean over those with any. Standard error: "
        + Communities.takenTogether
    }
    return [
      Figure(
        "adults' ties within 5 miles", definition: definition(5), target: .between(0.38, 0.49),
        accepted: .between(0.30, 0.57), decimals: 3, finding: finding[0]),
      Figure(
        "adults' ties within 25 miles", definition: definition(25), target: .between(0.55, 0.57),
        accepted: .between(0.47, 0.65), decimals: 3, finding: finding[1]),
    ]
  }
}

extension ValidationSample {
  /// How far the world must reach for a share of near ties to mean anything: our choice, as a fifth
  /// of the ties the target was derived from are longer still.
  static let reachMiles = 100.0

  fileprivate func tieDistances(withinMiles limits: [Double]) -> [Figure.Finding] {
    let county = world.places.map(Nottinghamshire.holds)
    func unshown(_ reason: String) -> [Figure.Finding] { limits.map { _ in .notShown(reason) } }
    guard county.contains(true) else {
      return unshown("none of Nottinghamshire's towns is in this world")
    }
    guard reachesBeyond(county) else {
      return unshown("no place of this world is over 100 miles from Nottinghamshire")
    }
    let homes = persons.map { person in
      Point(
        latitude: Double(world.persons.latitudes[Int(person)]),
        longitude: Double(world.persons.longitudes[Int(person)]))
    }
    return limits.map { limit in
      let share = communityRatio { vertex in
        guard county[Int(world.persons.places[Int(persons[vertex])])], !isChild(vertex) else {
          return (0, 0)
        }
        let friends = graph.neighbours(of: vertex).filter { !isChild(Int($0)) }
        guard !friends.isEmpty else { return (0, 0) }
        let near = friends.count { homes[vertex].miles(to: homes[Int($0)]) <= limit }
        return (Double(near) / Double(friends.count), 1)
      }
      return .measured(share, orNotShown: "no adult of Nottinghamshire has an adult friend")
    }
  }

  /// Whether a place lies far from the county's first town.
  private func reachesBeyond(_ county: [Bool]) -> Bool {
    guard let first = county.firstIndex(of: true) else { return false }
    let home = Point(world.places[first])
    return world.places.contains { Point($0).miles(to: home) > Self.reachMiles }
  }
}

/// The county that distances are validated in.
enum Nottinghamshire {
  /// The county's towns, from the calibration's table of places (ONS Census 2021, sums of LSOAs);
  /// its neighbours in that table, such as Derby or Worksop's neighbour Rotherham, are left out.
  static let towns: Set<String> = [
    "Nottingham", "Mansfield", "Sutton in Ashfield", "Newark on Trent", "Carlton", "Arnold",
    "Worksop", "West Bridgford", "Beeston", "Hucknall", "Kirkby in Ashfield", "Retford",
    "Stapleford", "Eastwood", "Warsop", "Ollerton", "Bingham", "Radcliffe on Trent", "Southwell",
  ]

  /// Whether a place is one of the towns, whatever its name adds in parentheses.
  static func holds(_ place: Place) -> Bool {
    let name = place.name.prefix { $0 != "(" }
    return towns.contains(name.hasSuffix(" ") ? String(name.dropLast()) : String(name))
  }
}

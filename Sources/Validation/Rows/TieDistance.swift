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
    let targets = TieDistanceTarget.nottinghamshire
    let findings = sample.tieDistances(withinMiles: targets.map { Double($0.miles) })
    return zip(targets, findings).map { target, finding in
      Figure(
        "adults' ties within \(target.miles) miles",
        definition: "For each adult who lives in a town of Nottinghamshire, the share of adult "
          + "friends whose homes are at most \(target.miles) miles away; the mean over those with "
          + "any. Standard error: \(Communities.takenTogether)",
        target: target.published, accepted: target.accepted, decimals: 3, finding: finding)
    }
  }
}

/// What was published of adults' friends within a distance of somebody in Nottinghamshire.
public struct TieDistanceTarget: Sendable, Equatable {
  /// The distance.
  public var miles: Int
  /// The lowest and the highest share of four towns.
  public var published: Band
  /// What is accepted of a world.
  public var accepted: Band

  /// Both distances, ascending; the source is that of V9.
  public static let nottinghamshire = [
    TieDistanceTarget(
      miles: 5, published: .between(0.38, 0.49), accepted: .between(0.30, 0.57)),
    TieDistanceTarget(
      miles: 25, published: .between(0.55, 0.57), accepted: .between(0.47, 0.65)),
  ]
}

/// Whether distances of a world can be held against those of Nottinghamshire.
enum NottinghamshireFinding {
  /// Which places of the world are in the county.
  case inside([Bool])
  /// Why not.
  case notShown(String)
}

extension ValidationSample {
  /// How far the world must reach for a share of near ties to mean anything: our choice, as a fifth
  /// of the ties the target was derived from are longer still.
  static let reachMiles = 100.0

  /// Which places are in the county, if the world reaches far enough beyond it.
  var nottinghamshire: NottinghamshireFinding {
    let county = world.places.map(Nottinghamshire.holds)
    guard county.contains(true) else {
      return .notShown("none of Nottinghamshire's towns is in this world")
    }
    guard reachesBeyond(county) else {
      return .notShown("no place of this world is over 100 miles from Nottinghamshire")
    }
    return .inside(county)
  }

  fileprivate func tieDistances(withinMiles limits: [Double]) -> [Figure.Finding] {
    let county: [Bool]
    switch nottinghamshire {
    case .inside(let places): county = places
    case .notShown(let reason): return limits.map { _ in .notShown(reason) }
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

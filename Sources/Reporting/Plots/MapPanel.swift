import Foundation
import Population
import Validation

/// A map of some places: circles, lines of friendship between them, names, and what is how large.
struct MapPanel {
  /// All places.
  let places: PlaceFriendships
  /// Those that are drawn, largest first.
  let shown: [Int]
  /// Those of them that get a name if there is room.
  let named: Set<Int>
  /// Where it is drawn.
  let area: Box
  /// The share of friends that the darkest colour stands for.
  let highest: Double
  private let projection: MapProjection
  /// The residents of its largest place, whose circle is the largest.
  private let most: Double

  /// The most lines a map shows: our choice.
  static let mostLines = 25
  private static let largestRadius = 26.0

  init(
    of places: PlaceFriendships, showing shown: [Int], naming named: Set<Int>, in area: Box,
    highest: Double
  ) {
    self.places = places
    self.shown = shown.sorted {
      (places.towns[$1].place.population, $0) < (places.towns[$0].place.population, $1)
    }
    self.named = named
    self.area = area
    self.highest = highest
    most = Double(shown.map { places.towns[$0].place.population }.max() ?? 1)
    projection = MapProjection(
      latitudes: shown.map { places.towns[$0].place.latitude },
      longitudes: shown.map { places.towns[$0].place.longitude },
      in: Box(
        left: area.left + 40, top: area.top + 30, width: area.width - 80, height: area.height - 60))
  }

  /// The map, with a frame around it.
  var elements: [Markup] {
    [.rectangle(area, fill: .paper, Stroke(colour: .grid))] + lines
      + shown.map { town in
        if let share = Self.share(of: places.towns[town]) {
          return Markup.circle(
            dot(town), radius: radius(town), fill: ColourRamp.colour(at: share / highest),
            opacity: 0.92, Stroke(colour: .ink, width: 0.8))
        }
        return Markup.circle(dot(town), radius: radius(town), fill: .grid, Self.unknown)
      } + names
  }

  /// The rectangle around some places, with room for their circles.
  func frame(around towns: [Int]) -> Box {
    let dots = towns.map(dot)
    let (left, right) = (dots.map(\.x).min() ?? 0, dots.map(\.x).max() ?? 0)
    let (top, bottom) = (dots.map(\.y).min() ?? 0, dots.map(\.y).max() ?? 0)
    return Box(left: left, top: top, width: right - left, height: bottom - top).inset(-8)
  }

  /// How few accounts of a place are too few for a share to mean much: our choice.
  static let fewestAccounts = 30
  /// The edge of a circle whose share is not told.
  static let unknown = Stroke(colour: .softInk, dashes: [2, 2])

  /// The share of friends within a place; nil if it has too few accounts to tell.
  static func share(of town: PlaceFriendships.Town) -> Double? {
    town.accounts < fewestAccounts ? nil : town.shareWithin
  }

  /// A place's name without what is in parentheses.
  static func name(of town: PlaceFriendships.Town) -> String {
    let name = town.place.name.prefix { $0 != "(" }
    return (name.last == " " ? String(name.dropLast()) : String(name)).shortened(to: 30)
  }

  private func dot(_ town: Int) -> Dot {
    let place = places.towns[town].place
    return projection.dot(latitude: place.latitude, longitude: place.longitude)
  }

  private func radius(_ town: Int) -> Double {
    radius(ofResidents: Double(places.towns[town].place.population))
  }

  private func radius(ofResidents residents: Double) -> Double {
    max(3, Self.largestRadius * (residents / max(most, 1)).squareRoot())
  }

  private var lines: [Markup] {
    let drawn = Set(shown)
    let flows = places.flows.filter { drawn.contains($0.from) && drawn.contains($0.to) }
      .prefix(Self.mostLines)
    let strongest = Double(flows.first?.friendships ?? 1)
    return flows.reversed().map { flow in
      .line(
        from: dot(flow.from), to: dot(flow.to),
        Stroke(
          colour: .published, width: 0.6 + 5.4 * Double(flow.friendships) / strongest,
          opacity: 0.5))
    }
  }

  /// Names with shares, those of the largest places first, where they cover nothing.
  private var names: [Markup] {
    let circles = shown.map { town in
      Box(
        left: dot(town).x - radius(town), top: dot(town).y - radius(town),
        width: 2 * radius(town), height: 2 * radius(town))
    }
    var placement = LabelPlacement(in: area.inset(3), around: circles)
    let lettering = Lettering(size: 12, hasHalo: true)
    return shown.filter(named.contains).flatMap { town -> [Markup] in
      let share = Self.share(of: places.towns[town]).map { " \(Numerals.percent($0)) %" } ?? ""
      let words = Self.name(of: places.towns[town]) + share
      guard
        let place = placement.place(
          width: lettering.width(of: words) * 0.95, height: 14, around: dot(town),
          radius: radius(town))
      else { return [] }
      let leader = place.leader.map {
        [Markup.line(from: $0.from, to: $0.to, Stroke(colour: .softInk, width: 0.8))]
      }
      return (leader ?? [])
        + [lettering.element(words, at: Dot(x: place.box.left, y: place.box.bottom - 3))]
    }
  }

  /// A bar for miles and a circle for residents, under each other, and how high they are together.
  func measures(at corner: Dot) -> (elements: [Markup], height: Double) {
    let size = pow(10, floor(log10(max(most, 1))))
    let residents = [5, 2, 1].map { $0 * size }.first { $0 <= most } ?? 1
    let radius = radius(ofResidents: residents)
    let bar = ScaleBar(pixelsPerMile: projection.pixelsPerMile)
    let middle = Dot(x: corner.x + radius, y: corner.y + 34 + radius)
    let words = Lettering(size: 12, colour: .softInk)
    return (
      bar.elements(at: Dot(x: corner.x, y: corner.y + 22)) + [
        .circle(middle, radius: radius, fill: .paper, Stroke(colour: .ink, width: 0.8))
      ]
        + words.elements(
          [Numerals.count(Int(residents)), residents == 1 ? "resident" : "residents"],
          at: Dot(x: middle.x + radius + 6, y: middle.y - 3)), 34 + 2 * radius
    )
  }
}

import Foundation
import Vocabulary

/// Where the accounts around one stand: on rings by hops, in sectors by declared place.
struct EgoLayout {
  /// The accounts, the one in the middle first.
  let shown: [EgoReport.Member]
  /// Where the one in the middle stands.
  let middle: Dot
  /// The radius of the outer ring.
  let radius: Double
  /// The sectors, those with most accounts first, clockwise from the top.
  let sectors: [Sector]
  /// How many hops the outer ring is away, 1 at least.
  let farthest: Int
  /// Where each account stands.
  private(set) var dots: [Dot]

  /// Accounts that declare one place, or one of several with few.
  struct Sector {
    var name: String
    var members: [Int] = []
    /// The name without what is in parentheses.
    var shortName: Substring { name.split(separator: " (", maxSplits: 1).first ?? "" }
    /// Where it begins and ends, in radians clockwise from the top.
    var begin = 0.0
    var end = 0.0
  }

  /// How many places have a sector of their own: our choice.
  private static let mostSectors = 9

  init(of shown: [EgoReport.Member], around middle: Dot, radius: Double) {
    self.shown = shown
    self.middle = middle
    self.radius = radius
    sectors = Self.sectors(of: shown)
    farthest = max(1, shown.map(\.hops).max() ?? 1)
    dots = Array(repeating: middle, count: shown.count)
    placeDots()
  }

  /// The radius of the ring so many hops away.
  func radius(ofRing hops: Int) -> Double { radius * Double(hops) / Double(farthest) }

  /// The point at an angle in radians clockwise from the top.
  func dot(at angle: Double, radius: Double) -> Dot {
    Dot(x: middle.x + radius * sin(angle), y: middle.y - radius * cos(angle))
  }

  private static func sectors(of shown: [EgoReport.Member]) -> [Sector] {
    var members: [String: [Int]] = [:]
    for index in shown.indices.dropFirst() {
      members[shown[index].declaredPlace ?? "no place declared", default: []].append(index)
    }
    let ranked = members.sorted { (-$0.value.count, $0.key) < (-$1.value.count, $1.key) }
    var sectors = ranked.prefix(mostSectors).map { Sector(name: $0.key, members: $0.value) }
    let rest = ranked.dropFirst(mostSectors).flatMap(\.value).sorted()
    if !rest.isEmpty { sectors.append(Sector(name: "elsewhere", members: rest)) }
    // A sector is as wide as its fullest ring needs, and a gap of one mark keeps them apart.
    let weights = sectors.map { sector in
      Dictionary(grouping: sector.members) { shown[$0].hops }.values.map(\.count).max() ?? 0
    }
    let gap = sectors.count > 1 ? 1.0 : 0
    let whole = Double(weights.reduce(0, +)) + gap * Double(sectors.count)
    var angle = 0.0
    for index in sectors.indices {
      sectors[index].begin = angle
      angle += 2 * Double.pi * Double(weights[index]) / whole
      sectors[index].end = angle
      angle += 2 * Double.pi * gap / whole
    }
    return sectors
  }

  /// Puts every account on its ring, within its sector.
  private mutating func placeDots() {
    for hops in 1...farthest {
      let onRing = shown.count { $0.hops == hops }
      let ring = radius(ofRing: hops)
      // A crowded ring is two: neighbours stand on one in turns.
      let isCrowded = Double(onRing) * 13 > 2 * Double.pi * ring
      for sector in sectors {
        let members = sector.members.filter { shown[$0].hops == hops }.sorted {
          (shown[$0].ageGroup.rank, shown[$0].account)
            < (shown[$1].ageGroup.rank, shown[$1].account)
        }
        for (place, member) in members.enumerated() {
          let share = (Double(place) + 0.5) / Double(members.count)
          dots[member] = dot(
            at: sector.begin + share * (sector.end - sector.begin),
            radius: isCrowded && place % 2 == 1 ? ring * 0.88 : ring)
        }
      }
    }
  }
}

extension EgoReport.AgeGroup {
  /// The order within a sector.
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

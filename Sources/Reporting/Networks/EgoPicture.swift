import Foundation
import Vocabulary

extension EgoReport {
  /// The most accounts that are drawn around the one in the middle: our choice, as many as one can
  /// still tell apart.
  static let mostDrawn = 150

  /// The network as the text of an SVG file, the same bytes for the same network.
  ///
  /// - Returns: an XML document with a line break at its end.
  public func svg() -> String {
    let sheet = sheet
    return sheet.document(EgoPicture(of: self, in: sheet.room).elements)
  }

  private var sheet: Sheet {
    let drawn = min(members.count - 1, Self.mostDrawn)
    let rest = members.count - 1 - drawn
    let one = ego.map { "\($0.account)" } ?? ""
    var notes = [
      "Distance from the middle is the number of friendships between; sectors are declared places, "
        + "the largest first, clockwise from the top. Marks grow with the friends in common."
    ]
    if rest > 0 {
      notes.append(
        "\(Numerals.count(rest)) more accounts, those with the fewest friends in common, are not "
          + "drawn.")
    }
    return Sheet(
      title: "The network around account \(one) as of \(context.moment)",
      reading:
        "blue curves join friends who are friends of each other; orange lines lead to friends "
        + "with nobody in common.",
      notes: notes,
      footer:
        "Invented world, no real person or account: \(context.scenario.shortened(to: 60)), seed "
        + "\(context.seed); Tocsin \(context.version). Ages and places are as declared.")
  }
}

/// The network around an account: rings by hops, sectors by declared place.
struct EgoPicture {
  private let report: EgoReport
  private let room: Box
  private let layout: EgoLayout

  private static let legendWidth = 220.0
  private static let nameWidth = 134.0
  private static let small = Lettering(size: 11, hasHalo: true)

  init(of report: EgoReport, in room: Box) {
    self.report = report
    self.room = room
    let left = room.left + Self.legendWidth + Self.nameWidth
    let width = room.right - Self.nameWidth - left
    let side = min(width, room.height - 44)
    layout = EgoLayout(
      of: Array(report.members.prefix(EgoReport.mostDrawn + 1)),
      around: Dot(x: left + width / 2, y: room.top + room.height / 2), radius: side / 2)
  }

  /// Lines first, then marks, then words.
  var elements: [Markup] {
    guard shown.count > 1 else { return emptiness }
    return rings + lines + marks + names + legend
  }

  private var emptiness: [Markup] {
    [
      Lettering(size: 16, colour: .softInk, anchor: .middle).element(
        "It has no friends at this moment.", at: room.middle)
    ]
  }

  private var shown: [EgoReport.Member] { layout.shown }
  private var dots: [Dot] { layout.dots }
  private var middle: Dot { layout.middle }

  private var rings: [Markup] {
    (1...layout.farthest).map { hops in
      .circle(
        middle, radius: layout.radius(ofRing: hops), fill: .paper, opacity: 0,
        Stroke(colour: .grid, dashes: [2, 4]))
    }
  }

  /// Friendships: with the middle as straight lines, among the others as curves.
  private var lines: [Markup] {
    var curves: [Markup] = []
    var spokes: [Markup] = []
    let ties = report.ties.filter { $0.one < shown.count && $0.other < shown.count }
    for tie in ties {
      let (low, high) = (min(tie.one, tie.other), max(tie.one, tie.other))
      if low == 0 {
        let isAlone = shown[high].mutualFriends == 0
        spokes.append(
          .line(
            from: middle, to: dots[high],
            isAlone
              ? Stroke(colour: .published, width: 1.2, opacity: 0.8)
              : Stroke(colour: .softInk, width: 0.7, opacity: 0.35)))
      } else {
        curves.append(curve(from: dots[low], to: dots[high], of: ties.count))
      }
    }
    return [.group(curves), .group(spokes)]
  }

  /// A curve that bends towards the middle; the more there are, the fainter.
  private func curve(from: Dot, to: Dot, of count: Int) -> Markup {
    let bend = Dot(
      x: (from.x + to.x + middle.x) / 3, y: (from.y + to.y + middle.y) / 3)
    let n = Markup.number
    return Markup(
      "path",
      [
        ("d", "M\(n(from.x)) \(n(from.y))Q\(n(bend.x)) \(n(bend.y)) \(n(to.x)) \(n(to.y))"),
        ("fill", "none"),
      ]
        + Stroke(
          colour: .here, width: 0.8,
          opacity: count > 1_500 ? 0.08 : count > 600 ? 0.16 : count > 200 ? 0.25 : 0.4
        )
        .attributes)
  }

  private func size(of member: EgoReport.Member) -> Double {
    let most = Double(shown.map(\.mutualFriends).max() ?? 0)
    let room = shown.count > 90 ? 8.0 : 11
    guard most > 0, member.hops == 1 else { return shown.count > 90 ? 7 : 8 }
    return (shown.count > 90 ? 6 : 8) + room * 0.7
      * (Double(member.mutualFriends) / most).squareRoot()
  }

  private var marks: [Markup] {
    shown.indices.dropFirst().map { index in
      let group = shown[index].ageGroup
      return group.marker.element(
        at: dots[index], size: size(of: shown[index]), colour: group.colour)
    } + [.circle(middle, radius: 11, fill: .ink, Stroke(colour: .paper, width: 2))]
  }

  /// The middle's name, those of places, and those of accounts that find room, most tied first.
  private var names: [Markup] {
    var taken = dots.map { Box(left: $0.x - 6, top: $0.y - 6, width: 12, height: 12) }
    let name = report.ego.map { "\($0.account)" } ?? ""
    var bold = Self.small
    bold.isBold = true
    bold.anchor = .middle
    let places = layout.sectors.map { sector -> (Box, Markup) in
      let angle = (sector.begin + sector.end) / 2
      let dot = layout.dot(at: angle, radius: layout.radius + 16)
      var lettering = Self.small
      lettering.anchor = sin(angle) > 0.2 ? .start : sin(angle) < -0.2 ? .end : .middle
      let count = " (\(sector.members.count))"
      let text =
        lettering.shortened(
          String(sector.shortName), width: Self.nameWidth - lettering.width(of: count)) + count
      let width = lettering.width(of: text)
      let left =
        lettering.anchor == .start
        ? dot.x : lettering.anchor == .end ? dot.x - width : dot.x - width / 2
      return (
        Box(left: left, top: dot.y - 9, width: width, height: 13),
        lettering.element(text, at: Dot(x: dot.x, y: dot.y + 4))
      )
    }
    taken += places.map(\.0)
    let own = Box(left: middle.x - 30, top: middle.y + 10, width: 60, height: 14)
    taken.append(own)
    var placement = LabelPlacement(in: room, around: taken)
    var soft = Self.small
    soft.size = 9
    soft.colour = .softInk
    let labels = notable.compactMap { index -> Markup? in
      let text = "\(shown[index].account)"
      let width = soft.width(of: text)
      guard
        let place = placement.place(width: width, height: 11, around: dots[index], radius: 6),
        place.leader == nil
      else { return nil }
      return soft.element(text, at: Dot(x: place.box.left, y: place.box.bottom - 2))
    }
    return labels + places.map(\.1) + [bold.element(name, at: Dot(x: middle.x, y: middle.y + 23))]
  }

  /// Accounts that are named: all of few; of many the friends with most and those with none in common.
  private var notable: [Int] {
    let friends = shown.indices.dropFirst().filter { shown[$0].hops == 1 }
    guard shown.count > 40 else { return Array(shown.indices.dropFirst()) }
    let alone = friends.filter { shown[$0].mutualFriends == 0 }
    return friends.prefix(10).filter { shown[$0].mutualFriends > 0 } + alone.prefix(12)
  }

  private var legend: [Markup] {
    let groups = EgoReport.AgeGroup.allCases.map { group in
      Legend.Entry(
        sample: .marker(group.marker, group.colour),
        words: "\(group.words) (\(shown.dropFirst().count { $0.ageGroup == group }))")
    }
    let lines = [
      Legend.Entry(
        sample: .line(Stroke(colour: .softInk, width: 0.7), nil), words: "friend of the middle"),
      Legend.Entry(
        sample: .line(Stroke(colour: .published, width: 1.2), nil), words: "... none in common"),
      Legend.Entry(
        sample: .line(Stroke(colour: .here, width: 0.8), nil), words: "friends of each other"),
    ]
    let box = Box(left: room.left - 12, top: room.top, width: Self.legendWidth, height: room.height)
    return Legend(entries: groups + lines).elements(in: box, .topLeft)
  }
}

extension EgoReport.AgeGroup {
  fileprivate var words: String {
    switch self {
    case .child: "declares under 18"
    case .adult: "declares 18 or more"
    case .undeclared: "declares no age"
    }
  }

  fileprivate var marker: Marker {
    switch self {
    case .child: .diamond
    case .adult: .disc
    case .undeclared: .square
    }
  }

  fileprivate var colour: Colour {
    switch self {
    case .child: .published
    case .adult: .here
    case .undeclared: .softInk
    }
  }
}

import Foundation
import Validation

extension Plot {
  /// How far away adults' friends live.
  static let distances = Plot(
    fileName: "distances.svg", numbers: { numbers(of: $0.distances) }
  ) { curves, report in
    let distances = curves.distances
    let sheet = Sheet(
      title: "How far away adults' friends live", reading: reading(of: distances),
      notes: [
        "Drawn: of an adult's adult friends, the share whose homes are within so many miles; the "
          + "mean over adults with any\(adults(distances)). Rank-based law: two thirds of friends by "
          + "the inverse of their rank in distance, a third anywhere, worked out on this world's own "
          + "homes; a small world has fewer people near by than a country.",
        distances.nottinghamshire == nil
          ? "Law: \(ValidationRow.tieDistance.sourceWords). Published shares are for Nottinghamshire "
            + "within the whole country, so none is drawn here."
          : "Law and published ranges: \(ValidationRow.tieDistance.sourceWords).",
      ], footer: report.plotFooter)
    return Drawing(sheet: sheet, chart: chart(of: distances, in: sheet))
  }

  private static func numbers(of distances: FriendsByDistance) -> TextTable {
    let curves = [
      ("this world", distances.here), ("rank-based law", distances.rankLaw),
      ("Nottinghamshire here", distances.nottinghamshire),
    ].compactMap { name, curve in curve.map { (name: name, shares: $0.shares) } }
    return TextTable(
      headers: ["miles"] + curves.map { "\($0.name), %" },
      rows: distances.miles.indices.map { index in
        [Axis.plain(distances.miles[index])]
          + curves.map { Numerals.percent($0.shares[index]) }
      })
  }

  private static func reading(of distances: FriendsByDistance) -> String {
    guard let here = distances.here else { return "no adult here has an adult friend." }
    var parts: [String] = []
    for limit in [1.0, 5, 25, 100] {
      guard let share = share(of: here, distances, within: limit) else { continue }
      let isAll = share >= 0.995
      let amount = isAll ? "nearly all" : "\(Numerals.percent(share)) %"
      parts.append("\(amount) within \(Axis.plain(limit))\(limit == 1 ? " mile" : "")")
      if isAll { break }
    }
    return
      "many friends live near and some far away; a line is flat at distances where there are no "
      + "homes. Of an adult's friends here, \(parts.joined(separator: ", "))."
  }

  /// The share within a distance, between the two nearest that are known.
  private static func share(
    of curve: FriendsByDistance.Curve, _ distances: FriendsByDistance, within miles: Double
  ) -> Double? {
    guard let above = distances.miles.firstIndex(where: { $0 >= miles }) else { return nil }
    guard above > 0 else { return curve.shares.first }
    let (low, high) = (distances.miles[above - 1], distances.miles[above])
    let part = log(miles / low) / log(high / low)
    return curve.shares[above - 1] + part * (curve.shares[above] - curve.shares[above - 1])
  }

  private static func adults(_ distances: FriendsByDistance) -> String {
    guard let here = distances.here else { return "" }
    let county = distances.nottinghamshire.map {
      ", \(Numerals.count($0.adults)) in Nottinghamshire"
    }
    return " (\(Numerals.count(here.adults)) looked at\(county ?? ""))"
  }

  private static let here = Stroke(colour: .here, width: 3)
  private static let law = Stroke(colour: .published, width: 2.5, dashes: [8, 5])
  private static let county = Stroke(colour: .other, width: 2, dashes: [2, 3])
  private static let edge = Stroke(colour: .published, width: 1.5)

  private static func chart(of distances: FriendsByDistance, in sheet: Sheet) -> [Markup] {
    guard let curve = distances.here, let first = distances.miles.first,
      let last = distances.miles.last, first < last
    else { return sheet.nothing(because: "no adult has an adult friend") }
    let frame = Frame(
      area: sheet.chartArea,
      x: Axis(
        title: "Distance between homes, in miles",
        scale: Scale(.logarithmic, from: first, to: last), tickCount: 12, label: Axis.plain),
      y: Axis(
        title: "Friends within that distance", scale: Scale(.linear, from: 0, to: 1),
        tickCount: 5, label: Axis.percent))
    func line(_ curve: FriendsByDistance.Curve?, _ stroke: Stroke) -> [Markup] {
      curve.map { [frame.line(Array(zip(distances.miles, $0.shares)), stroke)] } ?? []
    }
    return frame.elements + targets(of: distances, in: frame) + line(distances.rankLaw, law)
      + line(distances.nottinghamshire, county) + line(curve, here)
      + legend(of: distances).elements(in: frame.area, .topLeft)
  }

  private static func targets(of distances: FriendsByDistance, in frame: Frame) -> [Markup] {
    guard distances.nottinghamshire != nil else { return [] }
    return TieDistanceTarget.nottinghamshire.flatMap { target -> [Markup] in
      guard let low = target.accepted.lower, let high = target.accepted.upper,
        let from = target.published.lower, let to = target.published.upper
      else { return [] }
      let miles = Double(target.miles)
      let wide = frame.box(x: miles * 0.9...miles * 1.11, y: low...high)
      let narrow = frame.box(x: miles * 0.9...miles * 1.11, y: from...to)
      return [
        .rectangle(wide, fill: .accepted, Stroke(colour: .published, dashes: [3, 3])),
        .rectangle(narrow, fill: .published, opacity: 0.75, edge),
      ]
    }
  }

  private static func legend(of distances: FriendsByDistance) -> Legend {
    var entries = [Legend.Entry(sample: .line(here, nil), words: "this world: all adults")]
    if distances.rankLaw != nil {
      entries.append(.init(sample: .line(law, nil), words: "rank-based law, on the same homes"))
    }
    if distances.nottinghamshire != nil {
      entries += [
        .init(sample: .line(county, nil), words: "this world: adults in Nottinghamshire"),
        .init(sample: .fill(.published, edge), words: "published for Nottinghamshire"),
        .init(
          sample: .fill(.accepted, Stroke(colour: .published, dashes: [3, 3])),
          words: "accepted for Nottinghamshire"),
      ]
    }
    return Legend(entries: entries)
  }
}

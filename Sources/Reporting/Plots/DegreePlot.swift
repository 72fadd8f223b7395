import Foundation
import Validation

extension Plot {
  /// How many friends accounts have: the share with at least so many, on axes of ratios.
  static let degrees = Plot(
    fileName: "degrees.svg", numbers: { numbers(of: $0.degrees) }
  ) { curves, report in
    let tail = curves.degrees
    let sheet = Sheet(
      title: "How many friends accounts have", reading: reading(of: tail),
      notes: [
        "Drawn: of all accounts, the share with at least so many friends; each step along an axis "
          + "multiplies. \(withoutFriends(tail)) The published curve is for all of Facebook, its "
          + "friends scaled down to a network of this size; of its last hundredth only the "
          + "ends are known.",
        "Published: \(ValidationRow.degreeShape.sourceWords).",
      ], footer: report.plotFooter)
    return Drawing(sheet: sheet, chart: chart(of: tail, in: sheet))
  }

  private static func numbers(of tail: DegreeTail) -> TextTable {
    func rows(_ points: [DegreeTail.Point], _ name: String) -> [[String]] {
      points.map { [name, Axis.plain($0.friends), Numerals.percent($0.share)] }
    }
    return TextTable(
      headers: ["of", "friends, at least", "accounts, %"],
      rows: rows(tail.here, "this world") + rows(tail.published, "published, scaled"))
  }

  private static func reading(of tail: DegreeTail) -> String {
    guard let half = tail.median, let few = tail.percentile99 else {
      return "there is no account in this world."
    }
    return "most accounts have few friends and a few have very many. Here half have at most "
      + "\(Numerals.count(half)), and one in a hundred has more than \(Numerals.count(few)). "
      + "Where the lines lie on each other, this world is like the published network."
  }

  private static func withoutFriends(_ tail: DegreeTail) -> String {
    tail.friendless == 0
      ? "Nobody is without friends."
      : "Accounts without friends, which such an axis cannot show: \(Numerals.count(tail.friendless))."
  }

  private static func chart(of tail: DegreeTail, in sheet: Sheet) -> [Markup] {
    let points = tail.here + tail.published
    guard !tail.here.isEmpty, let most = points.map(\.friends).max(),
      let least = points.map(\.share).min()
    else { return sheet.nothing(because: "nobody has a friend") }
    let frame = Frame(
      area: sheet.chartArea,
      x: Axis(
        title: "Friends of an account (at least so many)",
        scale: Scale(.logarithmic, from: 1, to: max(most * 1.1, 10)), tickCount: 11,
        label: Axis.plain),
      y: Axis(
        title: "Share of accounts",
        scale: Scale(.logarithmic, from: min(pow(10, floor(log10(least))), 0.1), to: 1),
        tickCount: 6, label: Axis.percent))
    let here = Stroke(colour: .here, width: 3)
    let published = Stroke(colour: .published, width: 2.5, dashes: [8, 5])
    return frame.elements
      + [
        frame.line(tail.here.map { ($0.friends, $0.share) }, here),
        frame.line(tail.published.map { ($0.friends, $0.share) }, published),
      ]
      + Legend(entries: [
        .init(sample: .line(here, nil), words: "this world"),
        .init(sample: .line(published, nil), words: "published curve, scaled to this size"),
      ]).elements(in: frame.area, .bottomLeft)
  }
}

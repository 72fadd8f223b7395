import Validation

extension Plot {
  /// How old the friends of people of each age are.
  static let ages = Plot(
    fileName: "ages.svg", numbers: { numbers(of: $0.ages) }
  ) { curves, report in
    let mixing = curves.ages
    let sheet = Sheet(
      title: "How old people's friends are", reading: reading(of: mixing),
      notes: [
        "Drawn: of every 100 friends of people of one age (a row), how many are of each age; a dot "
          + "is fewer than one, an empty cell none. Real ages, not those that accounts claim; "
          + "children by the year, adults in bands, which hold more people. Pupils change school "
          + "at 11.",
        "Published: no table of friends by age was found to hold this one against; Ugander et al. 2011, "
          + "Fig. 7, shows only that friends are close in age, the young most of all [FOUND]. The "
          + "share of children's friends at most a year older or younger is held against a weak "
          + "source in row V8.",
      ], footer: report.plotFooter)
    return Drawing(sheet: sheet, chart: chart(of: mixing, in: sheet))
  }

  private static func numbers(of mixing: AgeMixing) -> TextTable {
    let names = mixing.bands.map(name(of:))
    return TextTable(
      headers: ["age"] + names.map { "friends of \($0), %" },
      rows: mixing.bands.indices.map { band in
        let shares = mixing.shares(ofBand: band)
        return [names[band]]
          + names.indices.map { other in
            shares.map { Numerals.percent($0[other]) } ?? Numerals.unknown
          }
      })
  }

  private static func reading(of mixing: AgeMixing) -> String {
    let children = mixing.bands.indices.filter { mixing.bands[$0].upperBound < 18 }
    let ends = children.flatMap { mixing.friendships[$0] }.reduce(0, +)
    guard ends > 0 else { return "no child here has a friend." }
    let among = children.flatMap { row in children.map { mixing.friendships[row][$0] } }
      .reduce(0, +)
    return "the dark cells along the diagonal: people of about one age are friends. Of 100 friends "
      + "of children here, \(Numerals.percent(Double(among) / Double(ends))) are children; the pale "
      + "cells to the right are the adults they know, such as family and teachers."
  }

  private static func chart(of mixing: AgeMixing, in sheet: Sheet) -> [Markup] {
    let shares = mixing.bands.indices.map(mixing.shares(ofBand:))
    guard let highest = shares.compactMap({ $0?.max() }).max() else {
      return sheet.nothing(because: "nobody has a friend")
    }
    let names = mixing.bands.map(name(of:))
    let map = HeatMap(
      rows: names, columns: names, columnWeights: mixing.bands.map { $0.count == 1 ? 2 : 3 },
      divider: mixing.bands.firstIndex { $0.lowerBound >= 18 },
      cells: shares.map { row in
        guard let row else { return names.map { _ in nil } }
        return row.map { (share: $0 / highest, words: words(for: $0)) }
      })
    let room = sheet.room
    let area = Box(
      left: room.left + 70, top: room.top, width: room.width - 70 - 130, height: room.height - 40)
    let title = Lettering(size: 13, anchor: .middle)
    return map.elements(in: area) + [
      title.element("Age of the friend", at: Dot(x: area.middle.x, y: area.bottom + 35)),
      title.element("Age", at: Dot(x: area.left - 52, y: area.middle.y), turned: -90),
    ]
      + legend(
        upTo: highest,
        in: Box(
          left: area.right + 30, top: area.top + 40, width: 22, height: min(area.height - 60, 220)))
  }

  private static func name(of band: ClosedRange<Int>) -> String {
    if band.count == 1 { return "\(band.lowerBound)" }
    return band.upperBound > 150 ? "\(band.lowerBound)+" : "\(band.lowerBound)–\(band.upperBound)"
  }

  /// Friends of a hundred, as a cell has them.
  private static func words(for share: Double) -> String {
    let number = (share * 100).rounded()
    return share == 0 ? "" : number < 1 ? "·" : "\(Int(number))"
  }

  /// A strip of the colours with what they stand for.
  private static func legend(upTo highest: Double, in box: Box) -> [Markup] {
    let steps = 40
    let height = box.height / Double(steps)
    let words = Lettering(size: 12, colour: .softInk)
    let scale = Scale(.linear, from: 0, to: highest * 100)
    return words.elements(["Friends", "of 100"], at: Dot(x: box.left, y: box.top - 26))
      + (0..<steps).map { step in
        .rectangle(
          Box(
            left: box.left, top: box.bottom - Double(step + 1) * height, width: box.width,
            height: height + 0.5),
          fill: ColourRamp.colour(at: (Double(step) + 0.5) / Double(steps)))
      }
      + [.rectangle(box, fill: nil, Stroke(colour: .softInk))]
      + scale.ticks(about: 5).map { tick in
        words.element(
          Axis.plain(tick),
          at: Dot(x: box.right + 8, y: box.bottom - scale.position(of: tick) * box.height + 4))
      }
  }
}

import Population
import Validation

extension Plot {
  /// Where people live, and between which places friendships run.
  static let places = Plot(
    fileName: "places.svg", numbers: { numbers(of: $0.places) }
  ) { curves, report in
    let places = curves.places
    let lines = min(places.flows.count, MapPanel.mostLines)
    let sheet = Sheet(
      title: "Where friends live", reading: reading(of: places),
      notes: [
        "Drawn: circles by residents (area); the darker, the larger the share of its people's "
          + "friends who live there too, which stands beside names. Lines: on each map the pairs of "
          + "places with most friendships between them, at most \(lines), thicker for more. Names "
          + "where there is room. No coast is drawn.",
        "Residents and centres are those of the scenario's table of places, which names its sources. "
          + "Nothing was published to hold the shares against.",
      ], footer: report.plotFooter)
    return Drawing(sheet: sheet, chart: chart(of: places, in: sheet))
  }

  private static func numbers(of places: PlaceFriendships) -> TextTable {
    TextTable(
      headers: ["place", "people in life", "accounts here", "friends in the same place, %"],
      rows: places.towns.map { town in
        [
          town.place.name, Numerals.count(town.place.population), Numerals.count(town.accounts),
          town.shareWithin.map(Numerals.percent) ?? Numerals.unknown,
        ]
      })
  }

  private static func reading(of places: PlaceFriendships) -> String {
    let known = places.towns.filter { MapPanel.share(of: $0) != nil }
      .sorted { ($1.place.population, $0.place.name) < ($0.place.population, $1.place.name) }
    guard let largest = known.first, let smallest = known.last, known.count > 1,
      let most = largest.shareWithin, let least = smallest.shareWithin
    else { return "how far the places are apart." }
    return
      (most > least
      ? "large places are dark: their people find friends there, while those of small towns look "
        + "further. "
      : "how much friendship stays in a place, and which places it joins. ")
      + "Of the friends of people in \(MapPanel.name(of: largest)), \(Numerals.percent(most)) % "
      + "live there too; of \(MapPanel.name(of: smallest)), \(Numerals.percent(least)) %."
  }

  private static func chart(of places: PlaceFriendships, in sheet: Sheet) -> [Markup] {
    guard !places.towns.isEmpty else { return sheet.nothing(because: "there is no place") }
    let highest = places.towns.compactMap(MapPanel.share).max().flatMap { $0 > 0 ? $0 : nil } ?? 1
    let isUnknownShown = places.towns.contains { MapPanel.share(of: $0) == nil }
    let room = sheet.room
    let gap = 12.0
    let corner = Dot(x: room.right - 112, y: room.top)
    let area = Box(
      left: room.left, top: room.top, width: corner.x - 20 - room.left, height: room.height)
    let all = Array(places.towns.indices)
    guard let crowd = CrowdedPlaces.largest(of: places.towns) else {
      let map = MapPanel(of: places, showing: all, naming: Set(all), in: area, highest: highest)
      return map.elements + key(highest: highest, isUnknownShown: isUnknownShown, at: corner)
        + measures(of: [("", map)], below: corner)
    }
    let half = (area.width - gap) / 2
    let (left, right) = (
      Box(left: area.left, top: area.top, width: half, height: area.height),
      Box(left: area.right - half, top: area.top, width: half, height: area.height)
    )
    let whole = MapPanel(
      of: places, showing: all, naming: Set(all).subtracting(crowd), in: left, highest: highest)
    let part = MapPanel(
      of: places, showing: crowd, naming: Set(crowd), in: right, highest: highest)
    return whole.elements + part.elements + link(whole.frame(around: crowd), to: right)
      + key(highest: highest, isUnknownShown: isUnknownShown, at: corner)
      + measures(of: [("Left map", whole), ("Right map", part)], below: corner)
  }

  /// Shows which part of the whole map is the one beside it.
  private static func link(_ frame: Box, to map: Box) -> [Markup] {
    let stroke = Stroke(colour: .softInk, dashes: [4, 3])
    let edge = Stroke(colour: .softInk, width: 0.8, dashes: [2, 4])
    return [
      .rectangle(frame, fill: nil, stroke), .rectangle(map, fill: nil, stroke),
      .line(
        from: Dot(x: frame.right, y: frame.top), to: Dot(x: map.left, y: map.top), edge),
      .line(
        from: Dot(x: frame.right, y: frame.bottom), to: Dot(x: map.left, y: map.bottom), edge),
    ]
  }

  private static let keyWords = Lettering(size: 12, colour: .softInk)

  /// What colours stand for.
  private static func key(
    highest: Double, isUnknownShown: Bool, at corner: Dot
  ) -> [Markup] {
    func entry(_ number: Int, _ words: [String], _ fill: Colour, _ stroke: Stroke) -> [Markup] {
      let top = corner.y + 36 + Double(number) * 20
      let box = Box(left: corner.x, top: top, width: 24, height: 20)
      return [.rectangle(box, fill: fill, stroke)]
        + keyWords.elements(words, at: Dot(x: box.right + 8, y: top + 14))
    }
    let title = keyWords.elements(
      ["Friends who live", "in the same place"], at: Dot(x: corner.x, y: corner.y + 10))
    let shares = (0...4).flatMap { step in
      let share = Double(4 - step) / 4
      return entry(
        step, ["\(Numerals.percent(share * highest)) %"], ColourRamp.colour(at: share),
        Stroke(colour: .ink, width: 0.5))
    }
    let few = "under \(MapPanel.fewestAccounts)"
    guard isUnknownShown else { return title + shares }
    return title + shares + entry(5, [few, "accounts"], .grid, MapPanel.unknown)
  }

  /// What lengths and sizes stand for, and where north is.
  private static func measures(
    of maps: [(title: String, map: MapPanel)], below corner: Dot
  ) -> [Markup] {
    var top = corner.y + 194
    var elements: [Markup] = []
    for (title, map) in maps {
      elements.append(
        Lettering(size: 12, isBold: true).element(title, at: Dot(x: corner.x, y: top)))
      let (drawn, height) = map.measures(at: Dot(x: corner.x, y: top + 8))
      elements += drawn
      top += height + 30
    }
    return elements + ScaleBar.north(at: Dot(x: corner.x, y: top + 8))
  }
}

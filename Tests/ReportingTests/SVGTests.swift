import Population
import Testing
import Validation

@testable import Reporting

@Suite("Parts of pictures")
struct SVGTests {
  @Test(
    "escape whatever could end a text or a value",
    arguments: [
      ("a < b & \"c\" > d", "a &lt; b &amp; &quot;c&quot; &gt; d"), ("Café – 5 %", "Café – 5 %"),
      ("<\u{338}/text>", "&lt;\u{338}/text&gt;"),
      ("bell\u{7} line\nend\u{FFFF}", "bell? line?end\u{FFFD}"),
    ])
  func escape(text: String, markup: String) {
    let element = Markup("text", [("class", text)], .text(text))
    #expect(element.markup() == "<text class=\"\(markup)\">\(markup)</text>\n")
  }

  @Test(
    "write coordinates with two decimals at most",
    arguments: [(0.0, "0"), (-0.001, "0"), (12.5, "12.5"), (100, "100"), (1.0 / 3, "0.33")])
  func number(value: Double, text: String) {
    #expect(Markup.number(value) == text)
  }

  @Test("mark round values of a scale from end to end")
  func ticks() {
    #expect(
      Scale(.linear, from: 0, to: 1).ticks(about: 5) == [0, 0.2, 0.4, 0.6000000000000001, 0.8, 1])
    #expect(Scale(.linear, from: 3, to: 42).ticks(about: 5) == [10, 20, 30, 40])
    #expect(Scale(.logarithmic, from: 1, to: 1_000).ticks(about: 4) == [1, 10, 100, 1_000])
    #expect(Scale(.logarithmic, from: 1, to: 30).ticks(about: 6) == [1, 2, 5, 10, 20])
    #expect(Scale(.logarithmic, from: 0.1, to: 500).ticks(about: 12).count == 12)
  }

  @Test("place values between the ends, and those beyond at them")
  func positions() {
    let ratios = Scale(.logarithmic, from: 1, to: 100)
    #expect(abs(ratios.position(of: 10) - 0.5) < 1e-12)
    #expect(ratios.position(of: 0) == 0 && ratios.position(of: 1_000) == 1)
    #expect(Scale(.linear, from: 10, to: 20).position(of: 12) == 0.2)
  }

  @Test("darken from light to dark in grey too, with words that stand out")
  func ramp() {
    let shades = (0...50).map { ColourRamp.colour(at: Double($0) / 50) }
    #expect(zip(shades, shades.dropFirst()).allSatisfy { $0.lightness > $1.lightness })
    for shade in shades {
      #expect(abs(shade.lightness - ColourRamp.ink(on: shade).lightness) > 0.4)
    }
    #expect(shades[0].hex == "#f7fbff" && shades[50].hex == "#08306b")
  }

  @Test("names keep clear of each other, of circles and of the edge")
  func placement() {
    let area = Box(left: 0, top: 0, width: 300, height: 200)
    // Many points on a small square: there is not room for all names.
    let dots = (0..<64).map { Dot(x: 90 + Double($0 % 8) * 14, y: 60 + Double($0 / 8) * 9) }
    let circles = dots.map { Box(left: $0.x - 3, top: $0.y - 3, width: 6, height: 6) }
    var placement = LabelPlacement(in: area, around: circles)
    let names = dots.compactMap {
      placement.place(width: 40, height: 14, around: $0, radius: 3)?.box
    }
    #expect((8..<64).contains(names.count))
    for (number, name) in names.enumerated() {
      #expect(area.contains(name))
      #expect(!circles.contains { $0.overlaps(name) })
      #expect(!names[(number + 1)...].contains { $0.overlaps(name) })
    }
  }

  @Test("lines of text keep within a width, and nothing is lost")
  func wrapping() {
    let text =
      "In a world of ten thousand accounts, most have few friends, and some have very many."
    let lettering = Lettering(size: 14)
    let lines = lettering.lines(text, width: 200)
    #expect(lines.count > 2 && lines.allSatisfy { lettering.width(of: $0) <= 200 })
    #expect(lines.joined(separator: " ") == text)
  }

  @Test("a map has north up and as many pixels to a mile both ways")
  func projection() {
    let area = Box(left: 0, top: 0, width: 600, height: 400)
    let map = MapProjection(latitudes: [50, 55], longitudes: [-4, 0], in: area)
    let (south, north) = (
      map.dot(latitude: 50, longitude: -2), map.dot(latitude: 55, longitude: -2)
    )
    let (west, east) = (
      map.dot(latitude: 52.5, longitude: -4), map.dot(latitude: 52.5, longitude: 0)
    )
    #expect(north.y == 0 && south.y == 400 && west.x < east.x)
    // 4 degrees east at 52.5 degrees north are as long as 4 cos 52.5° = 2.435 degrees north.
    #expect(abs((east.x - west.x) / (south.y - north.y) - 2.4350 / 5) < 1e-4)
    #expect(abs(map.pixelsPerMile - 400 / (5 * 69.093)) < 1e-3)
  }

  @Test("a crowd of places is found where it is, and none where there is no room to gain")
  func crowd() {
    func town(_ latitude: Double, _ longitude: Double) -> PlaceFriendships.Town {
      .init(
        place: Place(name: "A", latitude: latitude, longitude: longitude, population: 1),
        accounts: 0, shareWithin: nil)
    }
    let far = [town(50, -4), town(55, -1.5), town(51.5, 0)]
    let near = (0..<9).map { town(53 + Double($0) * 0.03, -1 - Double($0) * 0.02) }
    #expect(CrowdedPlaces.largest(of: far + near) == Array(3..<12))
    #expect(CrowdedPlaces.largest(of: far) == nil && CrowdedPlaces.largest(of: []) == nil)
    #expect(CrowdedPlaces.largest(of: near + [near[0]]) == nil)
  }
}

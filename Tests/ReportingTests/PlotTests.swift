import Foundation
import Population
import Testing
import Validation

@testable import Reporting

/// What pictures are drawn of: a made-up world, and an empty one.
enum MadeUpCurves {
  static let town = ValidationCurves(
    degrees: DegreeTail(
      friendless: 3, median: 20, percentile99: 180,
      here: [.init(friends: 1, share: 0.99), .init(friends: 400, share: 0.0001)],
      published: [.init(friends: 1, share: 0.95), .init(friends: 900, share: 0.0002)]),
    clustering: ClusteringByDegree(
      bins: [
        .init(
          friends: 2...2, meanFriends: 2, accounts: 40,
          clustering: Estimate(0.3, standardError: 0.05)),
        .init(
          friends: 16...22, meanFriends: 19.5, accounts: 400,
          clustering: Estimate(0.15, standardError: nil)),
      ], median: 20),
    distances: FriendsByDistance(
      miles: [0.1, 1, 10, 100, 500], here: .init(adults: 90, shares: [0.1, 0.3, 0.5, 0.8, 1]),
      rankLaw: .init(adults: 20, shares: [0.15, 0.35, 0.5, 0.7, 1]),
      nottinghamshire: .init(adults: 12, shares: [0.05, 0.2, 0.5, 0.9, 1])),
    ages: AgeMixing(
      bands: [16...16, 17...17, 18...24, 75...255], accounts: [4, 5, 6, 0],
      friendships: [[6, 2, 0, 0], [2, 4, 1, 0], [0, 1, 998, 0], [0, 0, 0, 0]]),
    places: PlaceFriendships(
      towns: [
        .init(
          place: Place(name: "Upper <Town> & Co", latitude: 53, longitude: -1, population: 48_530),
          accounts: 900, shareWithin: 0.7),
        .init(
          place: Place(name: "Low (with Lower)", latitude: 53.2, longitude: -0.9, population: 900),
          accounts: 31, shareWithin: 0.1),
        .init(
          place: Place(name: "Nobody's", latitude: 53.1, longitude: -1.2, population: 90),
          accounts: 0, shareWithin: nil),
      ],
      flows: [.init(from: 0, to: 1, friendships: 80)]))

  static let nothing = ValidationCurves(
    degrees: DegreeTail(friendless: 0, median: nil, percentile99: nil, here: [], published: []),
    clustering: ClusteringByDegree(bins: [], median: nil),
    distances: FriendsByDistance(
      miles: FriendsByDistance.pictureMiles, here: nil, rankLaw: nil, nottinghamshire: nil),
    ages: AgeMixing(bands: [], accounts: [], friendships: []),
    places: PlaceFriendships(towns: [], flows: []))

  static func report(scenario: String = "A made-up town", platform: String = "main")
    -> ValidationReport
  {
    ValidationReport(
      result: ValidationResult(
        platform: platform, accounts: 10_000, friendships: 214_430, persons: 12_960, rows: []),
      scenario: scenario, seed: 7, version: "0.1.0")
  }
}

@Suite("Pictures of a world")
struct PlotTests {
  @Test("have names of their own")
  func names() {
    let names = PlotCatalogue.all.map(\.fileName)
    #expect(Set(names).count == names.count && names.allSatisfy { $0.hasSuffix(".svg") })
  }

  @Test(
    "stand on their own: a title, what to see, what is drawn and published, and whose world it is",
    arguments: 0..<5, [MadeUpCurves.town, MadeUpCurves.nothing])
  func complete(number: Int, curves: ValidationCurves) {
    let plot = PlotCatalogue.all[number]
    let picture = SVGReader(plot.svg(of: curves, in: MadeUpCurves.report()))
    #expect(picture.isWellFormed, "\(plot.fileName)")
    #expect(!picture.title.isEmpty && picture.texts.first?.words == picture.title)
    let words = picture.texts.map(\.words).joined(separator: " ")
    #expect(words.contains("What to see: ") && words.contains("Drawn: "))
    #expect(words.lowercased().contains("published"))
    #expect(
      words.contains(
        "Invented world, no real person or account: A made-up town, seed 7; platform main, "
          + "10,000 accounts, 214,430 friendships; Tocsin 0.1.0."))
    #expect(picture.words.hasSuffix("Tocsin 0.1.0."))
  }

  @Test("keep every word inside the sheet, however long names are", arguments: 0..<5)
  func inside(number: Int) {
    let long = String(repeating: "Wonderfully long ", count: 20)
    var curves = MadeUpCurves.town
    curves.places.towns[1].place.name = long
    let picture = SVGReader(
      PlotCatalogue.all[number].svg(
        of: curves, in: MadeUpCurves.report(scenario: long, platform: long)))
    for text in picture.texts where text.attributes["transform"] == nil {
      func number(_ name: String) -> Double { text.attributes[name].flatMap(Double.init) ?? .nan }
      let lettering = Lettering(
        size: number("font-size"), isBold: text.attributes["font-weight"] != nil)
      let width = lettering.width(of: text.words)
      let left =
        switch text.attributes["text-anchor"] {
        case "middle": number("x") - width / 2
        case "end": number("x") - width
        default: number("x")
        }
      #expect(left >= 0 && left + width <= 900, "\(text.words)")
      #expect(number("y") - lettering.size >= 0 && number("y") <= 596, "\(text.words)")
      #expect(lettering.size >= 9.5, "\(text.words)")
    }
  }

  @Test("cannot be broken out of by a title or a place", arguments: 0..<5)
  func hostile(number: Int) {
    let evil = "</text><script>alert(\"1\")</script>&\u{1B}[2J"
    var curves = MadeUpCurves.town
    curves.places.towns[0].place.name = evil
    let plot = PlotCatalogue.all[number]
    let picture = SVGReader(
      plot.svg(of: curves, in: MadeUpCurves.report(scenario: evil, platform: evil)))
    #expect(picture.isWellFormed && !picture.names.contains("script"))
    #expect(picture.words.contains("</text><script>alert(\"1\")</script>&?[2J"))
  }

  @Test("are the same bytes each time, and as kept here", .tags(.golden))
  func golden() {
    let svg = Plot.clustering.svg(of: MadeUpCurves.town, in: MadeUpCurves.report())
    #expect(svg == Plot.clustering.svg(of: MadeUpCurves.town, in: MadeUpCurves.report()))
    #expect(svg == GoldenReports.clusteringPlot)
  }

  @Test("tell a reader of ages that no published table exists, and name the weak row")
  func ages() {
    let picture = SVGReader(Plot.ages.svg(of: MadeUpCurves.town, in: MadeUpCurves.report()))
    #expect(picture.words.contains("no table of friends by age was found"))
    // Of 8 friends of 16-year-olds 6 are 16; one in a thousand is a dot, and nobody an empty cell.
    let cells = picture.texts.map(\.words)
    #expect(cells.contains("75") && cells.contains("·") && !cells.contains("0.1"))
  }

  @Test("hold distances against Nottinghamshire's only where they apply")
  func nottinghamshire() {
    var curves = MadeUpCurves.town
    let with = Plot.distances.svg(of: curves, in: MadeUpCurves.report())
    curves.distances.nottinghamshire = nil
    let without = Plot.distances.svg(of: curves, in: MadeUpCurves.report())
    #expect(with.contains("published for Nottinghamshire"))
    #expect(!without.contains("published for Nottinghamshire"))
    #expect(!without.contains("adults in Nottinghamshire"))
  }
}

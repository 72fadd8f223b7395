import Foundation
import Scoring
import Testing

@testable import Reporting

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("The report of a sensitivity") struct SensitivityReportTests {
  private typealias Key = SensitivityResult.Key

  private static func report(
    _ method: SensitivityResult.Method, _ keys: [SensitivityResult.Key], baseline: Double? = nil
  ) -> SensitivityReport {
    var worlds = SensitivityResult.Worlds()
    (worlds.count, worlds.failed, worlds.undefined) = (40, 2, 1)
    worlds.failure = "rule\nbroken"
    return SensitivityReport(
      result: SensitivityResult(
        method: method, metric: "preceded", unit: "share", detector: "any", seeds: 7...8,
        points: 20, baseline: baseline, worlds: worlds, keys: keys,
        leftOut: [.init(path: "c", reason: "refused")]),
      scenario: "town.yaml", version: "1.2.3")
  }

  private static let effects = [
    Key(
      path: "b.small", low: "1", high: "9", isLogarithmic: false,
      finding: .effects(
        size: Estimate(value: 0.1, low: 0, high: 0.25), mean: -0.1, deviation: nil)),
    Key(path: "a.none", low: "0", high: "1", isLogarithmic: false, finding: nil, lost: 6),
    Key(
      path: "a.large", low: "0.01", high: "14", isLogarithmic: true,
      finding: .effects(
        size: Estimate(value: 0.4, low: 0.3, high: 0.5), mean: 0.4, deviation: 0.12)),
  ]

  private static let swings = [
    Key(
      path: "x", low: "1", high: "2", isLogarithmic: false,
      finding: .swing(
        low: 0.6, high: 0.2, change: Estimate(value: -0.4, low: -0.5, high: -0.3))),
    Key(
      path: "y", low: "1", high: "2", isLogarithmic: false,
      finding: .swing(low: 0.5, high: 0.55, change: nil)),
  ]

  @Test("ranks keys by what they move, with bars, and says what failed and was left out")
  func text() {
    let lines = Self.report(.morris, Self.effects).text().split(separator: "\n").map(String.init)
    let table = lines.drop { !$0.hasPrefix("---") }.dropFirst().prefix(2)
    #expect(
      Array(table) == [
        "0.01 to 14 x  0.40  0.30 to 0.50   0.40   0.12  ########  a.large",
        "1 to 9        0.10  0.00 to 0.25  -0.10      -  ##        b.small",
      ])
    let text = lines.joined(separator: " ")
    #expect(
      text.contains("2 of 40 worlds could not be made and count for nothing. The first: rule"))
    #expect(text.contains("In 1 worlds the metric has no value"))
    #expect(
      text.contains("For want of these values up to 6 steps of a key are left out; a key with less")
    )
    #expect(text.contains("- c: refused"))
    #expect(text.contains("1 of 3 keys could not be told of, for want of values."))
    #expect(text.contains("20 points of 3 keys, seeds 7 to 8 at every point: 40 worlds."))
    #expect(lines.allSatisfy { $0.count <= 100 })
  }

  @Test("tells both ends of a tornado and the scenario itself")
  func tornado() {
    let text = Self.report(.tornado, Self.swings, baseline: 0.5).text()
    #expect(text.contains("1 to 2    0.60     0.20   -0.40  -0.50 to -0.30  ########  x\n"))
    #expect(text.contains("1 to 2    0.50     0.55    0.05               -  #         y\n"))
    #expect(text.contains("With all keys as the scenario has them: 0.50 share.\n"))
  }

  @Test("names what a method found in the JSON as its literature does")
  func json() throws {
    let text = try Self.report(.morris, Self.effects).json()
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let keys = try #require(value?["keys"] as? [[String: Any]])
    #expect(keys.map { $0["path"] as? String } == ["a.large", "b.small", "a.none"])
    #expect((keys[0]["muStar"] as? [String: Double]) == ["value": 0.4, "low": 0.3, "high": 0.5])
    #expect(keys[0]["sigma"] as? Double == 0.12)
    #expect(keys.map { $0["lost"] as? Int } == [nil, nil, 6])
    #expect(keys[1]["sigma"] is NSNull && keys[2]["size"] is NSNull)
    #expect(value?["firstSeed"] as? Int == 7 && value?["seeds"] as? Int == 2)
  }

  @Test("draws bars that are well-formed SVG, and says so where there is nothing to draw")
  func picture() throws {
    for (method, keys) in [
      (SensitivityResult.Method.morris, Self.effects), (.tornado, Self.swings),
    ] {
      let picture = Self.report(method, keys, baseline: method == .tornado ? 0.5 : nil).picture()
      #expect(picture.contains("\(keys[0].path)  "))
      #expect(picture.hasPrefix("<?xml") && picture.hasSuffix("</svg>\n"))
      #expect(XMLParser(data: Data(picture.utf8)).parse())
    }
    let nothing = Self.report(.sobol, [Self.effects[1]]).picture()
    #expect(nothing.contains("Nothing to draw: no key moves the metric."))
  }
}

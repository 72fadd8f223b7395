import Scoring
import Testing
import Vocabulary

@testable import Reporting

@Suite("The page on many worlds")
struct SweepPageTests {
  /// A point of worlds with so many of 20 meetings preceded each.
  private func point(_ settings: [(String, String)], preceded: [Int]) -> ReplicatedPoint {
    var gatherer = ReplicatedPoint.Gatherer(
      settings: settings.map { .init(key: $0.0, value: $0.1) }, wanted: SweepPage.metrics)
    for count in preceded {
      gatherer.add(
        ["one", Evaluation.anyDetector].map { detector in
          MetricRow(
            detector: detector, name: Metric.preceded.name, unit: "share",
            value: Double(count) / 20, low: 0, high: 1, count: count, total: 20)
        }, meetings: 20)
    }
    return gatherer.point
  }

  private func page(_ points: [ReplicatedPoint], _ varied: [SweepPage.Varied]) -> SweepPage {
    SweepPage(
      scenarios: ["<town>.yaml"], common: [.init(key: "calendar.days", value: "30")],
      varied: varied, seeds: "1 to 3", versions: ["0.1.0"], results: "results.jsonl",
      points: points,
      failures: [.init(line: 4, settings: points[0].settings, what: "found 3 & expected < 2")],
      commands: ["tocsin worker"])
  }

  private var swept: SweepPage {
    page(
      [
        point([("a.b", "1"), ("c", "x")], preceded: [10, 12, 14]),
        point([("a.b", "4"), ("c", "y")], preceded: [2, 4, 6]),
      ], [.init(key: "a.b", values: ["1", "4"]), .init(key: "c", values: ["x", "y"])])
  }

  @Test("draws each key for all detectors together and for each, with the numbers")
  func drawn() throws {
    let page = PageReader(swept.html())
    #expect(page.isWellFormed)
    let ids = page.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    // Three metrics, two keys, two detectors; each chart for a desk and for a phone.
    #expect(page.all("figure").count == 12 && page.all("svg").count == 24)
    // 12 of 20 with a standard error of 2 / 20 / √3, and t of two degrees of freedom 4.303.
    let words = try #require(page.words(ofID: "preceded-1-0"))
    #expect(words.contains("60 (35-85)"), "\(words)")
    #expect(page.words(ofID: "failed")?.contains("found 3 & expected < 2") == true)
    #expect(page.all("h1").first?.words == "<town>.yaml")
  }

  @Test("says why medians of fewer than six worlds have no interval", arguments: [5, 6])
  func mediansWithoutInterval(worlds: Int) throws {
    var gatherer = ReplicatedPoint.Gatherer(settings: [], wanted: SweepPage.metrics)
    for world in 0..<worlds {
      gatherer.add(
        [
          MetricRow(
            detector: Evaluation.anyDetector, name: Metric.leadMedian.name, unit: "days",
            value: world == 0 ? nil : Double(world), low: nil, high: nil, count: nil, total: nil)
        ], meetings: 20)
    }
    let page = PageReader(self.page([gatherer.point], []).html())
    let words = try #require(page.words(ofID: "lead-detectors"))
    #expect(words.contains("needs six worlds") == (worlds < 6), "\(words)")
  }

  @Test("of seeds alone, has the detectors side by side")
  func seedsAlone() throws {
    let page = PageReader(self.page([point([], preceded: [5, 10, 15])], []).html())
    #expect(page.isWellFormed && page.all("figure").count == 3)
    #expect(page.words(ofID: "preceded-detectors")?.contains("any of them") == true)
    #expect(page.words(ofID: "varied")?.contains("Only the seed differs") == true)
  }
}

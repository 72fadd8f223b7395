import Activity
import Foundation
import Hardness
import Scoring
import Testing
import Validation
import Vocabulary

@testable import Reporting

@Suite("The page on a run")
struct RunReportTests {
  /// The page on `Town`.
  static func report(
    scenario: String = "A made-up town", truth: GroundTruth = Town.truth,
    alerts: [Alert] = Town.alerts
  ) throws -> RunReport {
    var context = Town.context
    context.scenario = scenario
    let priced = try Town.detectors.map { name in
      var tradeOff = TradeOff()
      try tradeOff.add(
        truth: truth, subjects: Town.subjects, alerts: alerts.filter { $0.detector == name })
      return RunReport.Priced(
        name: name, curve: tradeOff.alarmCurve(points: 20), ranking: tradeOff.ranking())
    }
    return RunReport(
      evaluation: try Town.evaluation(truth: truth, alerts: alerts), hardness: Town.hardness,
      context: context, truth: truth, priced: priced, unpriced: [],
      calibrations: try AlertCalibration.all(
        truth: truth, subjects: Town.subjects, alerts: alerts, detectors: Town.detectors),
      groups: try RunReport.Grouped.all(
        truth: truth, subjects: Town.subjectsInGroups, alerts: alerts, detectors: Town.detectors),
      agreement: try Agreement.pairs(
        truth: truth, subjects: Town.subjectsInGroups, alerts: alerts, detectors: Town.detectors),
      survival: try SurvivalCurves(
        truth: truth, alerts: alerts, detectors: Town.detectors, subjects: Town.subjects),
      network: RunReport.Network(
        validation: MadeUpCurves.report(scenario: scenario), curves: MadeUpCurves.town),
      story: RunReport.Story(
        report: CaseReportTests.report, alerts: Array(alerts.prefix(3)), choice: "It is the first."),
      scenario: "name: \(scenario)\nseed: 7\n",
      unsourced: [.init(path: "a.b", about: "A key.", standard: "1", source: "sweep 0 to 2: none")])
  }

  /// Nobody met, nobody was alerted on.
  static let nothing = GroundTruth(groomers: Town.groomers, cases: [], end: SimTime(day: Town.days))

  /// Pages to hold against what is true of all.
  static let pages: [(name: String, make: @Sendable () throws -> RunReport)] = [
    ("a town", { try report() }),
    ("without alerts", { try report(alerts: []) }),
    ("without a case", { try report(truth: nothing, alerts: []) }),
    (
      "with a hostile name",
      { try report(scenario: "</title><script>alert('x')</script> & \"co\"") }
    ),
  ]

  @Test("is well-formed, and every name in it is of one element alone", arguments: 0..<4)
  func wellFormed(number: Int) throws {
    let page = PageReader(try Self.pages[number].make().html())
    #expect(page.isWellFormed, "\(Self.pages[number].name)")
    let ids = page.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count && ids.count > 20)
    let targets = page.all("a").compactMap { $0.attributes["href"] }
    #expect(targets.allSatisfy { $0.hasPrefix("#") && ids.contains(String($0.dropFirst())) })
  }

  @Test("names every picture, and gives every chart its numbers", arguments: 0..<4)
  func labelled(number: Int) throws {
    let page = PageReader(try Self.pages[number].make().html())
    for picture in page.all("svg") {
      #expect(picture.attributes["role"] == "img")
      let names = (picture.attributes["aria-labelledby"] ?? "").split(separator: " ")
      #expect(names.count == 2)
      for name in names { #expect(page.words(ofID: String(name))?.isEmpty == false, "\(name)") }
    }
    let figures = page.all("figure")
    #expect(figures.count >= 6)
    #expect(page.all("figcaption").count == figures.count)
    let tables = page.all("table").filter {
      $0.around.contains("figure") && $0.around.contains("details")
    }
    #expect(tables.count >= figures.count)
  }

  @Test("a precision without a false alarm is a bound in numbers and no line in the chart")
  func precisionWithoutFalseAlarm() throws {
    let page = PageReader(try Self.report().html())
    // As in the text report: 14 of 16 groomers and no adult in error.
    let words = try #require(page.words(ofID: "precision"))
    #expect(words.contains(">73") && words.contains(">35") && words.contains(">5.0"), "\(words)")
    #expect(words.contains("(> in the numbers): grooming-cues."), "\(words)")
    #expect(!words.contains("100 ("), "\(words)")
  }

  @Test("has one main part, headings that leave out no level, and tables with headers")
  func structure() throws {
    let page = PageReader(try Self.report().html())
    #expect(page.all("html").first?.attributes["lang"] == "en")
    for name in ["header", "nav", "main", "footer", "h1", "title"] {
      let all = page.all(name).filter { !$0.around.contains("svg") }
      #expect(all.count == 1, "\(name)")
    }
    let levels = page.elements.compactMap { element in
      element.name.count == 2 && element.name.first == "h" ? Int(element.name.dropFirst()) : nil
    }
    #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
    #expect(page.all("table").count == page.all("caption").count)
    #expect(page.all("th").allSatisfy { ["col", "row"].contains($0.attributes["scope"] ?? "") })
    #expect(page.all("td").allSatisfy { !$0.around.contains("thead") || $0.words.isEmpty })
  }

  @Test("needs nothing but itself, and runs no script")
  func selfContained() throws {
    let html = try Self.report().html()
    let page = PageReader(html)
    for name in ["script", "link", "img", "iframe", "object", "embed"] {
      #expect(page.all(name).isEmpty)
    }
    let addresses = page.elements.flatMap { element in
      element.attributes.filter { $0.key != "xmlns" && $0.value.contains("//") }
    }
    #expect(addresses.isEmpty)
    let style = try #require(page.all("style").first?.words)
    #expect(!style.contains("url(") && !style.contains("@import") && !style.contains("<"))
  }

  @Test("shows a name as it is, whatever is in it")
  func escaped() throws {
    let name = "</title><script>alert('x')</script> & \"co\""
    let html = try Self.report(scenario: name).html()
    let page = PageReader(html)
    #expect(page.all("script").isEmpty && !html.contains("<script"))
    #expect(page.all("h1").first?.words == name)
    #expect(page.all("title").first?.words == "\(name), seed 7: Tocsin report")
  }

  @Test("is the same bytes for the same run")
  func again() throws {
    #expect(try Self.report().html() == Self.report().html())
  }

  @Test("says the answer first, with its interval and its price")
  func answer() throws {
    let page = PageReader(try Self.report().html())
    let sentence = try #require(page.elements.first { $0.attributes["class"] == "answer" })
    #expect(
      sentence.words.replacing("\u{A0}", with: " ")
        == "At 1.1 accounts flagged per 1,000 accounts a week, 75 % (95 % interval 47-91 %) of 20 "
        + "first meetings had an alert on the groomer before; half of all meetings had one at least "
        + "17.0 days before.")
    #expect(page.all("h2").first?.words == "The answer")
    #expect(page.words(ofID: "in-time")?.contains("all of them together") == true)
  }

  @Test("tells how far every two detectors agree")
  func agreement() throws {
    let words = try #require(PageReader(try Self.report().html()).words(ofID: "agreement"))
    // Groomers 0 to 15: the first flags those not at 2 modulo 3, the second every fourth.
    #expect(words.contains("unconnected-minors") && words.contains("rejected-by-children"))
    let pair = try #require(try Self.report().agreement.first)
    #expect((pair.groomersByBoth, pair.groomersByFirst) == (3, 8))
    #expect((pair.groomersBySecond, pair.groomersByNeither) == (1, 4))
    var single = try Self.report()
    single.agreement = []
    #expect(PageReader(single.html()).words(ofID: "agreement") == nil)
  }

  @Test("marks each detector where its own threshold lies, on its own curve")
  func marks() throws {
    let report = try Self.report()
    let figure = AlarmFigure(report: report)
    for detector in report.priced {
      // The made-up alerts have one score, so the curve has one threshold: the detector's own.
      let own = try #require(detector.curve.points.last)
      let mark = try #require(figure.mark(of: detector.name))
      #expect(abs(mark.x - own.price) < 1e-12)
      #expect(mark.y == own.preceded?.value)
    }
    #expect(report.priced.filter { $0.curve.points.contains { $0.price > 0 } }.count == 2)
  }

  @Test("leaves out what there is nothing to say of, and says so of the answer")
  func nothing() throws {
    let page = PageReader(try Self.report(truth: Self.nothing, alerts: []).html())
    let sections = page.all("section").compactMap { $0.attributes["id"] }
    #expect(sections.first == "answer" && !sections.contains("meetings"))
    #expect(!sections.contains("pace") && page.words(ofID: "in-time") == nil)
    #expect(page.words(ofID: "answer")?.contains("Nobody met within this run") == true)
  }
}

@Suite("Charts of a page")
struct PageChartTests {
  @Test("colours of lines stand out from the page, by day and by night (WCAG 2.2, 1.4.3)")
  func contrast() throws {
    let dark = Dictionary(uniqueKeysWithValues: PageColours.dark.map { ($0.from.hex, $0.to) })
    let night = try #require(dark[Colour.paper.hex])
    for colour in SeriesLook.colours + [.ink, .softInk] {
      #expect(Self.contrast(colour, .paper) >= 4.5, "\(colour.hex)")
      #expect(Self.contrast(try #require(dark[colour.hex]), night) >= 4.5, "\(colour.hex)")
    }
    // The page behind the charts is of the same colour.
    #expect(StyleSheet.page.text.contains("--paper:\(night.hex)"))
  }

  /// The ratio of two colours' luminance, as WCAG 2.2 defines it.
  private static func contrast(_ one: Colour, _ other: Colour) -> Double {
    func luminance(_ colour: Colour) -> Double {
      func linear(_ channel: Int) -> Double {
        let value = Double(channel) / 255
        return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green)
        + 0.0722 * linear(colour.blue)
    }
    let (first, second) = (luminance(one) + 0.05, luminance(other) + 0.05)
    return max(first, second) / min(first, second)
  }

  @Test("no two lines look alike, though there be as many as detectors")
  func looks() {
    let looks = (0..<18).map(SeriesLook.at).map { "\($0.colour.hex) \($0.dashes) \($0.marker)" }
    #expect(Set(looks).count == looks.count)
  }

  @Test(
    "names at the ends of lines are moved apart, no farther than it takes",
    arguments: [
      ([10.0, 50], [10.0, 50]), ([10, 12, 14], [10, 27, 44]), ([90, 95, 99], [66, 83, 100]),
      ([], []),
    ])
  func apart(heights: [Double], moved: [Double]) {
    #expect(LineChart.apart(heights, by: 17, within: 0...100) == moved)
  }

  @Test("of many cases as many are drawn as there is room for, the first and the last among them")
  func thinned() {
    #expect(CaseStrips.thinned(Array(0..<60)) == Array(0..<60))
    let some = CaseStrips.thinned(Array(0..<1_000))
    #expect(some.count == 60 && some.first == 0 && some.last == 999)
    #expect(zip(some, some.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test("a stepped line stays as it is until the next point")
  func steps() {
    let chart = LineChart(
      x: Axis(title: "x", scale: Scale(.linear, from: 0, to: 10), label: Axis.plain),
      y: Axis(title: "y", scale: Scale(.linear, from: 0, to: 1), label: Axis.plain),
      series: [
        LineChart.Series(
          name: "a", points: [(0, 0, nil, nil), (10, 1, nil, nil)], isStepped: true, look: .at(0))
      ])
    let drawing = chart.drawing(on: .narrow)
    let path = drawing.elements.compactMap { element in
      element.attributes.first { $0.name == "stroke" }?.value == SeriesLook.at(0).colour.hex
        ? element.attributes.first { $0.name == "d" }?.value : nil
    }
    // From bottom left along the foot to the right, then up.
    #expect(path == ["M56 270L319 270L319 30"])
    #expect(drawing.height == 344)
  }
}

@Suite("The page on two runs")
struct PairReportTests {
  private static func run(
    _ scenario: String, alerts: [Alert] = Town.alerts, settings: String = "quiet-days: 30\n",
    detectors: [String] = Town.detectors
  ) throws -> PairReport.Run {
    var evaluation = try Town.evaluation(alerts: alerts)
    evaluation.detectors = detectors + [Evaluation.anyDetector]
    return PairReport.Run(
      evaluation: evaluation, context: Town.context, scenario: scenario, settings: settings)
  }

  private static func differences(_ first: PairReport.Run, _ second: PairReport.Run) throws
    -> String
  {
    let page = PageReader(PairReport(first, second).html())
    #expect(page.isWellFormed)
    return try #require(page.words(ofID: "keys")).replacing("\u{A0}", with: " ")
  }

  @Test("says that runs differ by detectors and their settings, and not that they are the same")
  func detectorsDiffer() throws {
    let plain = try Self.run("seed: 1\ndetection:\n  quiet-days: 30\n")
    #expect(
      try Self.differences(plain, plain).contains(
        "Nothing: scenario, seed, detectors and their settings are the same."))
    // As it was replayed counts, not what the scenario says.
    let replayed = try Self.run(
      "seed: 1\ndetection:\n  quiet-days: 30\n",
      settings: "# combination: A trained model of logistic\nquiet-days: 7\n",
      detectors: Array(Town.detectors.dropFirst()) + ["combination"])
    let words = try Self.differences(plain, replayed)
    #expect(words.contains("detection.quiet-days") && words.contains("30") && words.contains("7"))
    #expect(words.contains("Only A ran unconnected-minors."))
    #expect(words.contains("Only B ran combination."))
    #expect(words.contains("A trained model of logistic"))
    #expect(!words.contains("the same"))
    var other = plain
    other.context.seed = 8
    other.context.version = "0.0"
    let made = try Self.differences(plain, other)
    #expect(made.contains("The seeds differ: 7 and 8.") && made.contains("same key by key"))
    #expect(made.contains("The versions of Tocsin differ: "))
  }

  @Test("is well-formed, with every picture named, and the answers of both")
  func page() throws {
    let page = PageReader(
      try PairReport(
        Self.run("seed: 1\n"), Self.run("seed: 2\n", alerts: Array(Town.alerts.prefix(9)))
      ).html())
    #expect(page.isWellFormed)
    let ids = page.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    #expect(page.all("figure").count == 2 && page.all("svg").count == 4)
    #expect(page.all("svg").allSatisfy { $0.attributes["role"] == "img" })
    let words = try #require(page.words(ofID: "answers")).replacing("\u{A0}", with: " ")
    #expect(words.contains("A: At 1.1 accounts flagged per 1,000 accounts a week, 75 %"))
    #expect(words.contains("B: At "))
    #expect(page.words(ofID: "keys")?.contains("seed") == true)
  }

  @Test("has areas of the detectors that both ran, where somebody worked them out")
  func areas() throws {
    var (first, second) = (try Self.run("seed: 1\n"), try Self.run("seed: 2\n"))
    #expect(
      try #require(PageReader(PairReport(first, second).html()).words(ofID: "detectors"))
        .contains("area under ROC") == false)
    let rising = RisingAlerts(Town.alerts, of: Town.detectors)
    first.evaluation = try Evaluation(
      truth: Town.truth, alerts: Town.alerts, detectors: Town.detectors, subjects: Town.subjects,
      rising: rising)
    second.evaluation = first.evaluation
    let page = PageReader(PairReport(first, second).html())
    let words = try #require(page.words(ofID: "detectors"))
    #expect(page.isWellFormed && words.contains("B: average precision"))
    #expect(!words.contains("claimed too much"))
    let area = ThresholdTables(evaluation: first.evaluation).area(Town.detectors[0])
    #expect(words.contains(area.prefix(4)) && area != Numerals.unknown)
  }

  @Test("names the keys that differ, elements of lists among them, and those of one side alone")
  func keys() {
    let first = """
      seed: 1
      population:
        accounts: 400
        groomers:
          per-adult-account: 0.01
      campaigns:
        - name: hasty
          pace: 2
        - name: slow
          pace: 1
      names: [a, b]

      """
    let second = first.replacing("accounts: 400", with: "accounts: 500")
      .replacing("pace: 1", with: "pace: 3").replacing("names: [a, b]", with: "names: [a]\nmore: 1")
    let (before, after) = (ScenarioKeys.values(in: first), ScenarioKeys.values(in: second))
    let changes = ScenarioKeys.changes(from: before, to: after)
    #expect(
      changes.map(\.path) == ["population.accounts", "campaigns[1].pace", "names", "more"])
    #expect(changes.map(\.first) == ["400", "1", "[a, b]", nil])
    #expect(changes.map(\.second) == ["500", "3", "[a]", "1"])
    #expect(ScenarioKeys.changes(from: before, to: before).isEmpty)
    #expect(before.count == 8)
  }
}

import Activity
import Scoring
import Testing
import Vocabulary

@testable import Reporting

@Suite("What scores could give at every threshold")
struct ThresholdsTests {
  /// The town with alerts of one detector that state probabilities: groomers from 0.9 down, others
  /// from 0.5 down.
  private static let stating: [Alert] = Town.alerts.map { alert in
    guard alert.detector == Town.detectors[0] else { return alert }
    var stating = alert
    let place = Double(alert.suspect.rawValue % 10) / 20
    stating.score = alert.suspect.rawValue < 16 ? 0.9 - place : 0.5 - place
    stating.reasons = [.probability(stating.score, events: [])]
    return stating
  }

  private static func report() throws -> RunReport {
    var report = try RunReportTests.report(alerts: stating)
    report.evaluation = try Evaluation(
      truth: Town.truth, alerts: stating, detectors: Town.detectors, subjects: Town.subjects,
      rising: RisingAlerts(
        stating.filter { $0.detector != Town.detectors[2] }, of: Array(Town.detectors.prefix(2))))
    return report
  }

  @Test("the page draws both curves with guessing beside them, and has every area")
  func page() throws {
    let page = PageReader(try Self.report().html())
    #expect(page.isWellFormed)
    let ids = page.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    for id in ["roc", "precision-recall"] {
      let words = try #require(page.words(ofID: id))
      #expect(words.contains("guessing"))
      for name in Town.detectors { #expect(words.contains(name), "\(id) \(name)") }
    }
    let section = try #require(page.words(ofID: "thresholds"))
    #expect(section.contains("area under ROC"))
  }

  @Test("precision is drawn as steps, from the recall of the threshold before")
  func steps() throws {
    let report = try Self.report()
    let figure = RankingFigure(report: report)
    #expect(figure.drawn.map(\.place) == [0, 1, 2])
    let points = try #require(report.priced.first).precisionRecall.points
    #expect(points.last?.recall == 1)
    #expect(points.last?.precision.value == 16.0 / (16 + 3_184))
  }

  @Test("the page says what was claimed and what was true, of a detector that states probabilities")
  func probabilities() throws {
    let page = PageReader(try Self.report().html())
    let words = try #require(page.words(ofID: "probabilities")).replacing("\u{A0}", with: " ")
    #expect(words.contains("unconnected-minors flagged"))
    #expect(words.contains("Brier"))
    #expect(page.words(ofID: "probabilities-unconnected-minors") != nil)
    // Without such a detector there is no such section.
    let bare = PageReader(try RunReportTests.report().html())
    #expect(bare.words(ofID: "probabilities") == nil)
  }

  @Test("the text has both tables where they are known, within 100 columns, and neither elsewhere")
  func text() throws {
    let report = try Self.report()
    func text(_ evaluation: Evaluation) -> String {
      TextReport(evaluation: evaluation, hardness: report.hardness, context: report.context)
        .rendered()
    }
    let lines = text(report.evaluation).split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("At every threshold") })
    #expect(lines.contains { $0.hasPrefix("Are the probabilities true?") })
    #expect(lines.allSatisfy { $0.count <= 100 })
    // Of the third detector nobody worked it out.
    let table = try #require(ThresholdTables(evaluation: report.evaluation).thresholds)
    #expect(table.rows.map { $0[0] } == Array(Town.detectors.prefix(2)))
    let plain = text(try Town.evaluation())
    #expect(!plain.contains("At every threshold") && !plain.contains("probabilities true"))
  }
}

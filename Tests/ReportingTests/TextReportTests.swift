import Activity
import Scoring
import Testing
import Vocabulary

@testable import Reporting

extension Tag {
  /// Compares a whole output.
  @Tag static var golden: Self
}

@Suite("Text report")
struct TextReportTests {
  @Test("reads as it should, from the answer to the limits", .tags(.golden))
  func golden() throws {
    let text = TextReport(
      evaluation: try Town.evaluation(), hardness: Town.hardness, context: Town.context
    ).rendered()
    #expect(text == GoldenReports.town)
  }

  @Test("without alerts and with a single detector, reads as it should", .tags(.golden))
  func silentDetector() throws {
    let evaluation = try Town.evaluation(alerts: [], detectors: ["silent"])
    let text = TextReport(evaluation: evaluation, hardness: Town.hardness, context: Town.context)
      .rendered()
    #expect(text.split(separator: "What this cannot tell")[0] == GoldenReports.silent)
  }

  @Test("keeps within 100 columns, whatever detectors are called and whatever the numbers")
  func width() throws {
    let names = (0..<14).map { "detector-with-a-rather-long-name-indeed-\($0)" }
    let alerts = Town.alerts.map { alert in
      var alert = alert
      alert.detector = names[alert.detector.count % 14]
      return alert
    }
    var evaluation = try Town.evaluation(alerts: alerts, detectors: names)
    for index in evaluation.metrics.indices {
      evaluation.metrics[index].count = evaluation.metrics[index].count.map { $0 * 250 }
      evaluation.metrics[index].total = evaluation.metrics[index].total.map { $0 * 250 }
    }
    var context = Town.context
    context.scenario = String(repeating: "A long title. ", count: 20)
    context.accounts = 1_000_000_000
    let lines = TextReport(evaluation: evaluation, hardness: Town.hardness, context: context)
      .rendered()
      .split(separator: "\n")
    #expect(lines.filter { $0.count > 100 }.isEmpty)
  }

  @Test("a title cannot steer the terminal")
  func titleWithControls() throws {
    var context = Town.context
    context.scenario = "Town\u{1B}[2J"
    context.database = "a\u{7}.sqlite"
    let text = TextReport(
      evaluation: try Town.evaluation(), hardness: Town.hardness, context: context
    ).rendered()
    #expect(text.contains("Town?[2J: 90 days"))
    #expect(!text.contains("\u{1B}") && !text.contains("\u{7}"))
  }

  @Test("a world without accounts, meetings or detectors still has a report")
  func nothing() throws {
    let evaluation = try Evaluation(
      truth: .init(groomers: [], cases: [], end: Town.truth.end), alerts: [], detectors: [],
      subjects: Subjects(roles: [], ages: []))
    let text = TextReport(evaluation: evaluation, hardness: Town.hardness, context: Town.context)
      .rendered()
    #expect(text.hasPrefix("Nobody met within this run"))
    #expect(text.contains("How early: there was no meeting."))
  }
}

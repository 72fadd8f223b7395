import Activity
import Foundation
import Population
import Scoring
import Testing
import Vocabulary

@testable import Reporting

@Suite("The report of a stress suite")
struct StressReportTests {
  /// Ten accounts for ten weeks, of which 0 grooms and meets 1, and 2 to 5 are innocent.
  private static func tradeOff(scores: [(Int, Double)]) throws -> PricedAlerts {
    let truth = GroundTruth(
      groomers: [AccountID(0)],
      cases: [
        GroundTruth.Case(
          groomer: AccountID(0), child: AccountID(1), firstContact: SimTime(day: 1), stages: [],
          movedOffPlatform: nil, ended: nil, firstMeeting: SimTime(day: 50))
      ], end: SimTime(day: 70))
    let subjects = Subjects(
      roles: [.adult, .child] + Array(repeating: .adult, count: 8),
      ages: [40, 13] + Array(repeating: 30, count: 8))
    var tradeOff = TradeOff()
    for _ in 0..<20 {
      try tradeOff.add(
        truth: truth, subjects: subjects,
        alerts: scores.map { suspect, score in
          Alert(
            detector: "a", time: SimTime(day: 20), cause: 0, suspect: AccountID(suspect),
            child: nil, score: score, reasons: [])
        })
    }
    return tradeOff.within(budget: 10)
  }

  private static func report() throws -> StressReport {
    let good = try tradeOff(scores: [(0, 7.5), (2, 8), (3, 6)])
    let none = try tradeOff(scores: [(2, 1), (3, 1)])
    return StressReport(
      matrix: StressMatrix(
        budget: 10, seeds: [4, 5], detectors: ["view-spike", "oracle"],
        scenarios: [
          StressMatrix.Scenario(name: "reference", title: "Reference", results: [good, good]),
          StressMatrix.Scenario(name: "hard", title: "A hard one", results: [none, good]),
        ]),
      version: "9.9.9")
  }

  @Test("has a line with shares for each scenario, and one with losses for all but the reference")
  func text() throws {
    let lines = try Self.report().text().split(separator: "\n").map(String.init)
    #expect(
      Array(lines[0..<8]) == [
        "Meetings preceded by an alert on the groomer, in percent, at a price of at most 10 first alerts on",
        "innocent accounts per 1,000 accounts a week. Seeds 4, 5, Tocsin 9.9.9.",
        "                                 view",
        "scenario   meetings             spike           oracle",
        "------------------------------------------------------",
        "reference        20   100 (84 to 100)  100 (84 to 100)",
        "hard             20       0 (0 to 16)  100 (84 to 100)",
        "  lost               100* (77 to 100)    0 (-16 to 16)",
      ], "\(lines.joined(separator: "\n"))")
    #expect(lines.allSatisfy { $0.count <= 100 })
  }

  @Test("has in JSON the threshold, the price and the counts of every cell, absent values as null")
  func json() throws {
    let text = try Self.report().json()
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
    let document = try #require(object as? [String: Any])
    let scenarios = try #require(document["scenarios"] as? [[String: Any]])
    let results = scenarios.compactMap { $0["detectors"] as? [[String: Any]] }
    #expect(scenarios.map { $0["name"] as? String } == ["reference", "hard"])
    #expect(results[0][0]["threshold"] as? Double == 7.5)
    #expect(results[0][0]["innocentAlerted"] as? Int == 20)
    let price = try #require(results[0][0]["innocentAlertedPer1000Weekly"] as? Double)
    #expect(abs(price - 10) < 1e-12)
    #expect(results[0][0]["lost"] is NSNull && results[1][0]["threshold"] is NSNull)
    #expect((results[1][0]["lost"] as? [String: Double])?["value"] == 1)
    #expect(results[1][1]["preceded"] as? Int == 20)
    #expect(try Self.report().json() == text)
  }
}

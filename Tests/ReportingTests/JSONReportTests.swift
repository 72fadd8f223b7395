import Foundation
import Hardness
import Scoring
import Testing
import Vocabulary

@testable import Reporting

@Suite("JSON report")
struct JSONReportTests {
  static let small = Evaluation(
    scope: Scope(
      days: 90, accounts: 4_000, groomers: 16, groomersWithMeeting: 13, innocentAdults: 3_184,
      children: 800, meetings: 1, contactsEnded: 6, contactsOpen: 4),
    detectors: ["cues", "any"],
    metrics: [
      MetricRow(
        detector: "cues", name: "preceded", unit: "share", value: 0.25, low: 0.1, high: 0.5,
        count: 1, total: 4),
      MetricRow(detector: "cues", name: "lead-median", unit: "days", value: nil),
    ],
    cases: [
      ScoredCase(
        groomer: AccountID(3), child: AccountID(19), firstContact: SimTime(day: 1),
        meeting: SimTime(day: 9), firstAlerts: [nil, SimTime(day: 2)])
    ])

  @Test("has every key, sorted, and null for what is absent", .tags(.golden))
  func golden() throws {
    let tree = HardnessResult(rows: [Town.hardness.rows[3]])
    #expect(
      try JSONReport(evaluation: Self.small, hardness: tree, context: Town.context).rendered()
        == """
        {
          "context" : {
            "accounts" : 4000,
            "adults" : 3200,
            "children" : 800,
            "database" : "town.sqlite",
            "days" : 90,
            "events" : 1204377,
            "friendships" : 48213,
            "scenario" : "A made-up town",
            "seed" : 7,
            "startDate" : "3 April 2017",
            "version" : "0.1.0"
          },
          "evaluation" : {
            "cases" : [
              {
                "child" : 19,
                "firstAlerts" : [
                  null,
                  172800
                ],
                "firstContact" : 86400,
                "groomer" : 3,
                "knowable" : null,
                "meeting" : 777600
              }
            ],
            "detectors" : [
              "cues",
              "any"
            ],
            "metrics" : [
              {
                "count" : 1,
                "detector" : "cues",
                "high" : 0.5,
                "low" : 0.1,
                "name" : "preceded",
                "total" : 4,
                "unit" : "share",
                "value" : 0.25
              },
              {
                "count" : null,
                "detector" : "cues",
                "high" : null,
                "low" : null,
                "name" : "lead-median",
                "total" : null,
                "unit" : "days",
                "value" : null
              }
            ],
            "scope" : {
              "accounts" : 4000,
              "children" : 800,
              "contactsEnded" : 6,
              "contactsOpen" : 4,
              "days" : 90,
              "groomers" : 16,
              "groomersWithMeeting" : 13,
              "innocentAdults" : 3184,
              "meetings" : 1
            }
          },
          "hardness" : [
            {
              "against" : "all-adults",
              "auc" : 0.9375,
              "chance" : null,
              "feature" : "strange-minors, any-cue-rate",
              "groomers" : 16,
              "innocents" : 3184,
              "measure" : "tree",
              "profile" : "all",
              "standardError" : null,
              "tried" : 55
            }
          ],
          "problems" : [

          ],
          "schemaVersion" : 1
        }

        """)
  }

  @Test("is read back as it was written")
  func roundTrip() throws {
    let report = JSONReport(
      evaluation: try Town.evaluation(), hardness: Town.hardness, context: Town.context)
    let read = try JSONDecoder().decode(JSONReport.self, from: Data(report.rendered().utf8))
    #expect(read == report)
  }

  @Test("is the same text every time")
  func stable() throws {
    let texts = try (0..<5).map { _ in
      try JSONReport(evaluation: Town.evaluation(), hardness: Town.hardness, context: Town.context)
        .rendered()
    }
    #expect(Set(texts).count == 1)
  }
}

import Activity
import Foundation
import Population
import Scoring
import Testing
import Vocabulary

@testable import Reporting

@Suite("The report of a comparison")
struct ComparisonReportTests {
  /// Thirty accounts for ten weeks, of which 0 to 4 groom and meet 5 to 9, and 10 on are innocent.
  private static func comparison() throws -> Comparison {
    let truth = GroundTruth(
      groomers: (0..<5).map { AccountID($0) },
      cases: (0..<5).map {
        GroundTruth.Case(
          groomer: AccountID($0), child: AccountID(5 + $0), firstContact: SimTime(day: 1 + $0),
          stages: [], movedOffPlatform: nil, ended: nil, firstMeeting: SimTime(day: 50))
      }, end: SimTime(day: 70))
    let subjects = Subjects(
      roles: (0..<30).map { (5..<10).contains($0) ? .child : .adult },
      ages: (0..<30).map { (5..<10).contains($0) ? 13 : 40 })
    func alerts(_ days: [(suspect: Int, day: Int)]) -> [Alert] {
      days.map {
        Alert(
          detector: "a", time: SimTime(day: $0.day), cause: 0, suspect: AccountID($0.suspect),
          child: nil, score: 1, reasons: [])
      }
    }
    var comparison = Comparison()
    try comparison.add(
      truth: truth, subjects: subjects, inUse: alerts([(0, 20), (1, 30), (2, 60), (10, 5)]),
      candidate: alerts([(0, 12), (1, 30), (2, 45), (3, 49), (11, 8), (12, 9)]))
    return comparison
  }

  private static func report(gate: Gate? = nil) throws -> ComparisonReport {
    ComparisonReport(
      try comparison(),
      context: ComparisonContext(
        inUse: "view-spike", candidate: "pattern",
        runs: [
          ComparisonContext.Run(
            number: 1, database: "town.sqlite", scenario: "Town", seed: 7, version: "1.0")
        ], calendar: { time, _ in "day \(time.day)" }), gate: gate)
  }

  @Test("tells changes, price, cases and the gate, in 100 columns")
  func golden() throws {
    let gate = try Gate(
      "share_alerted >= 0.6, alerts_per_1000_week <= 2, precision_at_1_in_200 > 1 %")
    let text = try Self.report(gate: gate).text()
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    let end = try #require(text.firstRange(of: "What this cannot tell"))
    #expect(text[..<end.lowerBound] == Self.expected)
  }

  @Test("has every metric and every case in its JSON, with the gate")
  func json() throws {
    let gate = try Gate("share_alerted >= 0.6, lead_median > 5")
    let object = try JSONSerialization.jsonObject(
      with: Data(try Self.report(gate: gate).json().utf8))
    let json = try #require(object as? [String: Any])
    #expect((json["cases"] as? [Any])?.count == 5)
    #expect((json["metrics"] as? [Any])?.count == MetricCatalogue.all.count)
    #expect(
      json["changes"] as? [String: Int]
        == ["gained": 2, "lost": 0, "earlier": 1, "later": 0, "same": 1, "missed": 1])
    #expect((json["daysEarlier"] as? [String: Any])?["mean"] as? Double == 4)
    let metrics = try #require(json["metrics"] as? [[String: Any]])
    let preceded = metrics.first { $0["name"] as? String == "preceded" }?["test"] as? [String: Any]
    #expect(preceded?["personsMore"] as? Int == 2 && preceded?["p"] as? Double == 0.5)
    #expect(preceded?["pHolm"] as? Double == 1 && preceded?["midP"] as? Double == 0.25)
    let outcomes = try #require(json["gate"] as? [[String: Any]])
    #expect(outcomes.map { $0["holds"] as? Bool } == [true, false])
  }

  @Test("says which conditions are missed, and that what is undefined is")
  func misses() throws {
    let outcomes = try Self.report(
      gate: Gate("precision > 0.9, share_alerted >= 0, false_alarms_tutor < 1")
    ).gate
    #expect(
      GateTable.misses(outcomes) == """
        gate missed: wanted precision > 0.9, found 0.6667
        gate missed: wanted false_alarms_tutor < 1, found undefined (there was nothing to count), \
        which holds no condition
        """)
    #expect(GateTable.misses([]) == nil)
  }

  private static let expected = """
    A candidate against what is in use, on the same events: 5 first meetings in 1 world
      in use     view-spike
      candidate  pattern
      run        Town, seed 7, Tocsin 1.0

    with the
    candidate  meetings   %  first alert on the groomer
    -----------------------------------------------------------------
    gained            2  40  before the meeting, where there was none
    lost              0   0  no longer before the meeting
    earlier           1  20  earlier
    later             0   0  later, and still before the meeting
    same              1  20  at the same second
    missed            1  20  not before the meeting, by either

    Over the 2 meetings that both alert before, the candidate's first alert comes 4.0 days earlier on
    average (95 % interval of days earlier: -46.8 to 54.8).
    Of the persons who groom, 2 had more meetings with an alert before, 0 fewer: p = 0.5, 1 after Holm's
    correction for 8 tests.

    all worlds together                in use  candidate  difference  95 % interval
    -------------------------------------------------------------------------------
    meetings with an alert before, %       40         80       +40      -3.4 to +66
      by 7 days or more, %                 40         40         0     -8.7 to +8.7
      by 30 days or more, %                20         20         0       -26 to +26
    median lead, days                   -10.0        5.0     +15.0
    groomers flagged, %                    60         80       +20       -14 to +50
    accounts flagged                        4          6        +2
    flagged per 1,000 accounts a week    13.3       20.0      +6.7    -7.2 to +21.3
    alerts per 1,000 accounts a week     13.3       20.0      +6.7
    innocent adults flagged, %            5.0         10      +5.0       -15 to +26
    precision here, %                      75         67      -8.3       -46 to +37
    precision at 1 in 1,000, %            1.2        0.8      -0.4

    Differences are candidate less in use, paired by person: both sides are judged on the same people. +
    better, ! worse, where the interval leaves out 0. A count has no interval.

    Meetings that changed

                                         lead in use,  lead of the              days
    case  groomer  child  first meeting          days    candidate  change   earlier
    --------------------------------------------------------------------------------
       0       #0     #5  day 50                 30.0         38.0  earlier      8.0
       2       #2     #7  day 50                -10.0          5.0  gained         -
       3       #3     #8  day 50                 none          1.0  gained         -

    Gate

    wanted                         found
    --------------------------------------------
    share_alerted >= 0.6             0.8  holds
    alerts_per_1000_week <= 2         20  MISSED
    precision_at_1_in_200 > 1 %  0.03865  holds


    """
}

import Activity
import Population
import Testing
import Vocabulary

@testable import Scoring

@Suite("Reviewing alerts")
struct ReviewTests {
  private static func alert(_ suspect: Int, day: Int, score: Double) -> ScoredAlert {
    ScoredAlert(time: SimTime(day: day, second: 9), suspect: AccountID(suspect), score: score)
  }

  private static func reviews(_ alerts: [ScoredAlert], perDay: Double) -> [[Int]] {
    ReviewQueue(alerts, perDay: perDay, end: SimTime(day: 6)).reviewed.map {
      [$0.account.index, $0.time.day]
    }
  }

  @Test("takes the highest score so far first, once an account, at the end of a day")
  func order() {
    let alerts = [
      Self.alert(7, day: 0, score: 5), Self.alert(6, day: 0, score: 1),
      Self.alert(6, day: 1, score: 9), Self.alert(8, day: 2, score: 3),
      Self.alert(6, day: 4, score: 9),
    ]
    // A review every other day: account 6 has risen above 7 by then.
    #expect(Self.reviews(alerts, perDay: 0.5) == [[6, 2], [7, 4], [8, 6]])
    #expect(Self.reviews(alerts.reversed(), perDay: 0.5) == [[6, 2], [7, 4], [8, 6]])
    #expect(Self.reviews(alerts, perDay: 1) == [[7, 1], [6, 2], [8, 3]])
    #expect(Self.reviews(alerts, perDay: 0.1).isEmpty)
  }

  @Test("of equal scores takes the earlier, then the lower account")
  func ties() {
    let alerts = [
      Self.alert(9, day: 0, score: 1), Self.alert(4, day: 1, score: 1),
      Self.alert(3, day: 1, score: 1),
    ]
    #expect(Self.reviews(alerts, perDay: 0.5) == [[9, 2], [3, 4], [4, 6]])
  }

  @Test("saves up no time that was not needed")
  func unused() {
    let alerts = [Self.alert(5, day: 3, score: 1), Self.alert(6, day: 3, score: 2)]
    #expect(Self.reviews(alerts, perDay: 1) == [[6, 4], [5, 5]])
    #expect(ReviewQueue(alerts, perDay: 1, end: SimTime(day: 6)).capacity == 6)
  }

  /// 10,000 accounts, of which 0 grooms and 1 is a child's: a capacity of 1 is ten reviews a week.
  private static func evaluation(
    _ alerts: [Alert], detectors: [String] = ["a"]
  ) throws -> Evaluation {
    var roles = [Role](repeating: .adult, count: 10_000)
    roles[1] = .child
    return try Evaluation(
      truth: GroundTruth(
        groomers: [AccountID(0)],
        cases: [
          Village.contact(0, 1, from: 1, meeting: 12), Village.contact(0, 1, from: 9, meeting: 40),
        ],
        end: Village.end), alerts: alerts, detectors: detectors,
      subjects: Subjects(roles: roles, ages: roles.map { $0 == .child ? 13 : 40 }))
  }

  @Test("metrics count reviews of groomers, in time for meetings, and the wait")
  func metrics() throws {
    // One review in ten weeks a week: 1 of 10,000 accounts. Seven alerts on the first day, the groomer fourth.
    var alerts = [5, 6, 7, 0, 8, 9, 10].map { Village.alert(on: $0, day: 0) }
    for index in alerts.indices { alerts[index].score = 10 - Double(index) }
    let evaluation = try Self.evaluation(alerts)
    func row(_ name: String, _ detector: String = "a") throws -> MetricRow {
      try #require(evaluation.metrics.first { $0.name == name && $0.detector == detector })
    }
    // Once a week: the groomer on day 28, after one meeting and 12 days before the other.
    let slow = try row("review-precision-at-0-1")
    #expect(slow.count == 1 && slow.total == 7)
    #expect(try row("review-preceded-at-0-1").value == 0.5)
    #expect(try row("review-preceded-7d-at-0-1").value == 0.5)
    #expect(try row("review-lead-median-at-0-1").value == -16)
    #expect(try row("review-wait-median-at-0-1").value == 28)
    #expect(try row("review-use-at-0-1").value == 0.7)
    // Ten a week: by the third day, so 9 days before the first meeting.
    #expect(try row("review-preceded-7d-at-1").value == 1)
    #expect(try row("review-wait-median-at-1").value == 3)
    #expect(try row("review-use-at-1").total == 100)
    // Any detector is the one there is.
    #expect(try row("review-preceded-at-0-1", "any").value == 0.5)
  }

  @Test("metrics are absent where scores of several detectors would have to be compared")
  func several() throws {
    let evaluation = try Self.evaluation(
      [Village.alert("a", on: 0, day: 0), Village.alert("b", on: 5, day: 0)], detectors: ["a", "b"])
    for metric in Metric.reviews(at: WeeklyRate.capacities[2]) {
      #expect(evaluation.row(metric, for: "any")?.value == nil)
      #expect(evaluation.row(metric, for: "a")?.value != nil, "\(metric.name)")
    }
  }
}

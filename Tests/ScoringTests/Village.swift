import Activity
import Population
import Vocabulary

@testable import Scoring

/// Twelve accounts, small enough to count by hand: two groomers, four children, six innocent adults.
enum Village {
  /// Accounts 0 and 1 groom, 2 to 5 are children's, 6 to 11 innocent adults'.
  static let subjects = Subjects(
    roles: [
      .adult, .coach, .child, .child, .child, .child, .adult, .adult, .teacher, .coach,
      .tutor, .youngAdult,
    ],
    ages: [40, 35, 12, 13, 14, 15, 50, 30, 45, 33, 28, 18])
  static let groomers = [AccountID(0), AccountID(1)]
  /// Ten weeks.
  static let end = SimTime(day: 70)

  static func contact(
    _ groomer: Int, _ child: Int, from first: Int, meeting: Int? = nil, ended: Int? = nil
  ) -> GroundTruth.Case {
    GroundTruth.Case(
      groomer: AccountID(groomer), child: AccountID(child), firstContact: SimTime(day: first),
      stages: [], movedOffPlatform: nil, ended: ended.map { SimTime(day: $0) },
      firstMeeting: meeting.map { SimTime(day: $0) })
  }

  static func alert(
    _ detector: String = "a", on suspect: Int, day: Int, second: Int32 = 0, child: Int? = nil
  ) -> Alert {
    Alert(
      detector: detector, time: SimTime(day: day, second: second), cause: 0,
      suspect: AccountID(suspect), child: child.map { AccountID($0) }, score: 1, reasons: [])
  }

  static func evaluation(
    cases: [GroundTruth.Case], alerts: [Alert], detectors: [String] = ["a"],
    groomers: [AccountID] = groomers
  ) throws(ScoringError) -> Evaluation {
    try Evaluation(
      truth: GroundTruth(groomers: groomers, cases: cases, end: end), alerts: alerts,
      detectors: detectors, subjects: subjects)
  }
}

extension Evaluation {
  /// The value of a metric for a detector.
  func value(_ metric: Metric, _ detector: String = "a") -> Double? {
    row(metric, for: detector)?.value
  }

  /// What was counted, out of how many.
  func counts(_ metric: Metric, _ detector: String = "a") -> [Int?] {
    [row(metric, for: detector)?.count, row(metric, for: detector)?.total]
  }
}

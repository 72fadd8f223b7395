import Activity
import Scoring
import Testing
import Vocabulary

@testable import Reporting

@Suite("The answer in plain sentences")
struct AnswerTests {
  /// The first so many contacts of the town's truth.
  static func truth(contacts: Int) -> GroundTruth {
    GroundTruth(
      groomers: Town.groomers, cases: Array(Town.truth.cases.prefix(contacts)),
      end: Town.truth.end)
  }

  @Test("tells how many meetings had an alert, and how long before")
  func full() throws {
    let answer = Answer(evaluation: try Town.evaluation())
    #expect(
      answer.howEarly
        == "Of 20 first meetings, 15 (75 %, 95 % interval 47-91 %) were preceded by an alert; "
        + "half of all meetings had one at least 17.0 days before.")
    #expect(
      answer.price
        == "Price: 1.1 accounts flagged per 1,000 accounts a week; 76 % of the accounts flagged "
        + "were innocent here, and 99.2 % of the adults would be if one adult account in 10,000 "
        + "were a groomer's.")
  }

  @Test("without alerts")
  func noAlerts() throws {
    let answer = Answer(evaluation: try Town.evaluation(alerts: []))
    #expect(
      answer.howEarly
        == "Of 20 first meetings, none (0 %, 95 % interval 0-23 %) was preceded by an alert.")
    #expect(answer.price == "Price: none, for no account was flagged.")
  }

  @Test("without meetings")
  func noMeetings() throws {
    let answer = Answer(evaluation: try Town.evaluation(truth: Self.truth(contacts: 0)))
    #expect(
      answer.howEarly
        == "Nobody met within this run, so there is no lead time to give; a longer run or more "
        + "groomers may give one.")
  }

  @Test("of one meeting, and of a few with most alerts too late")
  func few() throws {
    let one = try Town.evaluation(
      truth: Self.truth(contacts: 1), alerts: [Town.alert(0, day: 1, on: 0)])
    #expect(
      Answer(evaluation: one).howEarly
        == "Of 1 first meeting, 1 (100 %, 95 % interval 21-100 %) was preceded by an alert; half "
        + "of all meetings had one at least 2.0 days before.")
    let late = try Town.evaluation(
      truth: Self.truth(contacts: 6),
      alerts: [Town.alert(0, day: 2, on: 0)] + [2, 3, 5].map { Town.alert(0, day: 30, on: $0) })
    #expect(
      Answer(evaluation: late).howEarly
        == "Of 4 first meetings, 1 (25 %, 95 % interval 4.6-70 %) was preceded by an alert; half "
        + "of all meetings or more had none in time, so there is no median lead time.")
  }

  @Test("promises nothing where no adult was flagged in error")
  func noFalseAlarm() throws {
    let answer = Answer(evaluation: try Town.evaluation(alerts: [Town.alert(0, day: 1, on: 0)]))
    #expect(
      answer.price
        == "Price: 0.019 accounts flagged per 1,000 accounts a week; 0 % of the accounts flagged "
        + "were innocent here, and up to 99.91 % of the adults would be if one adult account in "
        + "10,000 were a groomer's.")
  }
}

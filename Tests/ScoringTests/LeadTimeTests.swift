import Vocabulary
import Population
import Testing

@testable import Scoring

@Suite("Lead time")
struct LeadTimeTests {
  @Test("runs from the first alert on the groomer to each meeting of the groomer")
  func firstAlert() throws {
    let evaluation = try Village.evaluation(
      cases: [
        Village.contact(0, 2, from: 1, meeting: 20), Village.contact(0, 3, from: 2, meeting: 50),
      ],
      alerts: [Village.alert(on: 0, day: 10), Village.alert(on: 0, day: 12)])
    #expect(evaluation.cases.map { $0.leadSeconds(ofDetectorAt: 0) } == [10 * 86_400, 40 * 86_400])
    #expect(evaluation.cases.map { $0.delaySeconds(ofDetectorAt: 0) } == [9 * 86_400, 8 * 86_400])
    #expect(evaluation.value(.leadMedian) == 10)
    #expect(evaluation.value(.leadUpperQuartile) == 40)
    #expect(evaluation.value(.contactToAlertMedian) == 8)
  }

  @Test("an alert that names one child counts for the groomer's other meetings too")
  func alertNamingAChild() throws {
    let evaluation = try Village.evaluation(
      cases: [
        Village.contact(0, 2, from: 1, meeting: 20), Village.contact(0, 3, from: 2, meeting: 50),
      ],
      alerts: [Village.alert(on: 0, day: 10, child: 3)])
    #expect(evaluation.counts(.preceded) == [2, 2])
  }

  @Test("an alert on the child of a case is no alert on its groomer")
  func alertOnChild() throws {
    let evaluation = try Village.evaluation(
      cases: [Village.contact(0, 2, from: 1, meeting: 20)], alerts: [Village.alert(on: 2, day: 10)])
    #expect(evaluation.counts(.preceded) == [0, 1])
    #expect(evaluation.counts(.falseAlarms(among: .child)) == [1, 4])
  }

  @Test("misses and late alerts stay in every denominator")
  func denominators() throws {
    let evaluation = try Village.evaluation(
      cases: [
        Village.contact(0, 2, from: 1, meeting: 60), Village.contact(0, 3, from: 5, meeting: 20),
        Village.contact(1, 4, from: 2, meeting: 50),
      ],
      alerts: [Village.alert(on: 0, day: 25)])
    #expect(evaluation.counts(.preceded) == [1, 3])
    #expect(evaluation.counts(.precededByDays(30)) == [1, 3])
    // Leads: 35 days, 5 days too late, missed.
    #expect(evaluation.value(.leadLowerQuartile) == nil)
    #expect(evaluation.value(.leadMedian) == -5)
    #expect(evaluation.value(.leadUpperQuartile) == 35)
    // From first contact: 24 days, 20 days, never.
    #expect(evaluation.value(.contactToAlertMedian) == 24)
  }

  @Test(
    "the thresholds hold to the second, and an alert at the moment of the meeting is not early",
    arguments: [
      (day: 40, second: 0, [0, 0, 0, 0]), (39, 86_399, [1, 0, 0, 0]), (39, 1, [1, 0, 0, 0]),
      (39, 0, [1, 1, 0, 0]), (33, 1, [1, 1, 0, 0]), (33, 0, [1, 1, 1, 0]), (10, 1, [1, 1, 1, 0]),
      (10, 0, [1, 1, 1, 1]), (41, 0, [0, 0, 0, 0]),
    ])
  func thresholds(day: Int, second: Int, expected: [Int]) throws {
    let evaluation = try Village.evaluation(
      cases: [Village.contact(0, 2, from: 1, meeting: 40)],
      alerts: [Village.alert(on: 0, day: day, second: Int32(second))])
    let metrics: [Metric] = [
      .preceded, .precededByDays(1), .precededByDays(7), .precededByDays(30),
    ]
    #expect(metrics.map { evaluation.row($0, for: "a")?.count } == expected)
  }

  @Test("an alert before first contact counts, with a delay below 0")
  func beforeContact() throws {
    let evaluation = try Village.evaluation(
      cases: [Village.contact(0, 2, from: 30, meeting: 40)],
      alerts: [Village.alert(on: 0, day: 10)])
    #expect(evaluation.value(.leadMedian) == 30)
    #expect(evaluation.value(.contactToAlertMedian) == -20)
  }

  @Test("contacts without a meeting are counted, and in no metric")
  func withoutMeeting() throws {
    let evaluation = try Village.evaluation(
      cases: [
        Village.contact(0, 2, from: 1, ended: 9), Village.contact(0, 3, from: 2),
        Village.contact(1, 4, from: 2, meeting: 50), Village.contact(1, 5, from: 3),
      ],
      alerts: [Village.alert(on: 0, day: 5)])
    #expect(
      [evaluation.scope.meetings, evaluation.scope.contactsEnded, evaluation.scope.contactsOpen]
        == [1, 1, 2])
    #expect(evaluation.counts(.preceded) == [0, 1])
    #expect(evaluation.counts(.groomersAlerted) == [1, 2])
    #expect(evaluation.counts(.groomersWithMeetingAlerted) == [0, 1])
  }

  @Test("of all detectors together is that of the earliest")
  func anyDetector() throws {
    let evaluation = try Village.evaluation(
      cases: [
        Village.contact(0, 2, from: 1, meeting: 40), Village.contact(1, 3, from: 1, meeting: 40),
      ],
      alerts: [
        Village.alert("a", on: 0, day: 10), Village.alert("b", on: 0, day: 5),
        Village.alert("b", on: 1, day: 45),
      ],
      detectors: ["a", "b", "silent"])
    #expect(evaluation.detectors == ["a", "b", "silent", "any"])
    #expect(
      evaluation.cases.map { $0.firstAlerts.map { $0?.day } } == [
        [10, 5, nil, 5], [nil, 45, nil, 45],
      ])
    #expect(evaluation.detectors.map { evaluation.counts(.preceded, $0)[0] } == [1, 1, 0, 1])
  }
}

import Activity
import Testing
import Vocabulary

@testable import Scoring

@Suite("Edges of scoring")
struct EdgeCaseTests {
  @Test("without cases, shares and leads are absent and the price is still told")
  func noCases() throws {
    let evaluation = try Village.evaluation(cases: [], alerts: [Village.alert(on: 8, day: 1)])
    #expect(evaluation.counts(.preceded) == [0, 0])
    #expect(evaluation.value(.preceded) == nil)
    #expect(evaluation.value(.leadMedian) == nil)
    #expect(evaluation.value(.contactToAlertMedian) == nil)
    #expect(evaluation.counts(.falseAlarmsAdults) == [1, 6])
  }

  @Test("without alerts, every meeting is a miss and precision is absent")
  func noAlerts() throws {
    let evaluation = try Village.evaluation(
      cases: [Village.contact(0, 2, from: 1, meeting: 9)], alerts: [])
    #expect(evaluation.value(.preceded) == 0)
    #expect(evaluation.value(.leadMedian) == nil)
    #expect(evaluation.value(.contactToAlertMedian) == nil)
    #expect(evaluation.value(.precision) == nil)
    #expect(evaluation.value(.precision(at: .oneAdultIn(200))) == nil)
    #expect(evaluation.value(.alertRate) == 0)
  }

  @Test("without groomers, nothing is said of finding them")
  func noGroomers() throws {
    let evaluation = try Village.evaluation(
      cases: [], alerts: [Village.alert(on: 8, day: 1)], groomers: [])
    #expect(evaluation.value(.groomersAlerted) == nil)
    #expect(evaluation.value(.precision) == 0)
    #expect(evaluation.value(.precision(at: .ofThisWorld)) == nil)
    #expect(evaluation.scope.prevalence == 0)
    #expect(evaluation.scope.innocentAdults == 8)
  }

  @Test("one case has an interval that admits how little one case says")
  func oneCase() throws {
    let evaluation = try Village.evaluation(
      cases: [Village.contact(0, 2, from: 1, meeting: 9)], alerts: [Village.alert(on: 0, day: 2)])
    let row = try #require(evaluation.row(.preceded, for: "a"))
    #expect(row.value == 1 && row.high == 1)
    #expect(abs((row.low ?? 1) - 0.20654931437723745) < 1e-12)
  }

  @Test("a world without accounts is scored, and everything in it is absent")
  func nobody() throws {
    let evaluation = try Evaluation(
      truth: .init(groomers: [], cases: [], end: Village.end), alerts: [], detectors: [],
      subjects: Subjects(roles: [], ages: []))
    #expect(evaluation.detectors == ["any"])
    #expect(evaluation.metrics.allSatisfy { $0.value == nil || $0.value == 0 })
  }

  @Test("a repeated alert changes only the count of all alerts, and of repeated ones")
  func duplicates() throws {
    let cases = [Village.contact(0, 2, from: 1, meeting: 40)]
    let once = try Village.evaluation(cases: cases, alerts: [Village.alert(on: 0, day: 2)])
    let twice = try Village.evaluation(
      cases: cases, alerts: [Village.alert(on: 0, day: 2), Village.alert(on: 0, day: 2)])
    let differing = zip(once.metrics, twice.metrics).filter { $0 != $1 }.map(\.0.name)
    #expect(Set(differing) == [Metric.alertRate.name, Metric.repeatedAlerts.name])
    #expect(once.cases == twice.cases)
  }

  @Test("the order of alerts does not matter")
  func order() throws {
    let cases = [Village.contact(0, 2, from: 1, meeting: 40)]
    let alerts = [2, 9, 5].map { Village.alert(on: 0, day: $0) } + [Village.alert(on: 9, day: 1)]
    #expect(
      try Village.evaluation(cases: cases, alerts: alerts)
        == Village.evaluation(cases: cases, alerts: alerts.reversed()))
  }
}

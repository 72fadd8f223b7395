import Activity
import Testing
import Vocabulary

@testable import Scoring

@Suite("Time to alert") struct TimeToAlertTests {
  private static func evaluation(_ alerts: [Alert]) throws -> Evaluation {
    try Village.evaluation(cases: SurvivalCurvesTests.cases, alerts: alerts)
  }

  @Test("the median and the restricted mean are those of the curve, over all contacts")
  func curve() throws {
    // Groomer 1 is alerted on 40 days after contact with both children, groomer 0 never: of 60 days.
    let found = try Self.evaluation([Village.alert(on: 1, day: 50)])
    #expect(found.value(.timeToAlertMedian) == 40)
    #expect(found.value(.undetectedDays(within: 30)) == 30)
    #expect(found.value(.undetectedDays(within: 90)) == nil)
    #expect(try Self.evaluation([]).value(.timeToAlertMedian) == nil)
  }

  @Test("a share alerted on in time leaves out what comes after a meeting, and times too far off")
  func within() throws {
    let late = try Self.evaluation([Village.alert(on: 1, day: 50)])
    #expect(late.value(.alertedWithin(days: 30)) == 0)
    // Of two children of a groomer one met 10 days before the alert, the other has not.
    let between = try Village.evaluation(
      cases: [Village.contact(1, 4, from: 10, meeting: 20), Village.contact(1, 5, from: 10)],
      alerts: [Village.alert(on: 1, day: 30)])
    #expect(between.value(.alertedWithin(days: 30)) == 0.5)
    let early = try Self.evaluation([Village.alert(on: 1, day: 35)])
    #expect(early.value(.alertedWithin(days: 30)) == 0.5)
    #expect(early.value(.alertedWithin(days: 90)) == nil)
  }

  @Test("relative earliness is 1 at first contact, 0 at the meeting, and ranks a miss last")
  func earliness() throws {
    func earliness(_ alerts: [Alert]) throws -> Double? {
      try Village.evaluation(
        cases: [
          Village.contact(0, 2, from: 10, meeting: 20), Village.contact(1, 3, from: 0, meeting: 40),
        ], alerts: alerts
      ).value(.relativeEarlinessMedian)
    }
    #expect(try earliness([Village.alert(on: 0, day: 10), Village.alert(on: 1, day: 0)]) == 1)
    // The lower of the two: 1/4 of 40 days left.
    #expect(try earliness([Village.alert(on: 0, day: 5), Village.alert(on: 1, day: 30)]) == 0.25)
    #expect(try earliness([Village.alert(on: 0, day: 10)]) == nil)
  }

  @Test("days of contact count until the alert, the meeting or the end, whichever is first")
  func undetectedContact() throws {
    // 20 days broken off, 30 met, 60 and 60 open; 4 children for 10 weeks.
    let weeks = 4.0 / 1_000 * 10
    #expect(isClose(try Self.evaluation([]).value(.undetectedContact), 170 / weeks))
    let alerted = try Self.evaluation([Village.alert(on: 0, day: 15), Village.alert(on: 1, day: 5)])
    #expect(isClose(alerted.value(.undetectedContact), 10 / weeks))
  }

  @Test("children are counted once per groomer, if contact came before the alert")
  func children() throws {
    #expect(try Self.evaluation([]).value(.childrenBeforeAlert) == 2)
    let alerted = try Self.evaluation([
      Village.alert(on: 0, day: 15), Village.alert(on: 1, day: 10),
    ])
    #expect(alerted.value(.childrenBeforeAlert) == 1)
    #expect(try Village.evaluation(cases: [], alerts: []).value(.childrenBeforeAlert) == nil)
  }
}

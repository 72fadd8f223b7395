import Settings
import State
import TestSupport
import Testing
import Vocabulary

@testable import Activity

/// Many groomers and an outage on days 9 and 10, so that there is something of everything to save.
private func makeRun(threads: Int) -> SmallRun {
  var outage = Outage()
  outage.from = CalendarDate(2017, 4, 12)
  outage.to = CalendarDate(2017, 4, 13)
  var activity = ActivitySettings()
  // In so small a world hardly any two are unknown to each other.
  activity.requests.childStrangersPerDay = 0.3
  activity.requests.strangersAdultShare = 0.9
  activity.answers.adultsByMutual = [0.9, 0.9, 0.9, 0.9]
  activity.acquaintances.speakShare = 1
  activity.acquaintances.meetingShare = 1
  activity.acquaintances.adultMeetingShare = 1
  activity.acquaintances.meetingMedianDays = 6
  return SmallRun(
    accounts: 800, days: 30, groomerShare: 0.1, activity: activity, outages: [outage],
    threads: threads)
}

@Suite("A simulation that was saved") struct SimulationStateTests {
  private static let run = makeRun(threads: 1)

  @Test(
    "goes on with the same events to the same truth, from any day and on any number of threads",
    arguments: [0, 1, 2, 8, 12, 17, 29, 30], [1, 2])
  func same(day: Int, threads: Int) throws {
    var first = Self.run.simulation()
    var log = EventLog()
    var count = 0
    while first.daysDone < day || !first.isBetweenDays, first.next(into: &log) {
      count += log.count
    }
    #expect(first.isBetweenDays && first.daysDone == day)
    var state = StateWriter()
    first.save(to: &state)

    var second = makeRun(threads: threads).simulation()
    var reader = StateReader(state.bytes)
    try second.restore(from: &reader)
    try reader.expectEnd()
    #expect(second.daysDone == day)
    var again = StateWriter()
    second.save(to: &again)
    #expect(again.bytes.count == state.bytes.count)

    var rest = EventLog(firstID: count)
    while second.next(into: &log) { rest.append(log, rows: 0..<log.count) }
    var expected = EventLog(firstID: count)
    expected.append(Self.run.log, rows: count..<Self.run.log.count)
    #expect(rest == expected)
    #expect(second.groundTruth == Self.run.truth)
  }

  @Test("has cases, meetings and requests under way when it is saved halfway")
  func somethingToSave() {
    #expect(Self.run.truth.cases.count > 10)
    #expect(Self.run.truth.cases.contains { $0.firstContact.day < 15 && $0.ended?.day ?? 0 > 15 })
    #expect(Self.run.truth.meetings.contains { $0.time.day > 15 })
  }

  @Test("is refused when it is damaged or another run's")
  func refused() throws {
    var state = StateWriter()
    Self.run.simulation().save(to: &state)
    var cut = StateReader(state.bytes.dropLast(9))
    #expect(throws: StateMismatch.self) {
      var simulation = Self.run.simulation()
      try simulation.restore(from: &cut)
    }
    var other = StateReader(state.bytes)
    #expect(throws: StateMismatch.self) {
      var simulation = SmallRun(accounts: 400, days: 30).simulation()
      try simulation.restore(from: &other)
      try other.expectEnd()
    }
  }
}

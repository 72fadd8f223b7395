import Activity
import Population
import TestSupport
import Testing
import Vocabulary

@testable import Validation

@Suite("One pass over a run's events")
struct ActivitySampleTests {
  private static let run = SmallRun(accounts: 1_200, days: 60, seed: 5, groomerShare: 0.02)
  private static let answerDays = 30.0

  private static func sample(rowsPerCall: Int) -> ActivitySample {
    var calendar = CalendarSettings()
    calendar.days = 60
    var sample = ActivitySample(
      world: run.world, truth: run.truth, calendar: calendar, answerDays: answerDays)
    var source = MemoryEventSource(run.log, rowsPerCall: rowsPerCall)
    var batch = EventLog()
    while source.next(into: &batch) { sample.consume(batch) }
    return sample
  }

  @Test("finds what a slow search of the whole log finds")
  func slow() {
    let sample = Self.sample(rowsPerCall: 4_096)
    let slow = SlowPass(
      world: Self.run.world, log: Self.run.log, days: 60, answerDays: Self.answerDays)
    #expect(sample.events == Self.run.log.count)
    #expect(sample.requests == slow.requests())
    #expect(sample.requests.contains { $0.accepted > 0 && $0.sent > $0.accepted })
    let teens = (0..<Self.run.world.accountCount).filter {
      (13...17).contains(Self.run.world.age(of: $0))
    }
    for teen in teens.prefix(5) {
      let (messages, days) = slow.talk(of: teen)
      #expect(Int(sample.talk[teen].messages) == messages && messages > 0)
      #expect(Int(sample.talk[teen].activeDays) == days)
    }
    let children = Self.run.world.owners.reduce(into: Set<UInt32>()) { all, owner in
      if (10...15).contains(Self.run.world.persons.ages[Int(owner)]) { all.insert(owner) }
    }
    let (accepted, wrote) = slow.survey()
    #expect(!accepted.isEmpty && !wrote.isEmpty && wrote.count < children.count)
    let total = Double(children.count)
    #expect(
      isClose(sample.survey.share(of: .acceptedStranger)?.value, Double(accepted.count) / total))
    #expect(isClose(sample.survey.share(of: .wroteToStranger)?.value, Double(wrote.count) / total))
  }

  @Test("finds the same however the events are handed over")
  func batches() {
    let one = Self.sample(rowsPerCall: 1_000_000)
    let many = Self.sample(rowsPerCall: 7)
    for row in RowCatalogue.activity { #expect(row.measure(one) == row.measure(many), "\(row.id)") }
  }

  @Test("counts each hour of the day in some band, and school hours on school days alone")
  func hours() {
    for tally in Self.sample(rowsPerCall: 4_096).hours {
      #expect(tally.night <= tally.evening && tally.evening <= tally.all)
      #expect(tally.inSchoolHours <= tally.onSchoolDays && tally.onSchoolDays <= tally.all)
    }
  }
}

import Settings
import TestSupport
import Testing
import Vocabulary

@testable import Activity

@Suite("A platform that is down")
struct OutageTests {
  private static let run = SmallRun()
  /// Days 20 and 21 of a run that starts on 3 April 2017.
  private static let down = {
    var outage = Outage()
    outage.from = CalendarDate(2017, 4, 23)
    outage.to = CalendarDate(2017, 4, 24)
    return SmallRun(outages: [outage])
  }()

  @Test("records nothing, and leaves the days before as they are")
  func silence() {
    let run = Self.run.log
    let down = Self.down.log
    #expect(Self.events(of: down, days: 20...21).isEmpty)
    #expect(Self.events(of: down, days: 0...19) == Self.events(of: run, days: 0...19))
    #expect(
      Self.events(of: down, days: 22...39).count > Self.events(of: run, days: 22...39).count / 2)
    #expect(Self.down.simulation().dayCount == 40)
  }

  @Test("has answers that were due come after it, at the same time of day")
  func answers() {
    func pairs(askedOn days: ClosedRange<Int>) -> Set<[AccountID]> {
      Set(
        Self.events(of: Self.run.log, days: days).filter { $0.kind == .request }
          .map { [$0.target, $0.actor] })
    }
    // Who was asked once more on those days has another answer to give.
    let asked = pairs(askedOn: 0...19).subtracting(pairs(askedOn: 20...21))
    let due = Self.events(of: Self.run.log, days: 20...21).filter {
      [.acceptance, .refusal, .expiry].contains($0.kind) && asked.contains([$0.actor, $0.target])
    }
    #expect(due.count > 5)
    let after = Set(Self.events(of: Self.down.log, days: 22...22))
    for var answer in due {
      answer.time = SimTime(day: 22, second: answer.time.secondOfDay)
      #expect(after.contains(answer))
    }
  }

  @Test("puts off what an intervention leads to, whenever it is asked for")
  func interventions() throws {
    let block = Intervention.block(
      of: AccountID(3), by: AccountID(4), at: SimTime(day: 20, second: 80_000))
    let logs = try [0, 19].map { day in
      var simulation = Self.down.simulation()
      var log = EventLog()
      var whole: [Event] = []
      while simulation.openFrom < SimTime(day: day, second: 100), simulation.next(into: &log) {
        whole += log.events
      }
      try simulation.apply(block)
      while simulation.next(into: &log) { whole += log.events }
      return whole
    }
    #expect(logs[0] == logs[1])
    #expect(!logs[0].contains { (20...21).contains($0.time.day) })
    #expect(
      logs[0].contains { event in
        event.kind == .block && event.actor == AccountID(4) && event.target == AccountID(3)
          && event.time == SimTime(day: 22, second: 80_000)
      })
  }

  @Test("lets contact that is under way go on")
  func contacts() {
    func begun(_ run: SmallRun) -> [[Int32]] {
      run.truth.cases.filter { $0.firstContact < SimTime(day: 10) }.map { entry in
        [
          Int32(entry.groomer.index), Int32(entry.child.index), entry.firstContact.rawValue,
          entry.movedOffPlatform?.rawValue ?? -1,
        ]
      }
    }
    #expect(!begun(Self.run).isEmpty)
    #expect(begun(Self.down) == begun(Self.run))
  }

  private static func events(of log: EventLog, days: ClosedRange<Int>) -> [Event] {
    (0..<log.count).map { log[$0] }.filter { days.contains($0.time.day) }
  }
}

import Activity
import Testing
import Vocabulary

@testable import Scoring

@Suite("Case timeline")
struct CaseTimelineTests {
  static let groomer = AccountID(0)
  static let child = AccountID(1)

  static func contact(
    moved: Int32? = nil, ended: Int32? = nil, met: Int32? = nil
  ) -> GroundTruth.Case {
    GroundTruth.Case(
      groomer: groomer, child: child, firstContact: SimTime(rawValue: 40),
      stages: [.init(stage: .approach, time: SimTime(rawValue: 40))],
      movedOffPlatform: moved.map(SimTime.init(rawValue:)),
      ended: ended.map(SimTime.init(rawValue:)), firstMeeting: met.map(SimTime.init(rawValue:)))
  }

  static func alert(
    _ detector: String, at time: Int32, on suspect: AccountID = groomer, naming child: AccountID?
  ) -> Alert {
    Alert(
      detector: detector, time: SimTime(rawValue: time), cause: 0, suspect: suspect, child: child,
      score: 1, reasons: [])
  }

  static func log(_ events: [Event]) -> EventLog {
    var log = EventLog()
    log.append(contentsOf: events)
    return log
  }

  static func event(
    _ time: Int32, _ kind: EventKind, from actor: AccountID, to target: AccountID,
    cues: CueSet = [], count: UInt8 = 1
  ) -> Event {
    Event(
      time: SimTime(rawValue: time), kind: kind, actor: actor, target: target,
      detail: cues.rawValue, count: count)
  }

  @Test("sums messages up by day, each side with its own cues, and leaves others' events out")
  func days() throws {
    let cues: CueSet = [CueSet(.asksAge), CueSet(.flatters)]
    let log = Self.log([
      Self.event(100, .message, from: Self.groomer, to: Self.child, cues: cues, count: 3),
      Self.event(150, .message, from: Self.groomer, to: AccountID(2), cues: cues, count: 9),
      Self.event(200, .message, from: Self.child, to: Self.groomer, count: 2),
      Self.event(86_399, .message, from: Self.groomer, to: Self.child, cues: CueSet(.asksAge)),
      Self.event(86_400, .message, from: Self.groomer, to: Self.child),
    ])
    let timeline = CaseTimeline(
      of: Self.contact(met: 90_000), events: log, alerts: [], detectors: [],
      end: SimTime(day: 2))
    let sums = timeline.entries.compactMap { entry -> DaySum? in
      if case .day(let sum) = entry.happening { sum } else { nil }
    }
    #expect(sums.count == 2)
    let first = try #require(sums.first)
    #expect(first.last == SimTime(rawValue: 86_399))
    #expect(first.groomer.events == 2)
    #expect(first.groomer.count == 4)
    #expect(first.groomer.cues[Cue.asksAge.bit] == 2)
    #expect(first.groomer.cues[Cue.flatters.bit] == 1)
    #expect(first.child.count == 2)
    #expect(first.child.cues.allSatisfy { $0 == 0 })
  }

  @Test("of the same second tells the event first, then the stage, then the alert on it")
  func order() {
    let timeline = CaseTimeline(
      of: Self.contact(met: 90_000),
      events: Self.log([Self.event(40, .request, from: Self.groomer, to: Self.child)]),
      alerts: [Self.alert("outreach", at: 40, naming: nil)], detectors: ["outreach"],
      end: SimTime(day: 2))
    #expect(timeline.entries.map(\.sight) == [.platform, .nobody, .detector, .nobody])
    #expect(timeline.entries.last?.happening == .meeting)
  }

  @Test("has the first alert of each detector on the groomer and the first that names the child")
  func alerts() {
    let alerts = [
      Self.alert("cues", at: 10, naming: AccountID(2)),
      Self.alert("cues", at: 20, naming: AccountID(3)),
      Self.alert("cues", at: 30, naming: Self.child),
      Self.alert("cues", at: 35, naming: Self.child),
      Self.alert("views", at: 5, on: AccountID(7), naming: Self.child),
    ]
    let timeline = CaseTimeline(
      of: Self.contact(met: 86_430), events: EventLog(), alerts: alerts,
      detectors: ["cues", "views"], end: SimTime(day: 2))
    let told = timeline.entries.filter { $0.sight == .detector }
    #expect(told.map(\.time.rawValue) == [10, 30])
    #expect(timeline.leads.map(\.detector) == ["cues", "views", "any"])
    #expect(timeline.leads.map(\.alerts) == [4, 0, 4])
    #expect(timeline.leads[0].firstNamingChild == SimTime(rawValue: 30))
    #expect(timeline.leads[0].leadDays == (86_430.0 - 10) / 86_400)
    #expect(timeline.leads[1].first == nil)
  }

  @Test("ends with the run where nothing came of it, and not where contact broke off")
  func ends() {
    func last(_ contact: GroundTruth.Case) -> CaseTimeline.Happening? {
      CaseTimeline(
        of: contact, events: EventLog(), alerts: [], detectors: [], end: SimTime(day: 2)
      ).entries.last?.happening
    }
    #expect(last(Self.contact()) == .runEnded)
    #expect(last(Self.contact(ended: 500)) == .ended)
    #expect(last(Self.contact(moved: 60, met: 700)) == .meeting)
  }
}

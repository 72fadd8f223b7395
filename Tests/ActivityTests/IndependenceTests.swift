import Population
import TestSupport
import Testing
import Vocabulary

@testable import Activity

private let run = SmallRun()

/// What is turned off, and of which events the rest is then the same to the byte.
@Suite("Turning one strand of activity off")
struct IndependenceTests {
  @Test("messages: everything else stays")
  func messages() {
    var activity = ActivitySettings()
    activity.messages.childRunsPerDay = 0
    activity.messages.adultRunsPerDay = 0
    let off = SmallRun(activity: activity)
    #expect(Self.count(of: off.log, [.message]) < Self.count(of: run.log, [.message]) / 2)
    #expect(Self.events(of: off.log, without: [.message]) == Self.rest(without: [.message]))
  }

  @Test("views: everything else stays")
  func views() {
    var activity = ActivitySettings()
    activity.views.childPerDay = 0
    activity.views.adultPerDay = 0
    let off = SmallRun(activity: activity)
    #expect(Self.count(of: off.log, [.view]) < Self.count(of: run.log, [.view]) / 2)
    #expect(Self.events(of: off.log, without: [.view]) == Self.rest(without: [.view]))
  }

  @Test("posts: everything but posts and views of them stays")
  func posts() {
    var activity = ActivitySettings()
    activity.posts.childPerDay = 0
    activity.posts.adultPerDay = 0
    let off = SmallRun(activity: activity)
    #expect(Self.count(of: off.log, [.post]) == 0)
    #expect(
      Self.events(of: off.log, without: [.post, .view]) == Self.rest(without: [.post, .view]))
  }

  @Test(
    "requests: posts stay, the first day but for requests, and talk of those whose friends stay")
  func requests() {
    var activity = ActivitySettings()
    activity.requests.childPerDay = 0
    activity.requests.adultPerDay = 0
    let off = SmallRun(activity: activity)
    #expect(Self.count(of: off.log, [.request]) < Self.count(of: run.log, [.request]))
    Self.expectRestIsTheSame(off)
    let asking: Set<EventKind> = [
      .request, .acceptance, .refusal, .expiry, .follow, .profileView, .block, .report,
    ]
    func firstDay(_ log: EventLog) -> [Event] {
      Self.events(of: log, without: asking).filter { $0.time.day == 0 }
    }
    #expect(firstDay(off.log) == firstDay(run.log))
  }

  @Test("falling out: posts stay, and talk of those whose friends stay")
  func endings() {
    var activity = ActivitySettings()
    activity.endings.unfriendPerDay = 0
    activity.endings.blockPerDay = 0
    activity.endings.reportPerDay = 0
    let off = SmallRun(activity: activity)
    #expect(Self.count(of: off.log, [.unfriend]) == 0)
    Self.expectRestIsTheSame(off)
  }

  @Test("campaigns: posts stay, and talk of those whose friends stay")
  func campaigns() {
    var campaigns = CampaignSettings()
    campaigns.reachMedian = 0
    let off = SmallRun(campaigns: campaigns)
    #expect(off.truth.cases.isEmpty && !run.truth.cases.isEmpty)
    Self.expectRestIsTheSame(off)
  }

  /// Posts hang on nothing; whom one talks to, on one's own friends and nobody else's.
  private static func expectRestIsTheSame(_ off: SmallRun) {
    #expect(
      events(of: off.log, where: { $0.kind == .post })
        == events(of: run.log, where: { $0.kind == .post }))
    let changes: Set<EventKind> = [.acceptance, .unfriend, .block]
    var keepsFriends = [Bool](repeating: true, count: run.world.accountCount)
    for log in [run.log, off.log] {
      for event in events(of: log, where: { changes.contains($0.kind) }) {
        keepsFriends[event.actor.index] = false
        keepsFriends[event.target.index] = false
      }
    }
    func isTalkOfTheirs(_ event: Event) -> Bool {
      event.kind == .message && keepsFriends[event.actor.index] && keepsFriends[event.target.index]
    }
    let talk = events(of: run.log, where: isTalkOfTheirs)
    #expect(talk.count > 100)
    #expect(events(of: off.log, where: isTalkOfTheirs) == talk)
  }

  private static func events(of log: EventLog, where isMeant: (Event) -> Bool) -> [Event] {
    (0..<log.count).map { log[$0] }.filter(isMeant)
  }

  private static func events(of log: EventLog, without kinds: Set<EventKind>) -> [Event] {
    events(of: log) { !kinds.contains($0.kind) }
  }

  private static func rest(without kinds: Set<EventKind>) -> [Event] {
    events(of: run.log, without: kinds)
  }

  private static func count(of log: EventLog, _ kinds: Set<EventKind>) -> Int {
    events(of: log) { kinds.contains($0.kind) }.count
  }
}

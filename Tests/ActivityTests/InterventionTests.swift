import Population
import TestSupport
import Testing
import Vocabulary

@testable import Activity

private let run = SmallRun()
private let begin = SimTime(day: 20, second: 40_000)

@Suite("Interventions")
struct InterventionTests {
  /// One of each kind, on accounts that are busy afterwards.
  private static let all: [Intervention] = [
    .suspension(of: busiest([.request, .message]), from: begin),
    .limit(on: busiest([.request]), from: begin),
    .block(of: talkers.0, by: talkers.1, at: begin),
    .warning(of: sociableChild, keepingShare: 0.2, from: begin),
  ]

  @Test("that begin after the run change no byte")
  func tooLate() throws {
    let late = SimTime(day: 41)
    let log = try Self.log([
      .suspension(of: AccountID(0), from: late), .limit(on: AccountID(1), from: late),
      .block(of: AccountID(2), by: AccountID(3), at: late),
      .warning(of: Self.sociableChild, keepingShare: 0, from: late),
    ])
    #expect(log == run.log)
  }

  @Test("change something, and nothing of what came before", arguments: all)
  func past(intervention: Intervention) throws {
    let log = try Self.log([intervention])
    #expect(
      Self.events(of: log) { $0.time < begin } == Self.events(of: run.log) { $0.time < begin })
    #expect(log != run.log)
  }

  @Test("are the same whenever they are asked for", arguments: all)
  func whenever(intervention: Intervention) throws {
    var simulation = run.simulation()
    var whole = EventLog()
    var slice = EventLog()
    var isGiven = false
    while simulation.next(into: &slice) {
      whole.append(slice, rows: 0..<slice.count)
      // At the last chance.
      if !isGiven, simulation.openFrom.advanced(byDays: 1 / 8.0) > begin {
        try simulation.apply(intervention)
        isGiven = true
      }
    }
    #expect(isGiven)
    #expect(try whole == Self.log([intervention]))
  }

  @Test(
    "leave what others do on the day as it is, and all posts of others for good", arguments: all)
  func others(intervention: Intervention) throws {
    let log = try Self.log([intervention])
    let touched = intervention.accounts
    func concernsOthers(_ event: Event) -> Bool {
      !touched.contains(event.actor) && !touched.contains(event.target)
        && (event.time.day <= begin.day || event.kind == .post)
    }
    #expect(
      Self.events(of: log, where: concernsOthers) == Self.events(of: run.log, where: concernsOthers)
    )
  }

  @Test("suspend: nothing is done by or to the account, and contact on the platform ends")
  func suspension() throws {
    let entry = try #require(
      run.truth.cases.first {
        $0.firstContact < begin && ($0.firstMeeting ?? $0.ended ?? run.truth.end) > begin
          && ($0.movedOffPlatform ?? run.truth.end) > begin
      })
    var simulation = run.simulation()
    try simulation.apply(.suspension(of: entry.groomer, from: begin))
    let log = Self.whole(&simulation)
    let after = Self.events(of: log) { event in
      event.time >= begin && (event.actor == entry.groomer || event.target == entry.groomer)
    }
    #expect(after.isEmpty)
    let cases = simulation.groundTruth.cases.filter { $0.groomer == entry.groomer }
    let same = try #require(
      cases.first { $0.child == entry.child && $0.firstContact == entry.firstContact })
    #expect(same.ended == begin)
    #expect(same.firstMeeting == nil)
    #expect(cases.allSatisfy { $0.firstContact < begin })
  }

  @Test("limit: no request, no follow, no message to a minor who is not a friend")
  func limit() throws {
    let account = Self.busiest([.request])
    let log = try Self.log([.limit(on: account, from: begin)])
    let after = Self.events(of: log) { $0.time >= begin && $0.actor == account }
    #expect(after.allSatisfy { $0.kind != .request && $0.kind != .follow })
    #expect(after.contains { $0.kind == .view || $0.kind == .post || $0.kind == .message })
    // Nobody answers a request that was never sent, or blocks or reports who sent none.
    for row in 0..<log.count
    where [.acceptance, .refusal].contains(log[row].kind) && log[row].target == account {
      let answer = log[row]
      let asked = Self.events(of: log) {
        $0.kind == .request && $0.actor == account && $0.target == answer.actor
          && $0.time < answer.time
      }
      #expect(!asked.isEmpty)
    }
  }

  @Test("limit: nobody who declines a request that was never sent blocks or reports its sender")
  func unsent() throws {
    var activity = ActivitySettings()
    activity.answers.blockAfterDecline = 1
    activity.answers.reportAfterDecline = 1
    let run = SmallRun(activity: activity)
    let groomers = run.world.groomers
    var simulation = run.simulation()
    for groomer in groomers { try simulation.apply(.limit(on: groomer, from: begin)) }
    let log = Self.whole(&simulation)
    let asked = Set(
      Self.events(of: log) { $0.kind == .request }.map { [$0.actor, $0.target] })
    let turnedAway = Self.events(of: log) { event in
      groomers.contains(event.target) && event.time.day > begin.day + 1
        && (event.kind == .block || event.kind == .report)
    }
    let unasked = turnedAway.filter { !asked.contains([$0.target, $0.actor]) }
    #expect(unasked.isEmpty)
    // It would be many: without the limit there are.
    #expect(
      Self.events(of: run.log) { event in
        groomers.contains(event.target) && event.time.day > begin.day + 1 && event.kind == .block
      }.count > turnedAway.count)
  }

  @Test("block: one block at the moment, and silence between the two")
  func block() throws {
    let (account, blocker) = Self.talkers
    let log = try Self.log([.block(of: account, by: blocker, at: begin)])
    let between = Self.events(of: log) { event in
      event.time >= begin && [event.actor, event.target].contains(account)
        && [event.actor, event.target].contains(blocker)
    }
    #expect(between.count { $0.kind == .block } == 1)
    #expect(between.first { $0.kind == .block }?.time == begin)
    #expect(!between.contains { $0.kind == .message && $0.time > begin })
  }

  @Test("warn: children take up no stranger, and end what they took up", arguments: [0.0, 1.0])
  func warning(share: Double) throws {
    let cast = Cast(world: run.world, settings: ActivitySettings(), seed: 1)
    let children = (0..<run.world.accountCount).filter { cast.isChild[$0] }
    let log = try Self.log(
      children.map { .warning(of: AccountID($0), keepingShare: share, from: begin) })
    guard share == 0 else {
      #expect(log == run.log)
      return
    }
    func takesStranger(_ event: Event) -> Bool {
      event.kind == .acceptance && cast.isChild[event.actor.index]
        && !cast.facts[event.actor.index].meets(cast.facts[event.target.index])
    }
    let before = Self.events(of: run.log, where: takesStranger)
    let warned = Self.events(of: log, where: takesStranger)
    #expect(before.count { $0.time >= begin } > 50)
    #expect(warned.allSatisfy { $0.time < begin })
    #expect(warned == before.filter { $0.time < begin })
    // Those taken up earlier are ended, most within a day.
    var open = Set(warned.map { [$0.actor, $0.target] })
    let all = open.count
    for event in Self.events(of: log, where: { $0.time.day <= begin.day + 2 }) {
      guard event.kind == .unfriend || event.kind == .block else { continue }
      open.remove([event.actor, event.target])
      open.remove([event.target, event.actor])
    }
    #expect(all > 50)
    // After 48 h or more: exp(-24) of them with a mean of two hours.
    #expect(open.isEmpty)
  }

  @Test("are refused where they make no sense, in words that say what would")
  func refusals() throws {
    var simulation = run.simulation()
    var slice = EventLog()
    while simulation.daysDone < 3 { _ = simulation.next(into: &slice) }
    let open = simulation.openFrom
    #expect(open >= SimTime(day: 3))
    let late = Intervention.limit(on: AccountID(0), from: SimTime(rawValue: open.rawValue - 1))
    let adult = try #require(
      (0..<run.world.accountCount).first { run.world.age(of: $0) >= 18 }.map { AccountID($0) })
    let nobody = AccountID(run.world.accountCount)
    let refused: [(Intervention, InterventionError)] = [
      (late, .past(late, openFrom: open)),
      (.suspension(of: nobody, from: open), .unknownAccount(nobody, accounts: nobody.index)),
      (.block(of: adult, by: adult, at: open), .ownBlock(adult)),
      (.warning(of: adult, keepingShare: 0.5, from: open), .notAChild(adult)),
      (.warning(of: Self.sociableChild, keepingShare: 1.5, from: open), .share(1.5)),
    ]
    for (intervention, error) in refused {
      #expect(throws: error) { try simulation.apply(intervention) }
      #expect(error.description.contains("expected"))
    }
    try simulation.apply(.limit(on: AccountID(0), from: open))
  }
}

extension InterventionTests {
  private static func log(_ interventions: [Intervention]) throws -> EventLog {
    var simulation = run.simulation()
    for intervention in interventions { try simulation.apply(intervention) }
    return whole(&simulation)
  }

  private static func whole(_ simulation: inout Simulation) -> EventLog {
    var whole = EventLog()
    var slice = EventLog()
    while simulation.next(into: &slice) { whole.append(slice, rows: 0..<slice.count) }
    return whole
  }

  private static func events(of log: EventLog, where isMeant: (Event) -> Bool) -> [Event] {
    (0..<log.count).map { log[$0] }.filter(isMeant)
  }

  /// The account that does most of some kinds of thing once interventions begin.
  private static func busiest(_ kinds: [EventKind]) -> AccountID {
    var counts = [Int](repeating: 0, count: run.world.accountCount)
    for event in events(of: run.log, where: { $0.time >= begin && kinds.contains($0.kind) }) {
      counts[event.actor.index] += 1
    }
    return AccountID(counts.indices.max { counts[$0] < counts[$1] } ?? 0)
  }

  /// Two who talk after interventions begin, and had no falling out before.
  private static var talkers: (AccountID, AccountID) {
    let first = events(of: run.log) { $0.time > begin && $0.kind == .message }[0]
    return (first.actor, first.target)
  }

  /// A child that accepts requests after interventions begin.
  private static var sociableChild: AccountID {
    var counts = [Int](repeating: 0, count: run.world.accountCount)
    for event in events(of: run.log, where: { $0.time >= begin && $0.kind == .acceptance })
    where run.world.age(of: event.actor.index) < 18
      && run.truth.groomers.contains(event.target)
    {
      counts[event.actor.index] += 1
    }
    return AccountID(counts.indices.max { counts[$0] < counts[$1] } ?? 0)
  }
}

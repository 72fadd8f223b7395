import Population
import Testing
import Vocabulary

@testable import Storage

@Suite("Edge projector") struct EdgeProjectorTests {
  private func project(
    _ events: [Event], start: Friendships = Friendships(accountCount: 10, pairs: [])
  ) -> EdgeRows {
    var log = EventLog()
    log.append(contentsOf: events)
    var projector = EdgeProjector(friendshipsAtStart: start)
    projector.consume(log)
    return projector.edges()
  }

  @Test(
    "a request's outcome is that of the first answer",
    arguments: [
      ([(kind: EventKind, actor: Int, target: Int)](), RequestOutcome.open),
      ([(.acceptance, 2, 1)], .accepted), ([(.refusal, 2, 1)], .declined),
      ([(.expiry, 2, 1)], .expired), ([(.block, 2, 1)], .blocked), ([(.block, 1, 2)], .blocked),
      ([(.refusal, 2, 1), (.acceptance, 2, 1)], .declined),
      ([(.block, 2, 1), (.expiry, 2, 1)], .blocked), ([(.acceptance, 3, 1)], .open),
      ([(.acceptance, 1, 2)], .open),
    ])
  func outcomes(answers: [(kind: EventKind, actor: Int, target: Int)], outcome: RequestOutcome) {
    let events =
      [event(5, .request, 1, 2)]
      + answers.enumerated().map { event(Int32(10 + $0), $1.kind, $1.actor, $1.target) }
    let expected = EdgeRows.Request(
      sender: 1, receiver: 2, sent: 5, answered: outcome == .open ? 0 : 10, outcome: outcome,
      event: 0)
    #expect(project(events).requests == [expected])
  }

  @Test("a second request while one is open is the same request; after an answer it is another")
  func repeatedRequests() {
    let rows = project([
      event(1, .request, 1, 2), event(2, .request, 1, 2), event(3, .refusal, 2, 1),
      event(4, .request, 1, 2), event(4, .request, 2, 1),
    ])
    #expect(rows.requests.map(\.sent) == [1, 4, 4])
    #expect(rows.requests.map(\.event) == [0, 3, 4])
    #expect(rows.requests.map(\.outcome) == [.declined, .open, .open])
  }

  @Test("friendships of the start end once and may be made again")
  func startFriendships() {
    let start = Friendships(
      accountCount: 10, pairs: [(1, 2, .online), (1, 5, .online), (2, 5, .online)])
    let rows = project(
      [
        event(3, .acceptance, 2, 1), event(5, .unfriend, 5, 1), event(6, .unfriend, 5, 1),
        event(7, .acceptance, 1, 5), event(9, .block, 1, 5), event(9, .block, 2, 3),
      ], start: start)
    #expect(rows.startUntil == [EdgeRows.stillFriends, 5, EdgeRows.stillFriends])
    #expect(rows.friendships == [.init(lower: 1, higher: 5, since: 7, until: 9)])
  }

  @Test(
    "agrees with the plain rules on arbitrary streams", arguments: 1...20 as ClosedRange<UInt64>)
  func agreesWithPlainRules(seed: UInt64) {
    var noise = Noise(state: seed)
    let accounts = 3 + noise.below(5)
    var pairs: [(lower: UInt32, higher: UInt32, tie: Friendships.Tie)] = []
    for lower in 0..<accounts {
      for higher in lower + 1..<max(accounts, lower + 1) where noise.below(3) == 0 {
        pairs.append((UInt32(lower), UInt32(higher), .nearby))
      }
    }
    let start = Friendships(accountCount: accounts, pairs: pairs)
    var events: [Event] = []
    for _ in 0..<600 {
      let kind = EventKind.allCases[noise.below(EventKind.allCases.count)]
      let actor = noise.below(accounts)
      let target = (actor + 1 + noise.below(accounts - 1)) % accounts
      events.append(
        event(
          Int32(noise.below(400)), kind, actor, kind == .post ? nil : target,
          count: UInt8(noise.below(256))))
    }
    events.sort()
    let expected = PlainProjection(start: start).edges(of: events)
    #expect(project(events, start: start) == expected, "seed \(seed)")
  }

  @Test("the table of pairs remembers every pair as it grows")
  func pairTable() {
    var table = PairTable()
    for number in 0..<5_000 {
      #expect(table.insert(PairTable.key(UInt32(number % 70), UInt32(number)), number) == nil)
    }
    table.set(PairTable.key(3, 3), 77)
    #expect(table.insert(PairTable.key(3, 3), 1) == 77)
    #expect(table[PairTable.key(29, 4_999)] == 4_999)
    #expect(table[PairTable.key(4_999, 29)] == nil)
    #expect(table.count == 5_000)
  }

  @Test("the tables hold what the stored events lead to")
  func tablesAgree() throws {
    let folder = try TemporaryFolder()
    try SmallRun.write(to: folder.run)
    var projector = EdgeProjector(friendshipsAtStart: SmallRun.world.friendships)
    projector.consume(SmallRun.log)
    #expect(try RunFile(opening: folder.run).projectedEdges() == projector.edges())
  }
}

/// The rules once more, row by row, with no thought for speed.
private struct PlainProjection {
  let start: Friendships

  func edges(of events: [Event]) -> EdgeRows {
    var rows = EdgeRows()
    var friendships: [EdgeRows.Friendship] = []
    start.forEach { lower, higher, _ in
      friendships.append(.init(lower: UInt32(lower), higher: UInt32(higher), since: -1))
    }
    for (number, event) in events.enumerated() where event.kind != .post {
      let (actor, target) = (event.actor.rawValue, event.target.rawValue)
      let time = event.time.rawValue
      let (lower, higher) = (min(actor, target), max(actor, target))
      func answer(_ sender: UInt32, _ receiver: UInt32, _ outcome: RequestOutcome) {
        for row in rows.requests.indices
        where rows.requests[row].sender == sender && rows.requests[row].receiver == receiver
          && rows.requests[row].outcome == .open
        {
          rows.requests[row].outcome = outcome
          rows.requests[row].answered = time
        }
      }
      let current = friendships.firstIndex {
        $0.lower == lower && $0.higher == higher && $0.until == EdgeRows.stillFriends
      }
      let mark = EdgeRows.Mark(actor: actor, target: target, time: time)
      func isMarked(_ marks: [EdgeRows.Mark]) -> Bool {
        marks.contains { $0.actor == actor && $0.target == target }
      }
      switch event.kind {
      case .post, .view, .profileView: break
      case .follow: if !isMarked(rows.follows) { rows.follows.append(mark) }
      case .report: if !rows.reports.contains(mark) { rows.reports.append(mark) }
      case .request:
        let isKnown = rows.requests.contains {
          $0.sender == actor && $0.receiver == target && $0.outcome == .open
        }
        if !isKnown {
          rows.requests.append(.init(sender: actor, receiver: target, sent: time, event: number))
        }
      case .acceptance:
        answer(target, actor, .accepted)
        if current == nil {
          friendships.append(.init(lower: lower, higher: higher, since: time))
        }
      case .refusal: answer(target, actor, .declined)
      case .expiry: answer(target, actor, .expired)
      case .unfriend: if let current { friendships[current].until = time }
      case .block:
        if !isMarked(rows.blocks) { rows.blocks.append(mark) }
        if let current { friendships[current].until = time }
        answer(target, actor, .blocked)
        answer(actor, target, .blocked)
      case .message:
        let known = rows.conversations.firstIndex { $0.lower == lower && $0.higher == higher }
        var row =
          known.map { rows.conversations.remove(at: $0) }
          ?? .init(lower: lower, higher: higher, first: time, last: time)
        row.last = time
        if actor == lower { row.fromLower += UInt32(event.count) }
        if actor == higher { row.fromHigher += UInt32(event.count) }
        rows.conversations.append(row)
      }
    }
    rows.startUntil = friendships[..<start.count].map(\.until)
    rows.friendships = Array(friendships[start.count...])
    rows.sort()
    return rows
  }
}

/// Numbers that look random, for tests only: SplitMix64 (Steele and others, 2014).
private struct Noise {
  var state: UInt64

  mutating func below(_ count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(count))
  }
}

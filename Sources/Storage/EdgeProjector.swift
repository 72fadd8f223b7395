import Population
import State
import Vocabulary

/// Turns the stream of events into the edges of the graph; the only place that knows how.
///
/// - A friendship lasts from its acceptance, or from before the run, until one of the two unfriends
///   or blocks the other.
/// - A request is open until the receiver's acceptance or refusal, its expiry, or a block either
///   way. A second request while one is open is the same request.
/// - A follow or a block counts from its first event; a report is a row for each second it is made
///   in; a conversation is all messages between two accounts.
///
/// Every stream has a projection: an answer without a request, or an end without a beginning,
/// leaves no row. Memory is a few dozen bytes per edge, whatever the number of events.
struct EdgeProjector {
  private let accounts: UInt32
  let start: Friendships
  private var rows = EdgeRows()
  private var latestFriendship = PairTable()
  private var latestRequest = PairTable()
  private var follows = PairTable()
  private var blocks = PairTable()
  private var latestReport = PairTable()
  private var conversations = PairTable()
  /// Orders the last event against the next: time, then kind.
  private var lastMoment = Int64.min
  private var nextEvent = 0
  /// The messages of the events at hand, by row.
  private var messages: [Int] = []

  init(friendshipsAtStart start: Friendships) {
    accounts = UInt32(start.accountCount)
    self.start = start
    rows.startUntil = Array(repeating: EdgeRows.stillFriends, count: start.count)
  }

  /// The edges of the events taken in, in key order.
  ///
  /// - Complexity: O(n log n) in edges.
  consuming func edges() -> EdgeRows {
    rows.sort()
    return rows
  }

  /// Takes in the next events of the run.
  ///
  /// - Precondition: events follow those before, in their total order; accounts exist.
  mutating func consume(_ log: borrowing EventLog) {
    precondition(log.firstID == nextEvent, "event \(nextEvent) comes next, not \(log.firstID)")
    for row in 0..<log.count {
      let kind = log.kinds[row]
      let time = log.times[row]
      let moment = Int64(time) << 8 | Int64(kind)
      precondition(moment >= lastMoment, "event \(log.firstID + row) is out of order")
      lastMoment = moment
      let actor = log.actors[row]
      precondition(actor < accounts, "event \(log.firstID + row) has an unknown actor")
      if kind == EventKind.post.rawValue {
        precondition(log.targets[row] == AccountID.none.rawValue, "a post has no target")
        continue
      }
      let target = log.targets[row]
      precondition(
        target < accounts && target != actor,
        "event \(log.firstID + row) needs another account as its target")
      if kind <= EventKind.profileView.rawValue { continue }
      if kind == EventKind.message.rawValue {
        messages.append(row)
      } else {
        change(kind, actor, target, time, event: log.firstID + row)
      }
    }
    converse(in: log)
    nextEvent += log.count
  }

  private mutating func change(
    _ kind: UInt8, _ actor: UInt32, _ target: UInt32, _ time: Int32, event: Int
  ) {
    switch EventKind(rawValue: kind) {
    case .follow:
      Self.mark(actor, target, time, in: &follows, &rows.follows)
    case .request:
      ask(actor, target, time, event: event)
    case .acceptance:
      answer(target, actor, time, .accepted)
      befriend(actor, target, time)
    case .refusal:
      answer(target, actor, time, .declined)
    case .expiry:
      answer(target, actor, time, .expired)
    case .unfriend:
      part(actor, target, time)
    case .block:
      Self.mark(actor, target, time, in: &blocks, &rows.blocks)
      part(actor, target, time)
      answer(actor, target, time, .blocked)
      answer(target, actor, time, .blocked)
    case .report:
      report(actor, target, time)
    case .post, .view, .profileView, .message, nil:
      preconditionFailure("an event of kind \(kind) changes no edge")
    }
  }

  private mutating func ask(
    _ sender: UInt32, _ receiver: UInt32, _ time: Int32, event: Int
  ) {
    let key = PairTable.key(sender, receiver)
    // Of one second, requests come before their answers: no two rows share a key.
    if let latest = latestRequest[key], rows.requests[latest].outcome == .open { return }
    latestRequest.set(key, rows.requests.count)
    rows.requests.append(.init(sender: sender, receiver: receiver, sent: time, event: event))
  }

  private mutating func answer(
    _ sender: UInt32, _ receiver: UInt32, _ time: Int32, _ outcome: RequestOutcome
  ) {
    guard let latest = latestRequest[PairTable.key(sender, receiver)],
      rows.requests[latest].outcome == .open
    else { return }
    rows.requests[latest].outcome = outcome
    rows.requests[latest].answered = time
  }

  private mutating func befriend(_ one: UInt32, _ other: UInt32, _ time: Int32) {
    let lower = min(one, other)
    let higher = max(one, other)
    if let position = startPosition(lower, higher),
      rows.startUntil[position] == EdgeRows.stillFriends
    {
      return
    }
    let key = PairTable.key(lower, higher)
    if let latest = latestFriendship[key],
      rows.friendships[latest].until == EdgeRows.stillFriends
    {
      return
    }
    latestFriendship.set(key, rows.friendships.count)
    rows.friendships.append(.init(lower: lower, higher: higher, since: time))
  }

  private mutating func part(_ one: UInt32, _ other: UInt32, _ time: Int32) {
    let lower = min(one, other)
    let higher = max(one, other)
    if let position = startPosition(lower, higher),
      rows.startUntil[position] == EdgeRows.stillFriends
    {
      rows.startUntil[position] = time
    } else if let latest = latestFriendship[PairTable.key(lower, higher)],
      rows.friendships[latest].until == EdgeRows.stillFriends
    {
      rows.friendships[latest].until = time
    }
  }

  /// The position of a pair among the start's friendships, by binary search.
  private func startPosition(_ lower: UInt32, _ higher: UInt32) -> Int? {
    let rows = start.rows(ofLower: Int(lower))
    var low = rows.lowerBound
    let end = rows.upperBound
    var high = end
    while low < high {
      let middle = (low + high) / 2
      if start.higher[middle] < higher { low = middle + 1 } else { high = middle }
    }
    return low < end && start.higher[low] == higher ? low : nil
  }

  private static func mark(
    _ actor: UInt32, _ target: UInt32, _ time: Int32, in table: inout PairTable,
    _ marks: inout [EdgeRows.Mark]
  ) {
    guard table.insert(PairTable.key(actor, target), marks.count) == nil else { return }
    marks.append(.init(actor: actor, target: target, time: time))
  }

  private mutating func report(_ reporter: UInt32, _ reported: UInt32, _ time: Int32) {
    let key = PairTable.key(reporter, reported)
    if let latest = latestReport[key], rows.reports[latest].time == time { return }
    latestReport.set(key, rows.reports.count)
    rows.reports.append(.init(actor: reporter, target: reported, time: time))
  }

  /// Counts the messages of the events at hand, which bear on nothing else.
  ///
  /// Some are looked up before any is counted, so that their memory is waited for at the same time.
  private mutating func converse(in log: borrowing EventLog) {
    let size = 32
    var known = [Int?](repeating: nil, count: size)
    for first in stride(from: 0, to: messages.count, by: size) {
      let rows = messages[first..<min(first + size, messages.count)]
      for (place, row) in rows.enumerated() {
        known[place] = conversations[Self.pair(log.actors[row], log.targets[row])]
      }
      for (place, row) in rows.enumerated() {
        converse(
          log.actors[row], log.targets[row], log.times[row], count: log.counts[row],
          known: known[place])
      }
    }
    messages.removeAll(keepingCapacity: true)
  }

  private static func pair(_ one: UInt32, _ other: UInt32) -> UInt64 {
    PairTable.key(min(one, other), max(one, other))
  }

  private mutating func converse(
    _ sender: UInt32, _ receiver: UInt32, _ time: Int32, count: UInt8, known: Int?
  ) {
    let next = rows.conversations.count
    // One that was not known may have begun since.
    let row = known ?? conversations.insert(Self.pair(sender, receiver), next) ?? next
    if row == next {
      rows.conversations.append(
        .init(
          lower: min(sender, receiver), higher: max(sender, receiver), first: time, last: time))
    }
    rows.conversations[row].last = time
    if sender < receiver {
      rows.conversations[row].fromLower += UInt32(count)
    } else {
      rows.conversations[row].fromHigher += UInt32(count)
    }
  }
}

extension EdgeProjector {
  /// Writes the edges down, and where in the stream it is.
  func save(to state: inout StateWriter) {
    state.write(lastMoment)
    state.write(nextEvent)
    state.write(rows.startUntil)
    state.write(rows.friendships)
    state.write(rows.requests)
    state.write(rows.follows)
    state.write(rows.blocks)
    state.write(rows.reports)
    state.write(rows.conversations)
  }

  /// Goes on from edges that were written down.
  mutating func restore(from state: inout StateReader) throws(StateMismatch) {
    lastMoment = try state.read()
    nextEvent = try state.read()
    rows.startUntil = try state.readAll()
    guard rows.startUntil.count == start.count else { throw StateMismatch() }
    rows.friendships = try state.readAll()
    rows.requests = try state.readAll()
    rows.follows = try state.readAll()
    rows.blocks = try state.readAll()
    rows.reports = try state.readAll()
    rows.conversations = try state.readAll()
    // Of several rows of a pair the last is what the next event is about.
    for (row, edge) in rows.friendships.enumerated() {
      latestFriendship.set(PairTable.key(edge.lower, edge.higher), row)
    }
    for (row, edge) in rows.requests.enumerated() {
      latestRequest.set(PairTable.key(edge.sender, edge.receiver), row)
    }
    for (row, edge) in rows.reports.enumerated() {
      latestReport.set(PairTable.key(edge.actor, edge.target), row)
    }
    for (row, edge) in rows.follows.enumerated() {
      follows.set(PairTable.key(edge.actor, edge.target), row)
    }
    for (row, edge) in rows.blocks.enumerated() {
      blocks.set(PairTable.key(edge.actor, edge.target), row)
    }
    for (row, edge) in rows.conversations.enumerated() {
      conversations.set(PairTable.key(edge.lower, edge.higher), row)
    }
  }
}

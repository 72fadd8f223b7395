import GRDB
public import Vocabulary

/// An event as far as it bears on the edges of the graph.
public struct Change: Sendable {
  /// What happened.
  public var kind: EventKind
  /// Seconds since the start.
  public var time: Int32
  /// Who did it.
  public var actor: UInt32
  /// To whom.
  public var target: UInt32
  /// How many messages, of a run of them.
  public var count: UInt8
  /// The number of the event.
  public var number: Int

  /// Makes a change of an event.
  public init(
    kind: EventKind, time: Int32, actor: UInt32, target: UInt32, count: UInt8, number: Int
  ) {
    self.kind = kind
    self.time = time
    self.actor = actor
    self.target = target
    self.count = count
    self.number = number
  }

  /// Whether events of a kind change any of some tables.
  static func matters(_ kind: EventKind, to tables: Set<String>) -> Bool {
    switch kind {
    case .post, .view, .profileView: false
    case .follow: tables.contains("follow")
    case .request, .refusal, .expiry: tables.contains("request")
    case .acceptance: tables.contains("request") || tables.contains("friendship")
    case .message: tables.contains("conversation")
    case .unfriend: tables.contains("friendship")
    case .block:
      !tables.isDisjoint(with: ["friendship", "request", "block"])
    case .report: tables.contains("report")
    }
  }
}

/// Makes edges of events one by one: the rules of `EdgeProjector`, for events that may come late or
/// twice.
extension Database {
  /// Applies changes in order, in the caller's transaction.
  func apply(_ changes: [Change], to tables: Set<String>) throws {
    var conversations: [UInt64: EdgeRows.Conversation] = [:]
    for change in changes where Change.matters(change.kind, to: tables) {
      if change.kind == .message {
        conversations[
          PairTable.key(min(change.actor, change.target), max(change.actor, change.target)),
          default: .init(
            lower: min(change.actor, change.target), higher: max(change.actor, change.target),
            first: change.time, last: change.time)
        ].add(change)
      } else {
        try apply(change, to: tables)
      }
    }
    let upsert = try cachedStatement(sql: Self.upsertConversation)
    for key in conversations.keys.sorted() {
      guard let talk = conversations[key] else { continue }
      try run(upsert) { cells in
        cells.bind(talk.lower, to: 0)
        cells.bind(talk.higher, to: 1)
        cells.bind(talk.first, to: 2)
        cells.bind(talk.last, to: 3)
        cells.bind(talk.fromLower, to: 4)
        cells.bind(talk.fromHigher, to: 5)
      }
    }
  }

  private func apply(_ change: Change, to tables: Set<String>) throws {
    let (actor, target) = (change.actor, change.target)
    switch change.kind {
    case .post, .view, .profileView, .message: return
    case .follow: try change.mark(self, Self.insertFollow)
    case .report: try change.mark(self, Self.insertReport)
    case .request:
      try run(cachedStatement(sql: Self.insertRequest)) { cells in
        cells.bind(actor, to: 0)
        cells.bind(target, to: 1)
        cells.bind(change.time, to: 2)
        cells.bind(change.number, to: 3)
      }
    case .acceptance:
      if tables.contains("request") { try answer(target, actor, change, .accepted) }
      if tables.contains("friendship") { try change.pair(self, Self.insertFriendship) }
    case .refusal: try answer(target, actor, change, .declined)
    case .expiry: try answer(target, actor, change, .expired)
    case .unfriend: try change.pair(self, Self.endFriendship)
    case .block:
      if tables.contains("block") { try change.mark(self, Self.insertBlock) }
      if tables.contains("friendship") { try change.pair(self, Self.endFriendship) }
      guard tables.contains("request") else { return }
      try answer(actor, target, change, .blocked)
      try answer(target, actor, change, .blocked)
    }
  }

  private func answer(
    _ sender: UInt32, _ receiver: UInt32, _ change: Change, _ outcome: RequestOutcome
  ) throws {
    try run(cachedStatement(sql: Self.answerRequest)) { cells in
      cells.bind(sender, to: 0)
      cells.bind(receiver, to: 1)
      cells.bind(change.time, to: 2)
      cells.bind(outcome.rawValue, to: 3)
    }
  }

  private static let insertFollow =
    "INSERT INTO follow (follower, followed, since) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING"
  private static let insertBlock =
    "INSERT INTO block (blocker, blocked, since) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING"
  private static let insertReport =
    "INSERT INTO report (reporter, reported, time) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING"
  private static let insertFriendship = """
    INSERT INTO friendship (lower, higher, since) SELECT ?1, ?2, ?3
    WHERE NOT EXISTS (
      SELECT 1 FROM friendship WHERE lower = ?1 AND higher = ?2 AND until IS NULL)
    ON CONFLICT DO UPDATE SET until = NULL
    """
  private static let endFriendship = """
    UPDATE friendship SET until = max(since, ?3)
    WHERE lower = ?1 AND higher = ?2 AND until IS NULL
    """
  private static let insertRequest = """
    INSERT INTO request (sender, receiver, sent, outcome, event) SELECT ?1, ?2, ?3, 0, ?4
    WHERE NOT EXISTS (
      SELECT 1 FROM request WHERE sender = ?1 AND receiver = ?2 AND outcome = 0)
    ON CONFLICT DO NOTHING
    """
  private static let answerRequest = """
    UPDATE request SET answered = max(sent, ?3), outcome = ?4
    WHERE sender = ?1 AND receiver = ?2 AND outcome = 0
    """
  private static let upsertConversation = """
    INSERT INTO conversation (lower, higher, first, last, from_lower, from_higher)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6)
    ON CONFLICT DO UPDATE SET last = max(last, excluded.last),
      from_lower = from_lower + excluded.from_lower,
      from_higher = from_higher + excluded.from_higher
    """
}

extension Change {
  /// Runs a statement with actor, target and time.
  fileprivate func mark(_ database: Database, _ sql: String) throws {
    try database.run(database.cachedStatement(sql: sql)) { cells in
      cells.bind(actor, to: 0)
      cells.bind(target, to: 1)
      cells.bind(time, to: 2)
    }
  }

  /// Runs a statement with the lower, the higher account and time.
  fileprivate func pair(_ database: Database, _ sql: String) throws {
    try database.run(database.cachedStatement(sql: sql)) { cells in
      cells.bind(min(actor, target), to: 0)
      cells.bind(max(actor, target), to: 1)
      cells.bind(time, to: 2)
    }
  }
}

extension EdgeRows.Conversation {
  /// Counts the messages of a run.
  fileprivate mutating func add(_ change: Change) {
    last = max(last, change.time)
    if change.actor == lower {
      fromLower += UInt32(change.count)
    } else {
      fromHigher += UInt32(change.count)
    }
  }
}

import GRDB
public import Vocabulary

/// What accounts had to do with each other, as it was known at a time.
extension GraphStore {
  /// A friend request.
  public struct Request: Sendable, Equatable {
    /// Who asked.
    public var sender: AccountID
    /// Who was asked.
    public var receiver: AccountID
    /// When.
    public var sent: SimTime
    /// When the outcome was known; nil while it was not.
    public var answered: SimTime?
    /// What came of it; `open` while nothing had.
    public var outcome: RequestOutcome
  }

  /// That two accounts wrote to each other.
  public struct Conversation: Sendable, Equatable {
    /// The account of the two with the lower number.
    public var lower: AccountID
    /// The other.
    public var higher: AccountID
    /// The first message.
    public var first: SimTime
    /// How it had gone; nil while it went on, as a file holds no counts for times in between.
    public var whole: Whole?

    /// A conversation that was over.
    public struct Whole: Sendable, Equatable {
      /// The last message.
      public var last: SimTime
      /// Messages that the lower account sent.
      public var fromLower: Int
      /// Messages that the other sent.
      public var fromHigher: Int
    }
  }

  /// The requests that an account had sent or been sent, by time, then sender and receiver.
  ///
  /// - Parameters:
  ///   - account: the account.
  ///   - other: the other of a pair; nil for requests with anybody.
  ///   - time: as of when; what came later is not known yet.
  /// - Throws: `noAccount`; `StorageError` of reading.
  /// - Returns: each request once.
  /// - Complexity: a search of the file for what the account sent; a pass over all requests for
  ///   what it was sent, unless the other is named.
  public func requests(
    of account: AccountID, with other: AccountID? = nil, at time: SimTime
  ) throws(StorageError) -> [Request] {
    try expect(account)
    if let other { try expect(other) }
    var requests: [Request] = []
    try file.read { database in
      for condition in Self.conditions(other != nil, "sender", "receiver") {
        try database.visit(
          "SELECT sender, receiver, sent, answered, outcome FROM request WHERE \(condition)",
          from: account.index, other?.index ?? 0
        ) { row in
          let sent: Int32 = try row.value(2)
          guard sent <= time.rawValue else { return }
          let answered = try row.optional(3, as: Int32.self).flatMap {
            $0 <= time.rawValue ? SimTime(rawValue: $0) : nil
          }
          requests.append(
            Request(
              sender: AccountID(rawValue: try row.value(0)),
              receiver: AccountID(rawValue: try row.value(1)), sent: SimTime(rawValue: sent),
              answered: answered, outcome: try answered == nil ? .open : row.code(4)))
        }
      }
    }
    return requests.sorted {
      ($0.sent, $0.sender, $0.receiver) < ($1.sent, $1.sender, $1.receiver)
    }
  }

  /// The conversations that an account had begun or been drawn into, by first message, then pair.
  ///
  /// - Parameters:
  ///   - account: the account.
  ///   - other: the other of a pair; nil for conversations with anybody.
  ///   - time: as of when; what came later is not known yet.
  /// - Throws: `noAccount`; `StorageError` of reading.
  /// - Returns: each conversation once.
  /// - Complexity: a search of the file; a pass over all conversations unless the other is named.
  public func conversations(
    of account: AccountID, with other: AccountID? = nil, at time: SimTime
  ) throws(StorageError) -> [Conversation] {
    try expect(account)
    if let other { try expect(other) }
    var conversations: [Conversation] = []
    try file.read { database in
      for condition in Self.conditions(other != nil, "lower", "higher") {
        try database.visit(
          "SELECT lower, higher, first, last, from_lower, from_higher FROM conversation "
            + "WHERE \(condition)",
          from: account.index, other?.index ?? 0
        ) { row in
          let (first, last) = (try row.value(2, as: Int32.self), try row.value(3, as: Int32.self))
          guard first <= time.rawValue else { return }
          let whole = Conversation.Whole(
            last: SimTime(rawValue: last), fromLower: try row.value(4), fromHigher: try row.value(5)
          )
          conversations.append(
            Conversation(
              lower: AccountID(rawValue: try row.value(0)),
              higher: AccountID(rawValue: try row.value(1)), first: SimTime(rawValue: first),
              whole: last <= time.rawValue ? whole : nil))
        }
      }
    }
    return conversations.sorted {
      ($0.first, $0.lower, $0.higher) < ($1.first, $1.lower, $1.higher)
    }
  }

  /// Conditions that each row of an account, or of a pair, meets one of.
  ///
  /// The account is parameter 1, the other is 2, which every condition names so that it can be given.
  private static func conditions(_ hasOther: Bool, _ one: String, _ two: String) -> [String] {
    hasOther
      ? ["\(one) = ?1 AND \(two) = ?2", "\(one) = ?2 AND \(two) = ?1"]
      : ["\(one) = ?1 AND ?2 IS NOT NULL", "\(two) = ?1 AND ?2 IS NOT NULL"]
  }
}

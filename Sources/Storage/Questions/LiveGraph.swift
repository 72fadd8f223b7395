import GRDB
public import Graphs
public import Population
public import Settings
import Synchronization
public import Vocabulary

/// The graph of a platform as of a moment, kept up to date event by event, for one question.
///
/// A database in memory with the tables and views of a results file that a platform's blind copy
/// has of its accounts and edges; there is no stream, no truth, no replay, and nothing that has not
/// happened yet: what is still open has no end. Only the tables that the question reads are filled.
/// Functions and tables of SQL are those of `QueryFunction.all` and `QueryTable.ofFriends`; the time
/// that they mean where none is given is the moment.
public final class LiveGraph: Sendable {
  /// What a platform knows of its accounts at the start.
  public struct Platform: Sendable {
    /// What accounts say of themselves.
    public var accounts: DeclaredAccounts
    /// Who is whose friend.
    public var friendships: Adjacency
    /// The places that accounts declare.
    public var places: [Place]
    /// The names of the platforms.
    public var platforms: [String]
    /// The platform of each account, or none if all are on the first.
    public var accountPlatforms: [UInt8]
    /// The first day of the run.
    public var start: CalendarDate

    /// Makes a platform of its parts.
    public init(
      accounts: DeclaredAccounts, friendships: Adjacency, places: [Place], platforms: [String],
      accountPlatforms: [UInt8], start: CalendarDate
    ) {
      self.accounts = accounts
      self.friendships = friendships
      self.places = places
      self.platforms = platforms
      self.accountPlatforms = accountPlatforms
      self.start = start
    }

    /// A platform without accounts, for a question to be tried on.
    public static let empty = Platform(
      accounts: DeclaredAccounts(), friendships: Adjacency(vertexCount: 0, from: [], to: []),
      places: [], platforms: ["platform"], accountPlatforms: [], start: CalendarDate(2017, 4, 1))
  }

  /// How many rows an answer may have for each account: our choice, so that memory goes with accounts.
  static let rowsPerAccount = 4
  /// How many rows an answer may have, however few accounts there are: our choice.
  static let leastRows = 10_000

  private let asking: Mutex<Asking>
  private let question: GraphQuestion
  private let accountCount: Int
  /// The tables that the question reads.
  private let tables: Set<String>

  /// The database, and what watches over a question; used by one thread at a time.
  private struct Asking {
    let queue: DatabaseQueue
    let authorizer: QueryAuthorizer
    let state: QueryState
  }

  /// The tables that a question can see, and the views on them.
  static let tables = [
    Table.run, .code, .place, .platform, .account, .friendship, .request, .follow, .block, .report,
    .conversation,
  ]
  static let views = [
    View.account, .friendship, .request, .follow, .block, .report, .conversation,
  ]

  /// Makes the graph of the start for a question.
  ///
  /// - Throws: `QuestionError`, if the question cannot be asked.
  public init(of platform: Platform, for question: GraphQuestion) throws(QuestionError) {
    self.question = question
    accountCount = platform.accounts.count
    let authorizer = QueryAuthorizer(isRepeatable: true)
    do {
      var configuration = Configuration()
      configuration.foreignKeysEnabled = false
      let queue = try DatabaseQueue(configuration: configuration)
      let (state, tables) = try queue.writeWithoutTransaction { database in
        try database.prepare(platform, for: question, authorizer)
      }
      self.tables = tables
      asking = Mutex(Asking(queue: queue, authorizer: authorizer, state: state))
    } catch {
      throw Self.refusal(error, authorizer, nil)
    }
  }

  deinit { asking.withLock { try? $0.queue.close() } }

  /// Says whether a question can be asked of any graph.
  ///
  /// - Throws: `QuestionError`, if it cannot.
  public static func check(_ question: GraphQuestion) throws(QuestionError) {
    _ = try LiveGraph(of: .empty, for: question)
  }

  /// The kinds of events that change what the question sees.
  public var kinds: [EventKind] { EventKind.allCases.filter { Change.matters($0, to: tables) } }

  /// Takes in what happened next, and answers the question as of a moment.
  ///
  /// - Parameters:
  ///   - changes: the events since the last time, of `kinds` at least, in order.
  ///   - now: the moment, after all of them.
  ///   - isInterrupted: asked several times a second; whether somebody wants to stop.
  /// - Returns: the rows of the answer, in its order: at most `rowsPerAccount` for each account, and
  ///   `leastRows` in any case.
  /// - Throws: `QuestionError`.
  public func answer(
    after changes: [Change], at now: SimTime,
    isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) throws(QuestionError) -> [Suspicion] {
    try asking.withLock { asking throws(QuestionError) in
      let clock = QueryClock(stepLimit: question.stepLimit) { _ in !isInterrupted() }
      let (state, authorizer) = (asking.state, asking.authorizer)
      do {
        return try asking.queue.writeWithoutTransaction { database in
          try database.inTransaction {
            try database.apply(changes, to: tables)
            try database.execute(
              sql: "UPDATE run SET days = ?, end_time = ?", arguments: [now.day, now.rawValue])
            return .commit
          }
          state.advance(to: now.rawValue)
          state.beginQuestion(by: clock)
          defer { authorizer.isOnGuard = false }
          return try database.timed(by: clock) {
            try database.answers(to: question, at: now, accounts: accountCount, authorizer)
          }
        }
      } catch {
        throw Self.refusal(error, authorizer, clock.verdict)
      }
    }
  }

  /// Takes in what happened, without a question.
  ///
  /// - Throws: `QuestionError`, where memory does not suffice.
  public func apply(_ changes: [Change]) throws(QuestionError) {
    try asking.withLock { asking throws(QuestionError) in
      do {
        try asking.queue.writeWithoutTransaction { database in
          try database.inTransaction {
            try database.apply(changes, to: tables)
            return .commit
          }
        }
      } catch {
        throw Self.refusal(error, asking.authorizer, nil)
      }
    }
  }

  private static func refusal(
    _ error: any Error, _ authorizer: QueryAuthorizer, _ verdict: QueryError?
  ) -> QuestionError {
    if let verdict { return .query(verdict) }
    if let action = authorizer.refusal { return .query(.refused(action: action)) }
    switch error {
    case let error as QuestionError: return error
    case let error as QueryError: return .query(error)
    default: return .query(.file(StorageError(error, path: "the graph in memory")))
    }
  }
}

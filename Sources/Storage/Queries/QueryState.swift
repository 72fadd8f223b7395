import GRDB
import Graphs
import Settings
import Vocabulary

/// What the functions of SQL know of a run: read from the file when first asked for, then kept.
final class QueryState {
  /// The connection that asks; it outlives its functions.
  private unowned let database: Database
  /// What the file says of its run.
  let run: StoredRun
  /// The first day of the run.
  let start: CalendarDate
  /// The time that is meant where none is given.
  private(set) var end: Int32
  private var storedFriends: TemporalAdjacency?
  private var storedAccounts: DeclaredAccounts?
  private var storedChunks: [ChunkSpan]?
  /// The lists of arguments by which a question has told rows apart, and the number of each.
  private var argumentLists: [[Cell]: Int64] = [:]
  /// What stops the question at hand where it takes too much.
  private var clock: QueryClock?
  /// What whoever asks should know of the answer.
  private(set) var notes: [String] = []

  init(_ database: Database) throws {
    self.database = database
    run = try database.run()
    guard let start = CalendarDate(run.header.startDate) else {
      throw corruption("the run starts on \"\(run.header.startDate)\", which is no day")
    }
    self.start = start
    end = SimTime(day: run.header.days).rawValue
  }

  /// Begins with what accounts say of themselves, of a run that goes on.
  init(_ database: Database, accounts: DeclaredAccounts, run: StoredRun, start: CalendarDate) {
    self.database = database
    self.run = run
    self.start = start
    end = run.end.rawValue
    storedAccounts = accounts
  }

  /// Moves on to a later time, until which friendships may have changed.
  func advance(to time: Int32) {
    end = time
    storedFriends = nil
  }

  /// Lends who was friends with whom and when.
  ///
  /// - Complexity: two passes over the friendships the first time.
  func withFriends<Result>(
    _ body: (borrowing TemporalAdjacency) throws -> Result
  ) throws -> Result {
    if storedFriends == nil {
      storedFriends = try database.friendshipsOverTime(accounts: run.accounts)
    }
    guard let storedFriends else { preconditionFailure("friendships were read above") }
    return try body(storedFriends)
  }

  /// Lends what accounts say of themselves.
  ///
  /// - Complexity: a pass over the accounts the first time.
  func withAccounts<Result>(_ body: (borrowing DeclaredAccounts) -> Result) throws -> Result {
    if storedAccounts == nil { storedAccounts = try database.declaredAccounts() }
    guard let storedAccounts else { preconditionFailure("accounts were read above") }
    return body(storedAccounts)
  }

  /// Where the chunks of the stream lie, in order.
  ///
  /// - Complexity: a pass over the heads of the chunks the first time.
  func chunks() throws -> [ChunkSpan] {
    if let storedChunks { return storedChunks }
    var chunks: [ChunkSpan] = []
    try database.visit("SELECT first_id, first_time, last_time FROM event_chunk ORDER BY first_id")
    {
      chunks.append(
        ChunkSpan(
          firstNumber: try $0.whole(0, "first_id", in: StoredRun.eventNumbers),
          firstTime: try $0.value(1), lastTime: try $0.value(2)))
    }
    storedChunks = chunks
    return chunks
  }

  /// Replaces columns by those of a chunk.
  func read(_ chunk: ChunkSpan, into columns: inout EventColumns) throws {
    let first = try database.readChunk(from: chunk.firstNumber, into: &columns)
    if let defect = columns.defect(accounts: run.accounts) {
      throw corruption("from event \(chunk.firstNumber) on, \(defect)")
    }
    guard first == chunk.firstNumber else {
      throw corruption("events from \(chunk.firstNumber) on are missing")
    }
  }

  /// Takes down that the file does not hold all events of a kind, or of any, if it does not.
  func noteMissingEvents(of kind: EventKind?) {
    let recording = run.header.recording
    guard recording != .all, kind.map(RecordingLevel.isDispensable) ?? true else { return }
    let missing =
      recording == .none
      ? "no views, profile views and messages"
      : "views, profile views and messages only where a child takes part"
    let note = "this file holds \(missing) (recording: \(recording.rawValue)); so does events()"
    if !notes.contains(note) { notes.append(note) }
  }

  /// A number that no other arguments have within a question; 0, where there are none.
  func number(of arguments: [Cell]) -> Int64 {
    guard arguments.contains(where: { $0 != .null }) else { return 0 }
    let number = argumentLists[arguments] ?? Int64(argumentLists.count + 1)
    argumentLists[arguments] = number
    return number
  }

  /// Counts a search through the graph as steps of SQLite.
  ///
  /// - Throws: `QueryError`, where the question may not go on.
  func charge(_ steps: Int) throws(QueryError) { try clock?.charge(steps) }

  /// Forgets the notes of an earlier question, and how it told rows apart.
  ///
  /// - Parameter clock: what stops the question.
  func beginQuestion(by clock: QueryClock) {
    self.clock = clock
    notes = []
    argumentLists = [:]
  }
}

extension Database {
  /// Who was friends with whom and when, for every friendship of the run.
  ///
  /// - Complexity: two passes over the friendships, so that memory is that of the graph alone.
  func friendshipsOverTime(accounts: Int) throws -> TemporalAdjacency {
    var degrees = [Int](repeating: 0, count: accounts)
    let order = "ORDER BY lower, higher, since"
    try visit("SELECT lower, higher FROM friendship \(order)") { row in
      degrees[try row.position(0, below: accounts)] += 1
      degrees[try row.position(1, below: accounts)] += 1
    }
    var builder = TemporalAdjacency.Builder(degrees: degrees)
    var last: (UInt32, UInt32, Int32) = (0, 0, .min)
    try visit("SELECT lower, higher, since, until FROM friendship \(order)") { row in
      let key: (UInt32, UInt32, Int32) = (try row.value(0), try row.value(1), try row.value(2))
      guard last < key, key.0 < key.1 else { throw corruption("friendships are out of order") }
      last = key
      builder.append(
        lower: Int(key.0), higher: Int(key.1), since: key.2,
        until: try row.optional(3) ?? TemporalAdjacency.open)
    }
    return builder.finished()
  }
}

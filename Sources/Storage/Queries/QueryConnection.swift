import GRDB
import GRDBSQLite
public import Vocabulary

/// A run's file, open for questions in SQL and for nothing else.
///
/// It reads: whatever else a statement would do is refused by name. Beside SQLite's functions it
/// has those of `QueryFunction.all`, and the tables of `QueryTable.all`. Questions about friends at
/// a time are answered from memory: the first of them reads all friendships, at 12 bytes for each
/// side of one and 8 an account.
public final class QueryConnection {
  /// Where the file is.
  public let path: String
  private let queue: DatabaseQueue
  private let authorizer = QueryAuthorizer()
  private let state: QueryState

  /// Opens a file.
  ///
  /// - Parameter path: a complete file that `RunFileWriter` made.
  /// - Throws: as `RunFile.init(opening:)`.
  public init(opening path: String) throws(StorageError) {
    self.path = path
    // It knows what is wrong with a file, and says so better than SQLite.
    _ = try RunFile(opening: path)
    let authorizer = authorizer
    (queue, state) = try StorageError.naming(path) {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.busyMode = .timeout(5)
      let queue = try DatabaseQueue(
        path: FileSystem.nameForSQLite(path), configuration: configuration)
      return try queue.unsafeRead { database in
        database.limitLengths()
        database.setAuthorizer(authorizer)
        let state = try QueryState(database)
        database.registerQueries(state)
        return (queue, state)
      }
    }
  }

  /// What whoever asked last should know of the answer, in words.
  public var notes: [String] { state.notes }

  /// The authorizer goes after the connection that asks it.
  deinit { try? queue.close() }

  /// Asks a question: one or several statements, all of them on the file as it is now.
  ///
  /// - Parameters:
  ///   - text: statements in SQL with semicolons between.
  ///   - parameters: the values of its parameters, in order; each statement is given all.
  ///   - rowLimit: how many rows of each answer are handed over; the others are only counted.
  ///   - timeLimitSeconds: when to give up.
  ///   - sink: takes in the answers, one after the other.
  ///   - keepGoing: asked several times a second, with how many rows there are; whether to go on.
  /// - Throws: `sql`, `refused`, `outOfTime`, `interrupted`, `file`.
  public func ask(
    _ text: String, parameters: [Cell] = [], rowLimit: Int = .max, timeLimitSeconds: Double? = nil,
    into sink: inout some RowSink, keepGoing: @escaping (_ rows: Int) -> Bool = { _ in true }
  ) throws(QueryError) {
    let clock = QueryClock(limitSeconds: timeLimitSeconds, keepGoing: keepGoing)
    let text = text.utf8CString
    state.beginQuestion(by: clock)
    do {
      try queue.read { database in
        defer { authorizer.isOnGuard = false }
        try database.timed(by: clock) {
          var position = 0
          while let statement = try next(of: text, from: &position, on: database) {
            try run(statement, of: text, with: parameters, on: database, clock, rowLimit, &sink)
          }
        }
      }
    } catch let error as QueryError {
      throw clock.verdict ?? authorizer.refusal.map { .refused(action: $0) } ?? error
    } catch {
      throw clock.verdict ?? .file(StorageError(error, path: path))
    }
  }

  /// Whether a text ends with a statement's semicolon, which is not part of a text or comment.
  public static func isComplete(_ text: String) -> Bool { unsafe sqlite3_complete(text) != 0 }

  /// Compiles the next statement.
  private func next(
    of text: ContiguousArray<CChar>, from position: inout Int, on database: Database
  ) throws(QueryError) -> QueryStatement? {
    authorizer.beginStatement()
    guard let statement = try QueryStatement(of: text, from: &position, on: database, path: path)
    else { return nil }
    guard statement.isReading else {
      throw .refused(action: "a statement that writes, such as VACUUM,")
    }
    return statement
  }

  private func run(
    _ statement: borrowing QueryStatement, of text: ContiguousArray<CChar>,
    with parameters: [Cell], on database: Database, _ clock: QueryClock, _ rowLimit: Int,
    _ sink: inout some RowSink
  ) throws(QueryError) {
    guard statement.parameterCount <= parameters.count else {
      throw .sql(
        message: "the statement has \(statement.parameterCount) parameters and is given "
          + "\(parameters.count); write values in their place",
        text: "", position: nil)
    }
    statement.bind(Array(parameters.prefix(statement.parameterCount)))
    let columns = statement.columns
    sink.begin(columns: columns)
    clock.rows = 0
    while true {
      let code = statement.step()
      if code == SQLITE_DONE { break }
      guard code == SQLITE_ROW else {
        throw database.queryError(code, of: text, in: path)
      }
      if clock.rows < rowLimit { sink.add(statement.row()) }
      clock.rows += 1
    }
    sink.end(rows: clock.rows)
  }
}

import GRDB
import GRDBSQLite
import Settings
import Vocabulary

// With BulkRows, the place that calls SQLite itself: GRDB's own functions box every value in an
// array, and it has no way to ask for the place of an error or to guard a statement. Pointers are
// valid for the time of a call; a statement is finalized by the object that holds it.

/// One statement of a question, ready to run.
@safe struct QueryStatement: ~Copyable {
  private let statement: SQLiteStatement
  private let connection: SQLiteConnection

  deinit { unsafe sqlite3_finalize(statement) }

  /// Compiles the next statement of a text; nil where only spaces and comments are left.
  ///
  /// - Parameters:
  ///   - text: statements with semicolons between, and a zero at the end.
  ///   - position: where in its bytes to begin; moves behind the statement.
  ///   - database: the connection.
  ///   - path: the file it is open on.
  /// - Throws: `QueryError.sql` with the place.
  init?(
    of text: ContiguousArray<CChar>, from position: inout Int, on database: Database, path: String
  ) throws(QueryError) {
    guard let connection = unsafe database.sqliteConnection else {
      preconditionFailure("the connection is closed")
    }
    var found: SQLiteStatement?
    while unsafe found == nil, position < text.count - 1 {
      let start = position
      let code = unsafe text.withUnsafeBufferPointer { bytes in
        guard let first = bytes.baseAddress else { return SQLITE_MISUSE }
        var tail: UnsafePointer<CChar>?
        let code = unsafe sqlite3_prepare_v3(
          connection, first + start, Int32(bytes.count - start), 0, &found, &tail)
        position = unsafe tail.map { unsafe $0 - first } ?? bytes.count
        return code
      }
      guard code == SQLITE_OK else {
        let offset = unsafe Int(sqlite3_error_offset(connection))
        throw database.queryError(
          code, of: text, at: offset < 0 ? nil : start + offset, in: path)
      }
      if position == start { break }
    }
    guard let found = unsafe found else { return nil }
    unsafe self.statement = found
    unsafe self.connection = connection
  }

  /// Whether it writes nothing.
  var isReading: Bool { unsafe sqlite3_stmt_readonly(statement) != 0 }

  /// How many values it wants to be given.
  var parameterCount: Int { Int(unsafe sqlite3_bind_parameter_count(statement)) }

  /// The names of its columns; none of a statement without an answer.
  var columns: [String] {
    let count = unsafe sqlite3_column_count(statement)
    return (0..<count).map {
      guard let name = unsafe sqlite3_column_name(statement, $0) else { return "" }
      return unsafe String(cString: name)
    }
  }

  /// Gives the parameters their values, in order.
  func bind(_ cells: [Cell]) {
    let copied = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    for (index, cell) in zip(Int32(1)..., cells) {
      switch cell {
      case .null: unsafe sqlite3_bind_null(statement, index)
      case .integer(let value): unsafe sqlite3_bind_int64(statement, index, value)
      case .real(let value): unsafe sqlite3_bind_double(statement, index, value)
      case .text(let value): unsafe sqlite3_bind_text(statement, index, value, -1, copied)
      case .bytes(let value):
        unsafe sqlite3_bind_blob(statement, index, value, Int32(value.count), copied)
      }
    }
  }

  /// The names of its parameters, such as `:now`, in order; nothing of one without a name.
  var parameterNames: [String?] {
    (0..<parameterCount).map { index in
      guard let name = unsafe sqlite3_bind_parameter_name(statement, Int32(index + 1)) else {
        return nil
      }
      return unsafe String(cString: name)
    }
  }

  /// Moves to the next row.
  ///
  /// - Returns: the code of SQLite: `SQLITE_ROW`, `SQLITE_DONE`, or that of an error.
  func step() -> Int32 { unsafe sqlite3_step(statement) }

  /// The cells of the row.
  func row() -> [Cell] {
    let count = unsafe sqlite3_column_count(statement)
    return (0..<count).map { unsafe Cell(sqlite3_column_value(statement, $0)) }
  }
}

extension Database {
  /// Keeps values to 16 MiB (our choice): some functions make longer ones in a single step, which no
  /// time limit can end.
  func limitLengths() {
    _ = unsafe sqlite3_limit(sqliteConnection, SQLITE_LIMIT_LENGTH, 16 << 20)
  }
}

extension Cell {
  /// A value as SQLite has it.
  init(_ value: OpaquePointer?) {
    switch unsafe sqlite3_value_type(value) {
    case SQLITE_INTEGER: self = .integer(unsafe sqlite3_value_int64(value))
    case SQLITE_FLOAT: self = .real(unsafe sqlite3_value_double(value))
    case SQLITE_NULL: self = .null
    case let type:
      let start = unsafe sqlite3_value_blob(value)
      let bytes = unsafe UnsafeRawBufferPointer(
        start: start, count: Int(sqlite3_value_bytes(value)))
      self =
        type == SQLITE_TEXT
        ? .text(unsafe String(decoding: bytes, as: UTF8.self)) : .bytes(unsafe Array(bytes))
    }
  }
}

/// Where the value of a function or a column goes; NULL, where nothing is given.
@safe struct QueryResult {
  private let context: OpaquePointer?

  init(_ context: OpaquePointer?) { unsafe self.context = context }

  /// Gives a value.
  func give(_ cell: Cell) {
    let copied = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    switch cell {
    case .null: unsafe sqlite3_result_null(context)
    case .integer(let value): unsafe sqlite3_result_int64(context, value)
    case .real(let value): unsafe sqlite3_result_double(context, value)
    case .text(let value): unsafe sqlite3_result_text(context, value, -1, copied)
    case .bytes(let value):
      unsafe sqlite3_result_blob(context, value, Int32(value.count), copied)
    }
  }

  /// Gives a whole number.
  func give(_ value: Int) { unsafe sqlite3_result_int64(context, Int64(value)) }

  /// Gives a text without copying it.
  func give(_ text: LastingText) {
    unsafe sqlite3_result_text(context, text.bytes.baseAddress, Int32(text.bytes.count), nil)
  }
}

/// A text that stays in memory until the program ends, for SQLite to read when it likes.
///
/// Sendable, though it holds a pointer: nothing writes to the bytes once they are there, or frees
/// them.
@safe struct LastingText: @unchecked Sendable {
  fileprivate let bytes: UnsafeBufferPointer<CChar>

  init(_ text: String) {
    let bytes = UnsafeMutableBufferPointer<CChar>.allocate(capacity: text.utf8.count)
    _ = unsafe bytes.initialize(from: text.utf8.map { CChar(bitPattern: $0) })
    unsafe self.bytes = UnsafeBufferPointer(bytes)
  }
}

/// The arguments of a call, for the time of the call.
@safe struct QueryArguments {
  /// The function or table, as errors name it.
  let call: String
  /// What it takes, in order.
  let names: [String]
  /// Which of them were given, a bit each.
  private let given: UInt32
  /// Those that were given.
  private let values: UnsafeBufferPointer<OpaquePointer?>

  init(
    call: String, names: [String], given: UInt32, values: UnsafeBufferPointer<OpaquePointer?>
  ) {
    self.call = call
    self.names = names
    self.given = given
    unsafe self.values = values
  }

  /// Whether an argument was given, as NULL or anything else.
  func isGiven(_ index: Int) -> Bool { given >> UInt32(index) & 1 != 0 }

  /// An argument; NULL where it was left out.
  subscript(index: Int) -> Cell {
    guard isGiven(index) else { return .null }
    return unsafe Cell(values[(given & (1 << UInt32(index) - 1)).nonzeroBitCount])
  }
}

/// The code with which SQLite is told of an error: a damaged file stays one.
func sqliteCode(of error: any Error) -> Int32 {
  (error as? DatabaseError)?.resultCode.rawValue ?? SQLITE_ERROR
}

extension QueryFunction {
  /// A function with what it works on, as SQLite keeps it.
  private final class Binding {
    let function: QueryFunction
    let call: String
    let state: QueryState

    init(_ function: QueryFunction, _ state: QueryState) {
      self.function = function
      call = function.call
      self.state = state
    }
  }

  /// Makes the function known to a connection.
  func register(on connection: SQLiteConnection, _ state: QueryState) {
    let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS
    for count in arguments.count - optionalCount...arguments.count {
      let binding = unsafe Unmanaged.passRetained(Binding(self, state)).toOpaque()
      let code = unsafe sqlite3_create_function_v2(
        connection, name, Int32(count), flags, binding,
        { context, count, values in
          guard let own = unsafe sqlite3_user_data(context) else { return }
          let binding = unsafe Unmanaged<Binding>.fromOpaque(own).takeUnretainedValue()
          let arguments = unsafe QueryArguments(
            call: binding.call, names: binding.function.arguments, given: 1 << UInt32(count) - 1,
            values: UnsafeBufferPointer(start: values, count: Int(count)))
          do {
            unsafe QueryResult(context).give(try binding.function.body(arguments, binding.state))
          } catch {
            unsafe sqlite3_result_error(context, "\(error)", -1)
            unsafe sqlite3_result_error_code(context, sqliteCode(of: error))
          }
        }, nil, nil,
        { own in unsafe own.map { unsafe Unmanaged<Binding>.fromOpaque($0).release() } })
      precondition(code == SQLITE_OK, "SQLite refuses the function \(name): \(code)")
    }
  }
}

extension Database {
  /// Has every statement that is compiled judged.
  ///
  /// The authorizer must live as long as the connection.
  func setAuthorizer(_ authorizer: QueryAuthorizer) {
    unsafe sqlite3_set_authorizer(
      sqliteConnection,
      { own, action, first, second, _, _ in
        guard let own = unsafe own else { return SQLITE_DENY }
        let authorizer = unsafe Unmanaged<QueryAuthorizer>.fromOpaque(own).takeUnretainedValue()
        let isAllowed = unsafe authorizer.allows(
          action, first.map { unsafe String(cString: $0) },
          second.map { unsafe String(cString: $0) })
        return isAllowed ? SQLITE_OK : SQLITE_DENY
      }, Unmanaged.passUnretained(authorizer).toOpaque())
  }

  /// Runs work that a clock can stop at any step.
  func timed<Result>(by clock: QueryClock, _ work: () throws -> Result) rethrows -> Result {
    // Our choice: a thousand steps of SQLite take microseconds.
    unsafe sqlite3_progress_handler(
      sqliteConnection, Int32(QueryClock.stepsBetween),
      { own in
        guard let own = unsafe own else { return 1 }
        return unsafe Unmanaged<QueryClock>.fromOpaque(own).takeUnretainedValue().mayGoOn() ? 0 : 1
      }, Unmanaged.passUnretained(clock).toOpaque())
    defer { unsafe sqlite3_progress_handler(sqliteConnection, 0, nil, nil) }
    return try work()
  }

  /// Makes the functions and tables of SQL known.
  func registerQueries(_ state: QueryState, tables: [QueryTable] = QueryTable.all) {
    guard let connection = unsafe sqliteConnection else { return }
    for function in QueryFunction.all { unsafe function.register(on: connection, state) }
    for table in tables { unsafe table.register(on: connection, state) }
  }

  /// The last error, as that of a question.
  ///
  /// - Parameters:
  ///   - code: what SQLite returned.
  ///   - text: the question, with a zero at its end.
  ///   - position: which of its bytes SQLite stumbles on, where it says.
  ///   - path: the file.
  /// - Returns: the error.
  func queryError(
    _ code: Int32, of text: ContiguousArray<CChar>, at position: Int? = nil, in path: String
  ) -> QueryError {
    let error = DatabaseError(resultCode: ResultCode(rawValue: code), message: lastErrorMessage)
    if error.namesMissingTruth { return .file(.blind(path: path)) }
    switch error.resultCode {
    case .SQLITE_ERROR, .SQLITE_TOOBIG, .SQLITE_MISMATCH, .SQLITE_RANGE, .SQLITE_CONSTRAINT,
      .SQLITE_AUTH, .SQLITE_NOMEM:
      let bytes = text.dropLast().map { UInt8(bitPattern: $0) }
      let before = position.map { String(decoding: bytes.prefix($0), as: UTF8.self) }
      return .sql(
        message: error.message ?? "no message", text: String(decoding: bytes, as: UTF8.self),
        position: before?.unicodeScalars.count)
    default: return .file(StorageError(error, path: path))
    }
  }
}

extension DatabaseError {
  /// Whether a statement asks for a table or view of the truth, and there is none.
  fileprivate var namesMissingTruth: Bool {
    let truths = Table.all.filter(\.isTruth).map(\.name) + View.all.filter(\.isTruth).map(\.name)
    return truths.contains {
      ["no such table: \($0)", "no such table: main.\($0)"].contains(message)
    }
  }
}

import GRDB
import GRDBSQLite
import Vocabulary

// The one file of this target that works on SQLite's buffers. GRDB's own binding boxes each value
// in an enum and each row in an array: 0.5 million rows a second, against 2 to 4 million here.
// Blobs are read in place, for the copy to be the only one. Pointers are valid from a step to the
// next, and none outlives the function that got it.

/// Cells of the row that is being written.
@safe struct RowBinder {
  fileprivate let statement: SQLiteStatement
  fileprivate var firstParameter: Int32 = 1

  fileprivate init(_ statement: Statement) {
    unsafe self.statement = statement.sqliteStatement
  }

  /// Sets a column, counted from 0, to a whole number.
  func bind(_ value: some BinaryInteger, to column: Int32) {
    check(unsafe sqlite3_bind_int64(statement, firstParameter + column, Int64(value)))
  }

  /// Sets a column to a whole number, or to NULL.
  func bind(_ value: (some BinaryInteger)?, to column: Int32) {
    if let value {
      bind(value, to: column)
    } else {
      check(unsafe sqlite3_bind_null(statement, firstParameter + column))
    }
  }

  /// Sets a column to a number; NaN becomes NULL.
  func bind(_ value: some BinaryFloatingPoint, to column: Int32) {
    check(unsafe sqlite3_bind_double(statement, firstParameter + column, Double(value)))
  }

  /// Sets a column to the bytes of numbers, which SQLite copies.
  fileprivate func bind(bytesOf values: ArraySlice<some BitwiseCopyable>, to column: Int32) {
    let copied = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    let code = unsafe values.withUnsafeBytes { bytes in
      unsafe sqlite3_bind_blob64(
        statement, firstParameter + column, bytes.baseAddress, UInt64(bytes.count), copied)
    }
    check(code)
  }

  private func check(_ code: Int32) {
    precondition(code == SQLITE_OK, "a value does not fit its statement: SQLite code \(code)")
  }
}

/// Cells of the row that is being read.
@safe struct RowReader {
  fileprivate let statement: SQLiteStatement

  fileprivate init(_ statement: Statement) {
    unsafe self.statement = statement.sqliteStatement
  }

  /// A column, counted from 0, as a whole number.
  ///
  /// - Throws: corruption, where the value does not fit the type.
  func value<Value: FixedWidthInteger>(_ column: Int32, as type: Value.Type = Value.self) throws
    -> Value
  {
    let stored = unsafe sqlite3_column_int64(statement, column)
    guard let value = Value(exactly: stored) else {
      throw corruption("column \(column) holds \(stored), too much for its type")
    }
    return value
  }

  /// A column as a whole number, or nothing where it is NULL.
  func optional<Value: FixedWidthInteger>(_ column: Int32, as type: Value.Type = Value.self) throws
    -> Value?
  {
    try isNull(column) ? nil : value(column)
  }

  /// A column as a number; NaN where it is NULL.
  func number(_ column: Int32) -> Double {
    isNull(column) ? .nan : unsafe sqlite3_column_double(statement, column)
  }

  /// A column as text; empty where it is NULL.
  func text(_ column: Int32) -> String {
    guard let content = unsafe sqlite3_column_text(statement, column) else { return "" }
    return unsafe String(cString: content)
  }

  /// Visits the bytes of a column.
  func visitBytes(_ column: Int32, _ body: (UInt8) -> Void) {
    let content = unsafe sqlite3_column_blob(statement, column)
    let count = Int(unsafe sqlite3_column_bytes(statement, column))
    let bytes = unsafe UnsafeRawBufferPointer(start: content, count: count)
    for index in 0..<count { body(unsafe bytes[index]) }
  }

  /// Whether a column is NULL.
  func isNull(_ column: Int32) -> Bool {
    unsafe sqlite3_column_type(statement, column) == SQLITE_NULL
  }

  /// Appends what a column holds, in a form that says type and value and nothing else.
  func appendCanonical(_ column: Int32, to bytes: inout [UInt8]) {
    switch unsafe sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER:
      bytes.appendCanonical(unsafe sqlite3_column_int64(statement, column))
    case SQLITE_FLOAT:
      bytes.append(2, unsafe sqlite3_column_double(statement, column).bitPattern)
    case SQLITE_NULL:
      bytes.appendCanonicalNull()
    default:
      let content = unsafe sqlite3_column_blob(statement, column)
      let count = Int(unsafe sqlite3_column_bytes(statement, column))
      unsafe bytes.appendCanonical(UnsafeRawBufferPointer(start: content, count: count))
    }
  }

  /// Replaces an array's values by the numbers in a blob, in the memory the array has.
  fileprivate func copy<Value: BitwiseCopyable & FixedWidthInteger>(
    _ column: Int32, count: Int, into values: inout [Value]
  ) throws {
    let size = MemoryLayout<Value>.size
    let blob = unsafe sqlite3_column_blob(statement, column)
    let bytes = Int(unsafe sqlite3_column_bytes(statement, column))
    guard bytes == count * size else {
      throw corruption("a chunk of \(count) events has a column of \(bytes) bytes")
    }
    if values.count > count { values.removeLast(values.count - count) }
    while values.count < count { values.append(0) }
    unsafe values.withUnsafeMutableBytes {
      unsafe $0.copyMemory(from: UnsafeRawBufferPointer(start: blob, count: bytes))
    }
  }
}

/// Cells in the form in which they are sealed and digested: type and value and nothing else.
extension [UInt8] {
  fileprivate mutating func append(_ tag: UInt8, _ bits: UInt64) {
    append(tag)
    unsafe Swift.withUnsafeBytes(of: bits.littleEndian) { unsafe append(contentsOf: $0) }
  }

  fileprivate mutating func appendCanonicalNull() { append(0) }

  fileprivate mutating func appendCanonical(_ value: Int64) { append(1, UInt64(bitPattern: value)) }

  fileprivate mutating func appendCanonical(_ content: UnsafeRawBufferPointer) {
    append(3, UInt64(content.count))
    unsafe append(contentsOf: content)
  }
}

/// The error for content that no run can have written.
func corruption(_ detail: String) -> DatabaseError {
  DatabaseError(resultCode: .SQLITE_CORRUPT, message: detail)
}

extension Database {
  /// How many rows one INSERT carries.
  ///
  /// Our choice: 64 load about twice as fast as 1, and more gain little.
  private static var rowsPerInsert: Int { 64 }

  /// Adds many rows of numbers to a table, in the caller's transaction.
  ///
  /// - Parameters:
  ///   - table: the table.
  ///   - columns: its columns, in the order of their numbers.
  ///   - rows: how many rows.
  ///   - bind: given the number of a row and a binder, sets each of its columns.
  /// - Throws: what SQLite refuses.
  func load(
    _ table: String, columns: [String], rows: Int, bind: (Int, RowBinder) throws -> Void
  ) throws {
    let group = Self.rowsPerInsert
    let grouped = rows - rows % group
    try load(table, columns: columns, rows: 0..<grouped, group: group, bind: bind)
    try load(table, columns: columns, rows: grouped..<rows, group: 1, bind: bind)
  }

  /// Adds rows that are in the order of a key, in the caller's transaction.
  func load(_ rows: KeyedRows) throws {
    var waiting: [RowCells] = []
    func add() throws {
      try load(rows.name, columns: rows.columns, rows: waiting.count) { number, cells in
        for column in 0..<rows.columns.count {
          cells.bind(waiting[number][column], to: Int32(column))
        }
      }
      waiting.removeAll(keepingCapacity: true)
    }
    try rows.visit { row in
      waiting.append(row)
      if waiting.count == 1_024 { try add() }
    }
    try add()
  }

  private func load(
    _ table: String, columns: [String], rows: Range<Int>, group: Int,
    bind: (Int, RowBinder) throws -> Void
  ) throws {
    guard !rows.isEmpty else { return }
    let width = columns.count
    let tuple = "(" + repeatElement("?", count: width).joined(separator: ", ") + ")"
    let tuples = repeatElement(tuple, count: group).joined(separator: ", ")
    let statement = try makeStatement(
      sql: "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES \(tuples)")
    var binder = RowBinder(statement)
    for first in stride(from: rows.lowerBound, to: rows.upperBound, by: group) {
      for row in 0..<group {
        binder.firstParameter = Int32(1 + row * width)
        try bind(first + row, binder)
      }
      try step(binder)
    }
  }

  private func step(_ binder: RowBinder) throws {
    let code = unsafe sqlite3_step(binder.statement)
    defer { unsafe sqlite3_reset(binder.statement) }
    guard code == SQLITE_DONE else {
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: lastErrorMessage)
    }
  }

  /// Runs a statement that gives no rows, its parameters set by a binder.
  func run(_ statement: Statement, _ bind: (RowBinder) -> Void) throws {
    let binder = RowBinder(statement)
    bind(binder)
    try step(binder)
  }

  /// Visits the rows of a query, with a value for each of its parameters.
  func visit(
    _ sql: String, from values: Int..., by body: (RowReader) throws -> Void
  ) throws {
    let statement = try cachedStatement(sql: sql)
    let reader = RowReader(statement)
    unsafe sqlite3_reset(reader.statement)
    defer { unsafe sqlite3_reset(reader.statement) }
    for (column, value) in zip(Int32(0)..., values) {
      RowBinder(statement).bind(value, to: column)
    }
    while true {
      let code = unsafe sqlite3_step(reader.statement)
      if code == SQLITE_DONE { return }
      guard code == SQLITE_ROW else {
        throw DatabaseError(resultCode: ResultCode(rawValue: code), message: lastErrorMessage)
      }
      try body(reader)
    }
  }

  /// Adds rows of a log, whose numbers ascend, as one chunk; `seal` becomes what its seal is made of.
  func insertChunk(
    _ log: borrowing EventLog, rows: Range<Int>, sealing seal: inout [UInt8]
  ) throws {
    let statement = try cachedStatement(sql: EventChunks.insert)
    let binder = RowBinder(statement)
    seal.removeAll(keepingCapacity: true)
    func bind(_ value: some BinaryInteger, to column: Int32) {
      binder.bind(value, to: column)
      seal.appendCanonical(Int64(value))
    }
    func bind(bytesOf values: ArraySlice<some BitwiseCopyable>, to column: Int32) {
      binder.bind(bytesOf: values, to: column)
      unsafe values.withUnsafeBytes { unsafe seal.appendCanonical($0) }
    }
    let first = log.number(of: rows.lowerBound)
    bind(first, to: 0)
    bind(rows.count, to: 1)
    bind(log.times[rows.lowerBound], to: 2)
    bind(log.times[rows.upperBound - 1], to: 3)
    if log.number(of: rows.upperBound - 1) == first + rows.count - 1 {
      binder.bind(nil as Int?, to: 4)
      seal.appendCanonicalNull()
    } else {
      bind(bytesOf: log.numbers[rows].map { UInt32($0 - first) }[...], to: 4)
    }
    bind(bytesOf: log.kinds[rows], to: 5)
    bind(bytesOf: log.times[rows], to: 6)
    bind(bytesOf: log.actors[rows], to: 7)
    bind(bytesOf: log.targets[rows], to: 8)
    bind(bytesOf: log.details[rows], to: 9)
    bind(bytesOf: log.counts[rows], to: 10)
    try step(binder)
  }

  /// Replaces columns by those of the first chunk that starts at or after an event.
  ///
  /// - Returns: the number of its first event, or nothing if there is no such chunk.
  func readChunk(from event: Int, into columns: inout EventColumns) throws -> Int? {
    var first: Int?
    try visit(EventChunks.select, from: event) { row in
      first = try row.whole(0, "first_id", in: StoredRun.eventNumbers)
      let count = try row.whole(1, "count", in: 1...Int(Int32.max))
      columns.firstTime = try row.value(2)
      columns.lastTime = try row.value(3)
      columns.numbers.removeAll(keepingCapacity: true)
      if !row.isNull(4) { try row.copy(4, count: count, into: &columns.numbers) }
      try row.copy(5, count: count, into: &columns.kinds)
      try row.copy(6, count: count, into: &columns.times)
      try row.copy(7, count: count, into: &columns.actors)
      try row.copy(8, count: count, into: &columns.targets)
      try row.copy(9, count: count, into: &columns.details)
      try row.copy(10, count: count, into: &columns.counts)
    }
    return first
  }
}

extension SHA256 {
  /// Takes in the rows of a query: of each cell its type and value.
  mutating func update(_ database: Database, rowsOf sql: String, columns: Int32) throws {
    var bytes: [UInt8] = []
    try database.visit(sql) { row in
      for column in 0..<columns { row.appendCanonical(column, to: &bytes) }
      if bytes.count > 65_536 {
        update(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    update(bytes)
  }

  /// Takes in numbers, as their little-endian bytes.
  mutating func update(numbers: [some FixedWidthInteger & BitwiseCopyable]) {
    unsafe numbers.withUnsafeBytes { bytes in
      unsafe bytes.withMemoryRebound(to: UInt8.self) { unsafe update($0.span) }
    }
  }
}

#if _endian(big)
  #error("event columns are stored as little-endian bytes; this machine needs them swapped")
#endif

import GRDB
import GRDBSQLite
import Vocabulary

// How SQLite reaches a `QueryTable`: as a virtual table (https://www.sqlite.org/vtab.html). SQLite
// keeps a pointer to what `connect` and `open` allocate, and hands it back with every call until
// `disconnect` and `close` free it. Both begin with what SQLite expects there.

/// A table with what it works on, for as long as SQLite knows it.
private final class TableBinding {
  let table: QueryTable
  let state: QueryState

  init(_ table: QueryTable, _ state: QueryState) {
    self.table = table
    self.state = state
  }

  /// What SQLite takes for the table's definition; arguments are hidden columns.
  var definition: String {
    let columns = table.columns + table.arguments.map { "\"arg_\($0)\" HIDDEN" }
    return "CREATE TABLE t (\(columns.joined(separator: ", ")))"
  }
}

@unsafe private struct ConnectedTable {
  var base = unsafe sqlite3_vtab()
  let binding: Unmanaged<TableBinding>
}

@unsafe private struct OpenCursor {
  var base = unsafe sqlite3_vtab_cursor()
  /// How many columns are the table's; those behind them are its arguments.
  let width: Int
  /// The rows and where they are; nothing where there are none.
  var rows: Unmanaged<TableRows>?

  init(width: Int) { unsafe self.width = width }

  /// Reads other rows from now on.
  mutating func replaceRows(with other: TableRows?) {
    unsafe rows?.release()
    unsafe rows = other.map { unsafe Unmanaged.passRetained($0) }
  }
}

/// What a plan has SQLite hand over, a bit each: first the arguments, then bounds of the time.
private enum Handed {
  static let lower = 16
  static let upper = 17
  static let equal = 18

  static let arguments: UInt32 = 1 << 16 - 1
}

extension QueryTable {
  /// Makes the table known to a connection.
  func register(on connection: SQLiteConnection, _ state: QueryState) {
    let binding = unsafe Unmanaged.passRetained(TableBinding(self, state)).toOpaque()
    let code = unsafe sqlite3_create_module_v2(connection, name, Self.module, binding) { own in
      unsafe own.map { unsafe Unmanaged<TableBinding>.fromOpaque($0).release() }
    }
    precondition(code == SQLITE_OK, "SQLite refuses the table \(name): \(code)")
  }

  /// The calls of every table; without one that creates, a table is there under its name.
  ///
  /// Safe from any thread: it is made once, and neither this nor SQLite, which takes it as
  /// constant, changes it after.
  private nonisolated(unsafe) static let module: UnsafeMutablePointer<sqlite3_module> = {
    var module = sqlite3_module()
    unsafe module.xConnect = { connection, own, _, _, table, _ in
      unsafe connect(connection, own, table)
    }
    unsafe module.xDisconnect = { table in
      unsafe UnsafeMutableRawPointer(table)?.deallocate()
      return SQLITE_OK
    }
    unsafe module.xBestIndex = { table, plan in unsafe choose(plan, for: binding(of: table)) }
    unsafe module.xOpen = { table, cursor in
      let width = unsafe binding(of: table)?.table.columns.count ?? 0
      let opened = UnsafeMutablePointer<OpenCursor>.allocate(capacity: 1)
      unsafe opened.initialize(to: OpenCursor(width: width))
      unsafe cursor?.pointee = UnsafeMutableRawPointer(opened).assumingMemoryBound(
        to: sqlite3_vtab_cursor.self)
      return SQLITE_OK
    }
    unsafe module.xClose = { cursor in
      unsafe opened(cursor)?.pointee.replaceRows(with: nil)
      unsafe UnsafeMutableRawPointer(cursor)?.deallocate()
      return SQLITE_OK
    }
    unsafe module.xFilter = { cursor, plan, _, count, values in
      unsafe begin(
        cursor, UInt32(bitPattern: plan), UnsafeBufferPointer(start: values, count: Int(count)))
    }
    unsafe module.xNext = { cursor in
      unsafe attempt(cursor) {
        try unsafe opened(cursor)?.pointee.rows?._withUnsafeGuaranteedRef { try $0.advance() }
      }
    }
    unsafe module.xEof = { cursor in
      let rows = unsafe opened(cursor)?.pointee.rows
      return unsafe rows?._withUnsafeGuaranteedRef(\.isAtEnd) ?? true ? 1 : 0
    }
    unsafe module.xColumn = { cursor, context, column in
      guard let opened = unsafe opened(cursor), let rows = unsafe opened.pointee.rows else {
        return SQLITE_OK
      }
      let result = unsafe QueryResult(context)
      let argument = unsafe Int(column) - opened.pointee.width
      unsafe rows._withUnsafeGuaranteedRef { rows in
        if argument < 0 {
          rows.give(Int(column), as: result)
        } else {
          result.give(rows.arguments[argument])
        }
      }
      return SQLITE_OK
    }
    // Of what OR finds in two ways, SQLite gives one row for each rowid.
    unsafe module.xRowid = { cursor, row in
      guard let state = unsafe binding(of: cursor?.pointee.pVtab)?.state,
        let rows = unsafe opened(cursor)?.pointee.rows
      else { return SQLITE_MISUSE }
      unsafe row?.pointee = rows._withUnsafeGuaranteedRef { $0.rowid(in: state) }
      return SQLITE_OK
    }
    let pointer = UnsafeMutablePointer<sqlite3_module>.allocate(capacity: 1)
    unsafe pointer.initialize(to: module)
    return unsafe pointer
  }()

  private static func connect(
    _ connection: SQLiteConnection?, _ own: UnsafeMutableRawPointer?,
    _ table: UnsafeMutablePointer<UnsafeMutablePointer<sqlite3_vtab>?>?
  ) -> Int32 {
    guard let own = unsafe own else { return SQLITE_MISUSE }
    let binding = unsafe Unmanaged<TableBinding>.fromOpaque(own)
    let code = unsafe sqlite3_declare_vtab(connection, binding.takeUnretainedValue().definition)
    guard code == SQLITE_OK else { return code }
    let connected = UnsafeMutablePointer<ConnectedTable>.allocate(capacity: 1)
    unsafe connected.initialize(to: ConnectedTable(binding: binding))
    unsafe table?.pointee = UnsafeMutableRawPointer(connected).assumingMemoryBound(
      to: sqlite3_vtab.self)
    return SQLITE_OK
  }
}

/// What a plan can use, and what it costs.
extension QueryTable {
  /// Chooses what SQLite hands over: all arguments, and bounds of the time where rows have one.
  private static func choose(
    _ plan: UnsafeMutablePointer<sqlite3_index_info>?, for binding: TableBinding?
  ) -> Int32 {
    guard let plan = unsafe plan, let table = binding?.table, let state = binding?.state else {
      return SQLITE_MISUSE
    }
    var sources: [Int: Int] = [:]
    for index in 0..<Int(unsafe plan.pointee.nConstraint) {
      let constraint = unsafe plan.pointee.aConstraint[index]
      guard let use = table.use(ofColumn: Int(constraint.iColumn), constraint.op) else { continue }
      if constraint.usable != 0 {
        sources[use] = sources[use] ?? index
      } else if use < table.arguments.count {
        // An argument that another table of the join gives has to be known first.
        return SQLITE_CONSTRAINT
      }
    }
    var rows = table.expectedRows(state.run.held)
    for (position, use) in sources.keys.sorted().enumerated() {
      guard let index = sources[use] else { continue }
      unsafe plan.pointee.aConstraintUsage[index].argvIndex = Int32(position + 1)
      unsafe plan.pointee.aConstraintUsage[index].omit = use < table.arguments.count ? 1 : 0
      unsafe plan.pointee.idxNum |= 1 << Int32(use)
      // Our choice: whatever is asked for leaves a tenth.
      rows /= 10
    }
    unsafe plan.pointee.estimatedCost = max(rows, 1)
    unsafe plan.pointee.estimatedRows = Int64(max(rows, 1))
    let terms = unsafe UnsafeBufferPointer(
      start: plan.pointee.aOrderBy, count: Int(plan.pointee.nOrderBy))
    let isInOrder = unsafe table.comes(
      inOrder: terms.map { $0.desc == 0 ? Int($0.iColumn) : nil })
    unsafe plan.pointee.orderByConsumed = isInOrder ? 1 : 0
    return SQLITE_OK
  }

  /// What a constraint on a column is to the table: an argument, a bound, or nothing.
  private func use(ofColumn column: Int, _ operation: UInt8) -> Int? {
    let operation = Int32(operation)
    if column >= columns.count {
      return operation == SQLITE_INDEX_CONSTRAINT_EQ ? column - columns.count : nil
    }
    guard let order, column == order.time else { return nil }
    switch operation {
    case SQLITE_INDEX_CONSTRAINT_GE, SQLITE_INDEX_CONSTRAINT_GT: return Handed.lower
    case SQLITE_INDEX_CONSTRAINT_LE, SQLITE_INDEX_CONSTRAINT_LT: return Handed.upper
    case SQLITE_INDEX_CONSTRAINT_EQ: return Handed.equal
    default: return nil
    }
  }

  /// Whether rows ascend by columns, most significant first, as they come; nil is a descending one.
  private func comes(inOrder columns: [Int?]) -> Bool {
    guard let order else { return false }
    return columns == [order.time] || columns == [order.number]
      || columns == [order.time, order.number]
  }
}

/// Where a cursor is, and how it moves.
extension QueryTable {
  /// Begins with the first row for what a plan hands over.
  private static func begin(
    _ cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>?, _ handed: UInt32,
    _ values: UnsafeBufferPointer<OpaquePointer?>
  ) -> Int32 {
    unsafe attempt(cursor) {
      guard let binding = unsafe binding(of: cursor?.pointee.pVtab),
        let opened = unsafe opened(cursor)
      else { return }
      unsafe opened.pointee.replaceRows(with: nil)
      let table = binding.table
      let given = handed & Handed.arguments
      let arguments = unsafe QueryArguments(
        call: table.call, names: table.arguments, given: given, values: values)
      for index in 0..<table.requiredCount where !arguments.isGiven(index) {
        throw ArgumentFault(description: "\(table.call): \(table.arguments[index]) is missing")
      }
      var (lower, upper) = (Int32.min, Int32.max)
      var position = given.nonzeroBitCount
      for bound in [Handed.lower, Handed.upper, Handed.equal]
      where handed >> UInt32(bound) & 1 != 0 {
        let value = unsafe Cell(values[position])
        position += 1
        // SQLite looks at each row again; what is no number bounds nothing here.
        let (first, last) = (value.seconds(rounded: .down), value.seconds(rounded: .up))
        if bound != Handed.upper { lower = max(lower, first.map { Int32(clamping: $0) } ?? lower) }
        if bound != Handed.lower { upper = min(upper, last.map { Int32(clamping: $0) } ?? upper) }
      }
      guard lower <= upper else { return }
      let rows = try table.rows(arguments, lower...upper, binding.state)
      rows.arguments = table.arguments.indices.map { arguments[$0] }
      unsafe opened.pointee.replaceRows(with: rows)
    }
  }

  /// Does what may fail, and tells SQLite why it did.
  private static func attempt(
    _ cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>?, _ work: () throws -> Void
  ) -> Int32 {
    do {
      try work()
      return SQLITE_OK
    } catch {
      let words = "\(error)".utf8CString
      guard let table = unsafe cursor?.pointee.pVtab,
        let message = unsafe sqlite3_malloc(Int32(words.count))
      else { return SQLITE_NOMEM }
      unsafe words.withUnsafeBytes {
        unsafe UnsafeMutableRawBufferPointer(start: message, count: $0.count).copyMemory(from: $0)
      }
      unsafe sqlite3_free(table.pointee.zErrMsg)
      unsafe table.pointee.zErrMsg = message.assumingMemoryBound(to: CChar.self)
      return sqliteCode(of: error)
    }
  }

  private static func binding(of table: UnsafeMutablePointer<sqlite3_vtab>?) -> TableBinding? {
    unsafe UnsafeMutableRawPointer(table)?.assumingMemoryBound(to: ConnectedTable.self).pointee
      .binding.takeUnretainedValue()
  }

  private static func opened(
    _ cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>?
  ) -> UnsafeMutablePointer<OpenCursor>? {
    unsafe UnsafeMutableRawPointer(cursor)?.assumingMemoryBound(to: OpenCursor.self)
  }
}

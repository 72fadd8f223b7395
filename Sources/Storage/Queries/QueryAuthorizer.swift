import GRDBSQLite

/// Says which actions of a statement are reading, and names the first that is not.
///
/// SQLite asks it while it compiles a statement. Whatever it does not know is refused.
final class QueryAuthorizer {
  /// Whether what is compiled is a question of somebody else, rather than ours.
  var isOnGuard = false
  /// Whether the answer must be the same whenever it is asked for.
  private let isRepeatable: Bool
  /// The first action refused since the guard was set up, in words.
  private(set) var refusal: String?
  /// The tables and views that the statement reads, and the functions that it calls.
  private(set) var uses: Set<String> = []

  /// Makes one that is not on guard yet.
  ///
  /// - Parameter isRepeatable: whether it refuses what depends on chance or on the clock.
  init(isRepeatable: Bool = false) {
    self.isRepeatable = isRepeatable
  }

  /// Begins to watch a statement.
  func beginStatement() {
    isOnGuard = true
    refusal = nil
    uses = []
  }

  /// Whether an action may be.
  ///
  /// - Parameters:
  ///   - action: the code of SQLite (https://www.sqlite.org/c3ref/c_alter_table.html).
  ///   - first: what it acts on.
  ///   - second: more about it.
  /// - Returns: no, and takes it down, if it would do anything but read.
  func allows(_ action: Int32, _ first: String?, _ second: String?) -> Bool {
    guard isOnGuard else { return true }
    if action == SQLITE_READ, let first { uses.insert(first.lowercased()) }
    if action == SQLITE_FUNCTION, let second {
      uses.insert(second.lowercased())
      if isRepeatable, Self.changeable.contains(second.lowercased()) {
        refusal = refusal ?? "\(second)()"
        return false
      }
    }
    if isReading(action, first, second) { return true }
    refusal = refusal ?? Self.words(action, first ?? "", second ?? "")
    return false
  }

  private func isReading(_ action: Int32, _ first: String?, _ second: String?) -> Bool {
    switch action {
    case SQLITE_SELECT, SQLITE_READ, SQLITE_RECURSIVE: true
    // What makes or drops something changes the list of what there is and is then named itself; so
    // does what merely uses a table-valued function. SQLite lets no statement change it directly.
    case SQLITE_INSERT, SQLITE_UPDATE, SQLITE_DELETE:
      first == "sqlite_master" || first == "sqlite_temp_master"
    case SQLITE_FUNCTION: second?.lowercased() != "load_extension"
    case SQLITE_PRAGMA:
      Self.describing.contains(first?.lowercased() ?? "")
        || second == nil && Self.telling.contains(first?.lowercased() ?? "")
    default: false
    }
  }

  /// Functions whose values depend on chance, or may depend on the clock.
  private static let changeable: Set = [
    "random", "randomblob", "current_time", "current_date", "current_timestamp", "date", "time",
    "datetime", "julianday", "unixepoch", "strftime", "timediff",
  ]
  /// The pragmas that describe what their argument names.
  private static let describing: Set = [
    "table_info", "table_xinfo", "table_list", "index_list", "index_info", "index_xinfo",
    "foreign_key_list", "foreign_key_check", "integrity_check", "quick_check",
  ]
  /// The pragmas that tell something, as long as they are given no value to set.
  private static let telling: Set = [
    "application_id", "collation_list", "compile_options", "data_version", "database_list",
    "encoding", "freelist_count", "function_list", "module_list", "page_count", "page_size",
    "pragma_list", "schema_version", "user_version",
  ]

  /// An action as the statement names it.
  private static func words(_ action: Int32, _ first: String, _ second: String) -> String {
    // ANALYZE first makes the table that it fills.
    if first.hasPrefix("sqlite_stat") { return "ANALYZE" }
    return switch action {
    case SQLITE_UPDATE: "UPDATE of \(first).\(second)"
    case SQLITE_PRAGMA: "PRAGMA \(first)" + (second.isEmpty ? "" : " = \(second)")
    case SQLITE_ALTER_TABLE: "ALTER TABLE \(second)"
    case SQLITE_FUNCTION: "\(second)()"
    case SQLITE_TRANSACTION: first
    case SQLITE_ATTACH: "ATTACH"
    case SQLITE_SAVEPOINT: first == "BEGIN" ? "SAVEPOINT" : first
    default: "\(names[action] ?? "action \(action)") \(first)"
    }
  }

  private static let names: [Int32: String] = [
    SQLITE_INSERT: "INSERT INTO", SQLITE_DELETE: "DELETE FROM", SQLITE_DETACH: "DETACH",
    SQLITE_REINDEX: "REINDEX", SQLITE_ANALYZE: "ANALYZE",
    SQLITE_CREATE_TABLE: "CREATE TABLE", SQLITE_CREATE_TEMP_TABLE: "CREATE TEMP TABLE",
    SQLITE_CREATE_INDEX: "CREATE INDEX", SQLITE_CREATE_TEMP_INDEX: "CREATE TEMP INDEX",
    SQLITE_CREATE_VIEW: "CREATE VIEW", SQLITE_CREATE_TEMP_VIEW: "CREATE TEMP VIEW",
    SQLITE_CREATE_TRIGGER: "CREATE TRIGGER", SQLITE_CREATE_TEMP_TRIGGER: "CREATE TEMP TRIGGER",
    SQLITE_CREATE_VTABLE: "CREATE VIRTUAL TABLE", SQLITE_DROP_VTABLE: "DROP TABLE",
    SQLITE_DROP_TABLE: "DROP TABLE", SQLITE_DROP_TEMP_TABLE: "DROP TABLE",
    SQLITE_DROP_INDEX: "DROP INDEX", SQLITE_DROP_TEMP_INDEX: "DROP INDEX",
    SQLITE_DROP_VIEW: "DROP VIEW", SQLITE_DROP_TEMP_VIEW: "DROP VIEW",
    SQLITE_DROP_TRIGGER: "DROP TRIGGER", SQLITE_DROP_TEMP_TRIGGER: "DROP TRIGGER",
  ]
}

/// A readable view of the file: names for codes, and times as people write them.
///
/// Views are plain SQL, which any SQLite tool can run, and hold nothing: what a query does not ask
/// of one costs nothing.
struct View: Sendable {
  /// The name in the database; it begins with `truth_` where the view shows any truth.
  let name: String
  /// What a row is, in one line.
  let summary: String
  /// The columns: what stands between `SELECT` and `FROM`.
  let columns: String
  /// The table, and what it is joined with.
  let source: String

  init(_ name: String, _ summary: String, from source: String, _ columns: String) {
    self.name = name
    self.summary = summary
    self.columns = columns
    self.source = source
  }

  /// Whether it shows what no platform knows.
  var isTruth: Bool { name.hasPrefix("truth_") }

  /// The statement that makes the view.
  var sql: String { sql(columns: columns) }

  /// The statement where `calendar()` of SQL is known, which no clock can change whatever it is
  /// given: SQLite's own functions of dates are not used.
  var repeatableSQL: String {
    let (before, after) = Self.calendarParts
    return sql(
      columns: columns.replacing(before, with: "calendar(").replacing(after, with: ")"))
  }

  private func sql(columns: String) -> String {
    """
    CREATE VIEW \(name) AS -- \(summary)
    SELECT
    \(columns)
    FROM \(source)
    """
  }

  /// Every view.
  static let all = [
    account, friendship, request, follow, block, report, conversation, alert,
    truthAccount, truthFriendship, truthCase, truthStage,
  ]

  /// A time of the run as `2017-04-03 14:05:00`; NULL where it is NULL.
  static func calendar(_ time: String) -> String {
    calendarParts.before + time + calendarParts.after
  }

  private static let calendarParts = (
    before: "datetime((SELECT start_date FROM run), ", after: " || ' seconds')"
  )

  /// The name of a number of a domain; NULL where it is NULL.
  static func code(_ domain: String, _ value: String) -> String {
    "(SELECT c.name FROM code AS c WHERE c.domain = '\(domain)' AND c.value = \(value))"
  }

  /// What an account declares as its age; NULL where it does not.
  static func age(of account: String) -> String {
    "(SELECT a.declared_age FROM account AS a WHERE a.id = \(account))"
  }

  /// The name of a place; NULL where it is NULL.
  static func place(_ id: String) -> String {
    "(SELECT home.name FROM place AS home WHERE home.id = \(id))"
  }
}

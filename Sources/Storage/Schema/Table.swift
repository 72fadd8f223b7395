/// One table of the file: what it is for, and how it is made.
///
/// The catalogue `all` is the format: what documents it, checks it or counts rows starts there.
struct Table: Sendable {
  /// The name in the database.
  let name: String
  /// What a row is, in one line.
  let summary: String
  /// Columns, keys and checks: what stands between the parentheses of `CREATE TABLE`.
  let definition: String
  /// Whether rows lie in the order of the primary key itself, which then costs no second tree.
  let isKeyed: Bool

  init(_ name: String, _ summary: String, isKeyed: Bool = false, _ definition: String) {
    self.name = name
    self.summary = summary
    self.isKeyed = isKeyed
    self.definition = definition
  }

  /// Whether it holds what no platform knows.
  var isTruth: Bool { name.hasPrefix("truth_") }

  /// The statement that makes the table.
  var sql: String {
    """
    CREATE TABLE \(name) ( -- \(summary)
    \(definition)
    ) STRICT\(isKeyed ? ", WITHOUT ROWID" : "")
    """
  }

  /// Every table, parents before those that refer to them.
  static let all = firstFormat

  /// The tables that format 1 brought.
  static let firstFormat: [Table] =
    [run, code, place, focus, platform, account]
    + [eventChunk]
    + [friendship, request, follow, block, report, conversation]
    + [
      truthPerson, truthAccount, truthProfile, truthGroomer, truthFriendship, truthCase, truthStage,
      truthMeeting, truthHardness,
    ]
    + ofReplays
    + [seal]
}

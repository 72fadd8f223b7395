import Foundation
import GRDB
import Storage
import Testing
import Vocabulary

@Suite("A question in SQL") struct QueryConnectionTests {
  let folder: TemporaryFolder
  let connection: QueryConnection

  init() throws {
    folder = try TemporaryFolder()
    try SmallRun.write(to: folder.run, rowsPerChunk: 4)
    connection = try QueryConnection(opening: folder.run)
  }

  @Test(
    "may only read: anything else is refused by name, and leaves the file as it was",
    arguments: [
      ("INSERT INTO follow VALUES (2, 3, 5)", "INSERT INTO follow"),
      ("UPDATE account SET declared_age = 1", "UPDATE of account.declared_age"),
      ("DELETE FROM account", "DELETE FROM account"),
      ("SELECT 1; DELETE FROM account", "DELETE FROM account"),
      ("CREATE TABLE t (a)", "CREATE TABLE t"), ("DROP TABLE account", "DROP TABLE account"),
      ("CREATE TEMP TABLE t (a)", "CREATE TEMP TABLE t"),
      ("CREATE TEMP VIEW v AS SELECT 1", "CREATE TEMP VIEW v"),
      ("CREATE VIEW v AS SELECT 1", "CREATE VIEW v"),
      ("DROP VIEW alert_view", "DROP VIEW alert_view"),
      ("CREATE INDEX i ON account (opened)", "CREATE INDEX i"),
      ("DROP INDEX friendship_by_higher", "DROP INDEX friendship_by_higher"),
      (
        "CREATE TRIGGER t AFTER DELETE ON account BEGIN SELECT 1; END", "CREATE TRIGGER t"
      ),
      ("CREATE VIRTUAL TABLE t USING fts5(a)", "CREATE VIRTUAL TABLE t"),
      ("ALTER TABLE account RENAME TO accounts", "ALTER TABLE account"),
      ("ATTACH 'other.sqlite' AS other", "ATTACH"), ("DETACH main", "DETACH main"),
      ("BEGIN", "BEGIN"), ("COMMIT", "COMMIT"), ("ROLLBACK", "ROLLBACK"),
      ("SAVEPOINT s", "SAVEPOINT"),
      ("ANALYZE", "ANALYZE"), ("REINDEX", "REINDEX"),
      ("PRAGMA user_version = 9", "PRAGMA user_version = 9"),
      ("PRAGMA journal_mode = WAL", "PRAGMA journal_mode = WAL"),
      ("PRAGMA query_only = 0", "PRAGMA query_only = 0"),
      ("PRAGMA writable_schema = 1", "PRAGMA writable_schema = 1"),
      ("SELECT load_extension('x')", "load_extension()"),
      ("VACUUM", "a statement that writes"),
      ("VACUUM INTO 'copy.sqlite'", "a statement that writes"),
    ])
  func refused(statement: String, action: String) throws {
    let before = try folder.bytes()
    guard case .refused(let found)? = connection.error(statement) else {
      Issue.record(
        "\(statement) is not refused: \(String(describing: connection.error(statement)))")
      return
    }
    #expect(found.hasPrefix(action))
    #expect(try folder.bytes() == before)
    #expect(try folder.names() == ["run.sqlite"])
    #expect(try connection.value("SELECT count(*) FROM account") == .integer(5))
  }

  @Test(
    "may look at the schema, explain and recur",
    arguments: [
      "PRAGMA table_info(account)", "SELECT * FROM pragma_table_list", "PRAGMA user_version",
      "EXPLAIN QUERY PLAN SELECT * FROM account", "SELECT sql FROM sqlite_schema",
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 9) SELECT * FROM n",
      "PRAGMA integrity_check",
    ])
  func allowed(statement: String) throws { #expect(try !connection.rows(statement).isEmpty) }

  @Test("gives values as they are stored")
  func values() throws {
    #expect(
      try connection.rows("SELECT 1, -2.5, 'a', NULL, x'01ff'")
        == [[.integer(1), .real(-2.5), .text("a"), .null, .bytes([1, 255])]])
    #expect(
      try connection.rows("SELECT ?1, ?2", parameters: [.text("a"), .integer(2)])
        == [[.text("a"), .integer(2)]])
  }

  @Test("gives the rows up to a limit and counts them all")
  func limit() throws {
    var answers = Answers()
    try connection.ask("SELECT id FROM account; SELECT 1", rowLimit: 2, into: &answers)
    #expect(answers.columns == [["id"], ["1"]])
    #expect(answers.rows.map(\.count) == [2, 1])
    #expect(answers.totals == [5, 1])
  }

  @Test("that SQLite does not understand is shown with the place")
  func place() throws {
    let error = connection.error("SELECT 1;\nSELECT 'é', nmae\nFROM account")
    #expect(
      error.map { "\($0)" } == "no such column: nmae\n  SELECT 'é', nmae\n              ^")
    #expect(error?.isBadInput == true)
    #expect(connection.error("SELECT ?1").map { "\($0)" }?.contains("1 parameters") == true)
  }

  /// A question that does not end by itself.
  private let endless =
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"

  @Test("is given up when its time is up")
  func timeLimit() throws {
    #expect(connection.error(endless, timeLimitSeconds: 0.1) == .outOfTime(seconds: 0.1))
    #expect(try connection.value("SELECT 1") == .integer(1), "the next question has its own time")
  }

  @Test("ends when somebody asks to stop")
  func interrupt() throws {
    var asked = 0
    let error = connection.error(endless) { _ in
      asked += 1
      return asked < 3
    }
    #expect(error == .interrupted)
    #expect(asked == 3)
  }

  @Test("of a file that is no run's is refused as elsewhere")
  func otherFile() throws {
    try folder.write(Data("no database, but as long as one's head is".utf8), to: "other")
    #expect(throws: StorageError.self) {
      _ = try QueryConnection(opening: folder.path + "/other")
    }
    #expect(throws: StorageError.missing(path: folder.path + "/none")) {
      _ = try QueryConnection(opening: folder.path + "/none")
    }
  }
}

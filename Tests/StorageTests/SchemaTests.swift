import GRDB
import Testing

@testable import Storage

@Suite("The database refuses what makes no sense") struct SchemaTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func database() throws -> DatabaseQueue {
    try SmallRun.write(to: folder.run, rowsPerChunk: 4)
    return try DatabaseQueue(path: folder.run)
  }

  @Test(
    "bad rows are refused",
    arguments: [
      "UPDATE run SET status = 'done'",
      """
      INSERT INTO run
      SELECT 2, status, '', '', '', seed, start_date, 1, 1, 1, recording, 1, 1, NULL FROM run
      """,
      "UPDATE run SET recording = 'some'", "UPDATE run SET held = 12",
      "UPDATE run SET recording = 'none', held = 14", "UPDATE run SET recording = 'none'",
      "UPDATE run SET digest = 'short'", "UPDATE event_chunk SET numbers = x'00'",
      "UPDATE run SET seed = '-1'", "UPDATE run SET start_date = '1 April'",
      "INSERT INTO place VALUES (9, 'Nowhere', 91, 0, 1)",
      "INSERT INTO place VALUES (9, '', 51, 0, 1)",
      "INSERT INTO focus VALUES (9, 0, 77)", "INSERT INTO platform VALUES (256, 'other')",
      "INSERT INTO platform VALUES (9, 'main')", "UPDATE account SET platform = 9",
      "UPDATE account SET platform = NULL", "UPDATE account SET declared_age = 'thirteen'",
      "UPDATE account SET latitude = NULL WHERE id = 0",
      "INSERT INTO friendship VALUES (2, 1, 0, NULL)",
      "INSERT INTO friendship VALUES (0, 2, 9, 8)", "INSERT INTO friendship VALUES (0, 99, 9, 10)",
      "INSERT INTO friendship SELECT * FROM friendship",
      "INSERT INTO request VALUES (3, 2, 5, NULL, 1, 0)",
      "INSERT INTO request VALUES (3, 2, 5, 6, 0, 0)",
      "INSERT INTO request VALUES (3, 2, 5, 6, 5, 0)",
      "INSERT INTO request VALUES (3, 3, 5, 6, 1, 0)", "INSERT INTO follow VALUES (1, 1, 0)",
      "INSERT INTO block VALUES (1, 99, 0)", "INSERT INTO report VALUES (1, 1, 0)",
      "INSERT INTO conversation VALUES (1, 2, 8, 7, 1, 1)",
      "UPDATE event_chunk SET counts = x'00'", "UPDATE event_chunk SET last_time = -5",
      "UPDATE event_chunk SET times = 'text'", "INSERT INTO truth_account VALUES (9, 0, 0)",
      "UPDATE truth_account SET groomer = 2", "UPDATE truth_person SET sex = 2",
      "UPDATE truth_person SET household = -1", "UPDATE truth_person SET class = -1",
      "UPDATE truth_person SET school = NULL WHERE class = 0",
      "INSERT INTO truth_meeting VALUES (3, 2, 5)", "INSERT INTO truth_meeting VALUES (0, 99, 5)",
      "INSERT INTO truth_meeting VALUES (0, 1, -1)",
      "INSERT INTO truth_profile VALUES (9, 'direct')", "INSERT INTO truth_groomer VALUES (1, 9)",
      "INSERT INTO truth_stage VALUES (7, 0, 0)", "UPDATE truth_case SET child = groomer",
      "INSERT INTO alert VALUES (9, 0, 'cues', 1, 1, 1, 1, 1.0)",
      "INSERT INTO alert_reason VALUES (1, 9, 0, 'name', 1.0, '')",
      "INSERT INTO alert_event VALUES (1, 0, 9, 0, 1)",
      "INSERT INTO metric VALUES (9, 'all', 'm', 'days', 1.0, NULL, NULL, NULL, NULL)",
      "INSERT INTO metric VALUES (1, '', 'm', 'days', 1.0, NULL, NULL, NULL, NULL)",
      "INSERT INTO metric VALUES (1, 'all', 'm', 'days', 1.0, NULL, NULL, -1, NULL)",
      "INSERT INTO metric VALUES (1, 'all', 'm', 'days', 1.0, NULL, NULL, 2, 1)",
      "INSERT INTO replay_detector VALUES (9, 0, 'cues')",
      "INSERT INTO replay_detector VALUES (1, -1, 'new')",
      "INSERT INTO replay_detector VALUES (1, 9, 'cues')",
      "INSERT INTO replay_detector VALUES (1, 9, '')",
      "INSERT INTO code VALUES ('role', 256, 'emperor')",
    ])
  func refused(statement: String) throws {
    let queue = try database()
    #expect {
      try queue.write { try $0.execute(sql: statement) }
    } throws: { error in
      (error as? DatabaseError)?.resultCode == .SQLITE_CONSTRAINT
    }
  }

  @Test("the bulk load leaves no reference that leads nowhere, and no broken page")
  func integrity() throws {
    let queue = try database()
    let strays = try queue.read { try Row.fetchAll($0, sql: "PRAGMA foreign_key_check") }
    #expect(strays == [])
    let verdict = try queue.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") }
    #expect(verdict == ["ok"])
  }

  @Test("no column can hold a message's text: these are all that hold any")
  func textColumns() throws {
    let columns = try database().read { database in
      try Table.all.flatMap { table in
        try database.columns(in: table.name).filter { !["INTEGER", "REAL"].contains($0.type) }
          .map { "\(table.name).\($0.name) \($0.type)" }
      }
    }
    #expect(
      columns == [
        "run.status TEXT", "run.tocsin_version TEXT", "run.scenario_name TEXT",
        "run.scenario_yaml TEXT", "run.seed TEXT", "run.start_date TEXT", "run.recording TEXT",
        "run.digest TEXT", "code.domain TEXT", "code.name TEXT", "place.name TEXT",
        "platform.name TEXT", "event_chunk.numbers BLOB", "event_chunk.kinds BLOB",
        "event_chunk.times BLOB", "event_chunk.actors BLOB", "event_chunk.targets BLOB",
        "event_chunk.details BLOB", "event_chunk.counts BLOB", "truth_profile.name TEXT",
        "truth_hardness.profile TEXT",
        "truth_hardness.measure TEXT", "truth_hardness.against TEXT",
        "truth_hardness.feature TEXT", "replay.settings TEXT",
        "replay_detector.name TEXT", "alert.detector TEXT", "alert_reason.name TEXT",
        "alert_reason.unit TEXT", "metric.detector TEXT", "metric.name TEXT", "metric.unit TEXT",
        "seal.name TEXT",
      ])
  }

  @Test("the catalogue of tables is the whole schema, every table strict")
  func catalogue() throws {
    try database().read { database in
      let names = try String.fetchSet(
        database, sql: "SELECT name FROM pragma_table_list WHERE strict AND schema = 'main'")
      #expect(names == Set(Table.all.map(\.name)))
      let loose = try String.fetchAll(
        database,
        sql: """
          SELECT name FROM pragma_table_list
          WHERE type = 'table' AND NOT strict AND schema = 'main' AND name NOT LIKE 'sqlite_%'
          """)
      #expect(loose == ["grdb_migrations"], "the migrator's own")
    }
  }
}

import GRDB
public import Vocabulary

/// Results of many jobs as a database of rows: jobs, what was set in each, and their metrics.
public enum ResultDatabase {
  /// SQLite's `application_id` of such a file.
  ///
  /// Our choice: the bytes `Tocr`, read as a big-endian number.
  static let applicationID: UInt32 = 0x546F_6372

  /// Takes in the results of one job after the other.
  public struct Inserter {
    fileprivate let job: Statement
    fileprivate let setting: Statement
    fileprivate let metric: Statement

    /// Adds the result of a job.
    ///
    /// - Parameters:
    ///   - number: which it is, from 1.
    ///   - scenario: the scenario file.
    ///   - seed: the seed; nil for that of the file.
    ///   - version: the version of Tocsin.
    ///   - settings: keys that differ between jobs, with their values.
    ///   - metrics: what was measured.
    ///   - error: why nothing was.
    /// - Throws: what SQLite refuses.
    public func add(
      _ number: Int, scenario: String, seed: Int?, version: String,
      settings: [(key: String, value: String)], metrics: [MetricRow], error: String?
    ) throws {
      try job.execute(arguments: [number, scenario, seed, version, error])
      for (key, value) in settings { try setting.execute(arguments: [number, key, value]) }
      for row in metrics {
        try metric.execute(arguments: [
          number, row.detector, row.name, row.unit, row.value, row.low, row.high, row.count,
          row.total,
        ])
      }
    }
  }

  /// Writes a database, which appears when it is complete.
  ///
  /// - Parameters:
  ///   - path: where; no file is replaced.
  ///   - fill: adds the results.
  /// - Throws: `alreadyThere`; `diskFull` and other failures to write; what `fill` throws.
  public static func write(to path: String, _ fill: (Inserter) throws -> Void) throws {
    let file = try PartialFile(for: path, replaces: .nothing)
    do {
      let queue = try DatabaseQueue(path: FileSystem.nameForSQLite(file.partialPath))
      try queue.writeWithoutTransaction { database in
        try database.execute(
          sql: """
            PRAGMA application_id = \(applicationID); PRAGMA journal_mode = OFF;
            PRAGMA synchronous = OFF
            """)
      }
      try migrator.migrate(queue)
      try queue.writeWithoutTransaction { database in
        try database.inTransaction {
          try fill(
            Inserter(
              job: database.makeStatement(sql: "INSERT INTO job VALUES (?, ?, ?, ?, ?)"),
              setting: database.makeStatement(sql: "INSERT INTO setting VALUES (?, ?, ?)"),
              metric: database.makeStatement(
                sql: "INSERT INTO metric VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")))
          return .commit
        }
      }
      try queue.close()
    } catch let error as DatabaseError {
      throw StorageError(error, path: path)
    }
    try file.publish()
  }

  /// The format, as a list of migrations that only grows.
  private static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1: jobs, settings, metrics") { database in
      try database.execute(
        sql: """
          CREATE TABLE job ( -- A world that was asked for.
            id INTEGER PRIMARY KEY, -- its place among the jobs, from 1
            scenario TEXT NOT NULL, -- the scenario file
            seed INTEGER, -- NULL for that of the file
            version TEXT NOT NULL, -- of Tocsin
            error TEXT -- why nothing was measured; NULL where it was
          ) STRICT;
          CREATE TABLE setting ( -- What distinguishes a job's point from others.
            job INTEGER NOT NULL REFERENCES job (id),
            key TEXT NOT NULL,
            value TEXT NOT NULL,
            PRIMARY KEY (job, key)
          ) STRICT, WITHOUT ROWID;
          CREATE TABLE metric ( -- What a detector did in a world.
            job INTEGER NOT NULL REFERENCES job (id),
            detector TEXT NOT NULL, -- 'any' for all together
            name TEXT NOT NULL,
            unit TEXT NOT NULL,
            value REAL, -- NULL where it is undefined or infinite
            low REAL,
            high REAL,
            count INTEGER,
            total INTEGER,
            PRIMARY KEY (job, detector, name)
          ) STRICT, WITHOUT ROWID;
          PRAGMA user_version = 1;
          """)
    }
    return migrator
  }
}

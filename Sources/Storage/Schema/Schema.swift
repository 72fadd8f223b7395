import GRDB

/// The format of a run's file, as a list of migrations that only grows.
enum Schema {
  /// The version that this code writes, and the newest it reads: how many migrations there are.
  static let version = 1

  /// The index that answers who the friends of an account are from the higher side of the pair.
  ///
  /// Made after the load: an index kept up to date during it costs more than the rows.
  static let indexes = [
    "CREATE INDEX friendship_by_higher ON friendship (higher, lower)"
  ]

  /// Makes an empty database into an empty run, or one that has no place for the truth.
  static func create(in queue: DatabaseQueue, withTruth: Bool = true) throws {
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA application_id = \(FileSignature.applicationID)")
    }
    try migrator(withTruth: withTruth).migrate(queue)
  }

  private static func migrator(withTruth: Bool) -> DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1: nodes, stream, edges, truth, replays and views") { database in
      for table in Table.firstFormat where withTruth || !table.isTruth {
        try database.execute(sql: table.sql)
      }
      for view in View.all where withTruth || !view.isTruth {
        try database.execute(sql: view.sql)
      }
      try database.execute(sql: "PRAGMA user_version = 1")
    }
    return migrator
  }
}

import GRDB

extension RunFile {
  /// Writes a copy of what a platform knows: nodes, edges and events, no truth and no replays.
  ///
  /// The copy is filled table by table, so that no page of it ever held anything else. It says a
  /// name and scenario that are given, and the seed 0: with its own, the truth could be made again.
  ///
  /// - Parameters:
  ///   - output: where it goes, in place of an earlier copy; a run with its truth is left alone.
  ///   - name: what the copy calls its scenario.
  ///   - scenarioYAML: as much of the scenario as may be known.
  ///   - keepGoing: asked several times a second, with the table at hand; whether to go on.
  /// - Throws: `overSource`; `alreadyThere`; `stopped`; as `RunFileWriter` for the output.
  public func writeBlindCopy(
    to output: String, name: String, scenarioYAML: String,
    keepGoing: @escaping (_ table: String) -> Bool
  ) throws(StorageError) {
    guard FileSystem.resolved(output) != FileSystem.resolved(path) else {
      throw .overSource(path: output)
    }
    let file = try PartialFile(for: output, busySeconds: 5)
    if let earlier = try? RunFile(opening: output), earlier.hasTruth {
      throw .alreadyThere(path: output)
    }
    var table = ""
    let clock = QueryClock(limitSeconds: nil) { _ in keepGoing(table) }
    do {
      let copy = try DatabaseQueue(path: FileSystem.nameForSQLite(file.partialPath))
      try Schema.create(in: copy, withTruth: false)
      try copy.writeWithoutTransaction { database in
        // Rows come from a run, which has checked them; a killed copy is never used.
        try database.execute(
          sql: """
            PRAGMA foreign_keys = OFF; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
            ATTACH ? AS source
            """, arguments: [FileSystem.nameForSQLite(path)])
        try database.inTransaction {
          try database.timed(by: clock) {
            for copied in Table.platformsOwn {
              table = copied.name
              try database.execute(
                sql: "INSERT INTO main.\(table) SELECT * FROM source.\(table)")
            }
            try database.insertBlindRun(name: name, scenarioYAML: scenarioYAML)
            for index in Schema.indexes { try database.execute(sql: index) }
            table = Table.seal.name
            try database.sealRun(withTruth: false)
          }
          return .commit
        }
      }
      try copy.close()
    } catch {
      throw clock.verdict == nil ? StorageError(error, path: output) : .stopped(path: output)
    }
    try file.publish()
  }
}

extension Table {
  /// What a blind copy holds as it is: all but the truth, what detectors made of it, and `run`.
  fileprivate static let platformsOwn: [Table] = all.filter { table in
    !table.isTruth && table.replayColumn == nil && ![run.name, seal.name].contains(table.name)
  }
}

extension Database {
  /// Says of the run what may be known.
  ///
  /// Nothing else is ever written in its place: what an update replaces can stay in the page.
  fileprivate func insertBlindRun(name: String, scenarioYAML: String) throws {
    try execute(
      sql: """
        INSERT INTO main.run
        SELECT id, status, tocsin_version, ?, ?, '0', start_date, days, end_time, accounts,
          recording, events, held, digest
        FROM source.run
        """, arguments: [name, scenarioYAML])
  }
}

import GRDB
public import Vocabulary

extension RunFile {
  /// Writes the events that the file holds into a database of their own, a row each.
  ///
  /// The table `event` has numbers; `event_view` has names in their place, and is plain SQL.
  ///
  /// - Parameters:
  ///   - moment: the moment before which they happened; nothing for all.
  ///   - output: where; no file is replaced.
  ///   - keepGoing: asked often, with how many events are written; whether to go on.
  /// - Throws: `stopped`; `alreadyThere`; `corrupt`; `diskFull` and other failures to write.
  /// - Complexity: a pass over the events, in the memory of one chunk and SQLite's cache.
  public func writeEventTable(
    before moment: SimTime? = nil, to output: String, keepGoing: (_ written: Int) -> Bool
  ) throws(StorageError) {
    let file = try PartialFile(for: output, replaces: .nothing)
    var source = events()
    let header = try header()
    do {
      let rows = try DatabaseQueue(path: FileSystem.nameForSQLite(file.partialPath))
      try rows.writeWithoutTransaction { database in
        // A killed copy is never used. Large pages: fewer of them to make.
        try database.execute(
          sql: """
            PRAGMA page_size = 65536; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
            PRAGMA locking_mode = EXCLUSIVE
            """)
        try database.inTransaction {
          for sql in EventTable.all { try database.execute(sql: sql) }
          try database.insertCodes(of: ["cue-bit", "event-kind"])
          try database.execute(
            sql: "INSERT INTO run (id, start_date) VALUES (1, ?)", arguments: [header.startDate])
          try database.insertEvents(of: &source, before: moment) { written throws(StorageError) in
            guard keepGoing(written) else { throw .stopped(path: output) }
          }
          return .commit
        }
      }
      try rows.close()
    } catch let error as StorageError {
      throw error
    } catch {
      throw StorageError(error, path: output)
    }
    try file.publish()
  }
}

/// The statements that make a database of event rows.
private enum EventTable {
  static let columns = ["number", "time", "kind", "actor", "target", "detail", "count"]

  static let all = [
    Table.code.sql,
    """
    CREATE TABLE run ( -- Always one row.
      id INTEGER PRIMARY KEY CHECK (id = 1),
      start_date TEXT NOT NULL -- times count seconds from its midnight
    ) STRICT
    """,
    """
    CREATE TABLE event ( -- What happened, in order; a run's rows, which need no checks.
      number INTEGER PRIMARY KEY, -- in the run
      time INTEGER, -- seconds since the start
      kind INTEGER, -- code 'event-kind'
      actor INTEGER, -- an account
      target INTEGER, -- an account; NULL of a post
      detail INTEGER, -- a message's cue bits, a post's serial
      count INTEGER -- how many
    )
    """,
    """
    CREATE VIEW event_view AS -- An event with names, as tocsin's events() has it.
    SELECT number, time, \(View.calendar("time")) AS calendar,
      \(View.code("event-kind", "kind")) AS kind, actor, target,
      iif(kind IN (\(serialKinds)), detail, NULL) AS serial,
      iif(kind = \(EventKind.message.rawValue), coalesce(
        (SELECT group_concat(name, ', ') FROM
          (SELECT name FROM code WHERE domain = 'cue-bit' AND detail >> value & 1 ORDER BY value)),
        ''), NULL) AS cues,
      count
    FROM event
    """,
  ]

  private static let serialKinds = "\(EventKind.post.rawValue), \(EventKind.view.rawValue)"
}

extension Database {
  /// Adds the events of a source as rows, and asks after each of its batches whether to go on.
  fileprivate func insertEvents(
    of source: inout FileEventSource, before moment: SimTime?,
    check: (_ written: Int) throws(StorageError) -> Void
  ) throws {
    var log = EventLog()
    var written = 0
    var next: Int?
    while try source.next(into: &log) {
      let end = moment.map { log.count(before: $0) } ?? log.count
      // A number one above the last is not written: SQLite would look it up first.
      let isNext = log.numbers.isEmpty && log.firstID == next
      let columns = isNext ? Array(EventTable.columns.dropFirst()) : EventTable.columns
      let time: Int32 = isNext ? 0 : 1
      try load("event", columns: columns, rows: end) { row, cells in
        if !isNext { cells.bind(log.number(of: row), to: 0) }
        cells.bind(log.times[row], to: time)
        cells.bind(log.kinds[row], to: time + 1)
        cells.bind(log.actors[row], to: time + 2)
        let target = log.targets[row]
        cells.bind(target == AccountID.none.rawValue ? nil : target, to: time + 3)
        cells.bind(log.details[row], to: time + 4)
        cells.bind(log.counts[row], to: time + 5)
      }
      next = log.nextID
      written += end
      try check(written)
      guard end == log.count else { return }
    }
  }
}

extension EventLog {
  /// How many events happened before a moment.
  fileprivate borrowing func count(before moment: SimTime) -> Int {
    times.count { $0 < moment.rawValue }
  }
}

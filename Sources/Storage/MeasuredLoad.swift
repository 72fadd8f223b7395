import GRDB
public import Vocabulary

/// Parts of writing a file, each by itself, for benchmarks to hold against other programs.
///
/// Every one makes a new database with the settings of `RunFileWriter`, and the time goes from the
/// beginning of its one transaction to its end.
@_spi(Benchmarks) public enum MeasuredLoad {
  /// How long rows of whole numbers take to load.
  ///
  /// - Parameters:
  ///   - path: the database, which must not exist.
  ///   - create: the statement that makes the table.
  ///   - table: its name.
  ///   - columns: the names of its columns.
  ///   - values: rows one after the other; the least number there is stands for NULL.
  ///   - indexes: statements that make its indexes, afterwards and not measured.
  /// - Returns: the time of the transaction.
  /// - Throws: what SQLite refuses.
  public static func rows(
    path: String, create: String, table: String, columns: [String], values: [Int64],
    indexes: [String] = []
  ) throws -> Duration {
    let width = columns.count
    return try measure(path, create, then: indexes) { database in
      try database.load(table, columns: columns, rows: values.count / width) { row, cells in
        for column in 0..<width {
          let value = values[row * width + column]
          cells.bind(value == .min ? nil : value, to: Int32(column))
        }
      }
    }
  }

  /// How long a stream takes to be cut into chunks and these to be stored.
  ///
  /// - Parameters:
  ///   - path: the database, which must not exist.
  ///   - log: the events, taken in at once.
  /// - Returns: the time of the transaction.
  /// - Throws: what SQLite refuses.
  public static func chunks(path: String, of log: borrowing EventLog) throws -> Duration {
    var writer = EventChunkWriter(rowsPerChunk: RunFileWriter.defaultRowsPerChunk)
    return try measure(path, Table.eventChunk.sql) { database in
      try writer.append(log, to: database)
      try writer.flush(to: database)
    }
  }

  private static func measure(
    _ path: String, _ create: String, then indexes: [String] = [],
    _ load: (Database) throws -> Void
  ) throws -> Duration {
    let queue = try DatabaseQueue(path: FileSystem.nameForSQLite(path))
    return try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA synchronous = OFF")
      try database.execute(sql: "PRAGMA foreign_keys = OFF")
      try database.execute(sql: create)
      let duration = try ContinuousClock().measure {
        try database.inTransaction {
          try load(database)
          return .commit
        }
      }
      for index in indexes { try database.execute(sql: index) }
      return duration
    }
  }
}

import GRDB
import Vocabulary

/// How the stream is cut into rows of `event_chunk`.
enum EventChunks {
  static let insert = """
    INSERT INTO event_chunk (first_id, count, first_time, last_time, numbers,
      kinds, times, actors, targets, details, counts)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """

  static let select = """
    SELECT first_id, count, first_time, last_time, numbers,
      kinds, times, actors, targets, details, counts
    FROM event_chunk WHERE first_id >= ? ORDER BY first_id LIMIT 1
    """
}

/// Collects events until they fill a chunk.
///
/// Where chunks end depends on the events before them only, not on how these were handed over.
struct EventChunkWriter {
  private let rowsPerChunk: Int
  private var pending = EventLog()
  private var written = 0

  init(rowsPerChunk: Int) {
    precondition(rowsPerChunk > 0, "a chunk needs room for at least one event")
    self.rowsPerChunk = rowsPerChunk
  }

  /// How many events were handed over so far.
  var eventCount: Int { written + pending.count }

  /// Takes events over and writes the chunks they fill.
  mutating func append(_ log: borrowing EventLog, to database: Database) throws {
    var next = 0
    if !pending.isEmpty {
      next = min(rowsPerChunk - pending.count, log.count)
      pending.append(log, rows: 0..<next)
      guard pending.count == rowsPerChunk else { return }
      try flush(to: database)
    }
    while log.count - next >= rowsPerChunk {
      try database.insertChunk(log, rows: next..<next + rowsPerChunk)
      next += rowsPerChunk
      written += rowsPerChunk
    }
    pending.append(log, rows: next..<log.count)
  }

  /// Writes what is left.
  mutating func flush(to database: Database) throws {
    guard !pending.isEmpty else { return }
    try database.insertChunk(pending, rows: 0..<pending.count)
    written += pending.count
    pending.removeAll(nextID: pending.nextID)
  }
}

import GRDB
import State
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
  /// The last chunk that an interrupted writer of the same stream has written, if there was one.
  ///
  /// Those up to it are not written again, as they would be the same.
  private var lastStored = -1
  /// The seals of all chunks; nothing where an earlier writer wrote some.
  private(set) var seals: [Seal]? = []
  /// What the last seal was made of.
  private var sealed: [UInt8] = []

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
      try insert(log, rows: next..<next + rowsPerChunk, to: database)
      next += rowsPerChunk
      written += rowsPerChunk
    }
    pending.append(log, rows: next..<log.count)
  }

  /// Writes what is left.
  mutating func flush(to database: Database) throws {
    guard !pending.isEmpty else { return }
    try insert(pending, rows: 0..<pending.count, to: database)
    written += pending.count
    pending.removeAll(nextID: pending.nextID)
  }

  private mutating func insert(
    _ log: borrowing EventLog, rows: Range<Int>, to database: Database
  ) throws {
    guard log.number(of: rows.lowerBound) > lastStored else { return }
    try database.insertChunk(log, rows: rows, sealing: &sealed)
    seals?.append(Seal(rows: 1, checksum: Checksum.of(sealed)))
  }
}

extension EventChunkWriter {
  /// Writes down where it is.
  func save(to state: inout StateWriter) {
    state.write(rowsPerChunk)
    state.write(written)
    state.write(pending.firstID)
    state.write(pending.numbers)
    state.write(pending.times)
    state.write(pending.kinds)
    state.write(pending.actors)
    state.write(pending.targets)
    state.write(pending.details)
    state.write(pending.counts)
  }

  /// Goes on from where it was, in the database of then or of some time after.
  mutating func restore(
    from state: inout StateReader, in database: Database
  ) throws {
    guard try state.read() == rowsPerChunk else { throw StateMismatch() }
    written = try state.read()
    pending = EventLog(
      firstID: try state.read(), numbers: try state.readAll(), times: try state.readAll(),
      kinds: try state.readAll(), actors: try state.readAll(), targets: try state.readAll(),
      details: try state.readAll(), counts: try state.readAll())
    let stored = "SELECT total(count) FROM event_chunk WHERE first_id < ?"
    guard try Int.fetchOne(database, sql: stored, arguments: [pending.firstID]) == written else {
      throw StateMismatch()
    }
    lastStored = try Int.fetchOne(database, sql: "SELECT max(first_id) FROM event_chunk") ?? -1
    seals = nil
  }
}

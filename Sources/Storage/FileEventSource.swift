import GRDB
public import Vocabulary

/// The events that a run's file holds, read a chunk at a time.
///
/// Memory is that of one chunk, and the log's is used again.
public struct FileEventSource: EventSource, Sendable {
  private let path: String
  private let queue: DatabaseQueue
  private let run: StoredRun
  private var next = 0
  private var count = 0
  /// When and what the last event was.
  private var last = (time: Int32.min, kind: UInt8.min)

  init(path: String, queue: DatabaseQueue, run: StoredRun) {
    self.path = path
    self.queue = queue
    self.run = run
  }

  /// Replaces the log's rows with the next events of the run.
  ///
  /// - Returns: whether there were any more events.
  /// - Throws: `StorageError.corrupt` if a chunk is missing, cut short or contradicts itself.
  public mutating func next(into log: inout EventLog) throws(StorageError) -> Bool {
    var columns = EventColumns(takenFrom: &log)
    let event = next
    let first = try StorageError.naming(path) {
      try queue.writeWithoutTransaction { database in
        try database.readChunk(from: event, into: &columns)
      }
    }
    guard let first else {
      guard count == run.held else {
        throw .corrupt(path: path, detail: "\(count) of \(run.held) events are there")
      }
      log.removeAll(nextID: next)
      return false
    }
    let isWhole = run.header.recording == .all
    guard !isWhole || first == next else {
      throw .corrupt(path: path, detail: "events \(next) to \(first - 1) are missing")
    }
    if let defect = columns.defect(accounts: run.accounts) {
      throw .corrupt(path: path, detail: "from event \(first) on, \(defect)")
    }
    log = columns.log(firstID: first)
    guard log.nextID <= run.events, !isWhole || log.numbers.isEmpty else {
      throw .corrupt(path: path, detail: "from event \(first) on, numbers are not the run's")
    }
    if let time = log.times.first, let kind = log.kinds.first, (time, kind) < last {
      throw .corrupt(path: path, detail: "from event \(first) on, events are before earlier ones")
    }
    if let time = log.times.last, let kind = log.kinds.last { last = (time, kind) }
    count += log.count
    next = log.nextID
    return true
  }
}

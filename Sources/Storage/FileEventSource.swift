import GRDB
public import Vocabulary

/// The events of a run, read from its file a chunk at a time.
///
/// Memory is that of one chunk, and the log's is used again.
public struct FileEventSource: EventSource, Sendable {
  private let path: String
  private let queue: DatabaseQueue
  private let accounts: Int
  private var next = 0

  init(path: String, queue: DatabaseQueue, accounts: Int) {
    self.path = path
    self.queue = queue
    self.accounts = accounts
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
      log.removeAll(nextID: next)
      return false
    }
    guard first == next else {
      throw .corrupt(path: path, detail: "events \(next) to \(first - 1) are missing")
    }
    if let defect = columns.defect(accounts: accounts) {
      throw .corrupt(path: path, detail: "from event \(first) on, \(defect)")
    }
    next += columns.times.count
    log = columns.log(firstID: first)
    return true
  }
}

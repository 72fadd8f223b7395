/// Where events come from: memory, a file, or a simulation that is still running.
///
/// Events come in their total order, or in that of their arrival, a run of rows at a time. A consumer sees the rows it is
/// handed and nothing after them.
public protocol EventSource {
  /// Replaces the log's rows with the next events of the run.
  ///
  /// - Parameter log: emptied and filled; its memory is reused, and its numbers are set.
  /// - Returns: whether there were any more events.
  /// - Throws: what reading can throw; memory throws nothing.
  mutating func next(into log: inout EventLog) throws -> Bool
}

/// A source that hands out a log held in memory.
public struct MemoryEventSource: EventSource {
  private let log: EventLog
  private let rowsPerCall: Int
  private var position = 0

  /// Makes a source of a log's events.
  ///
  /// - Parameters:
  ///   - log: the events.
  ///   - rowsPerCall: how many events a call hands out at most; at least 1.
  public init(_ log: EventLog, rowsPerCall: Int = 65_536) {
    precondition(rowsPerCall > 0, "a source must hand out at least one event a call")
    self.log = log
    self.rowsPerCall = rowsPerCall
  }

  /// Hands out the next rows.
  public mutating func next(into batch: inout EventLog) -> Bool {
    batch.removeAll(nextID: position < log.count ? log.number(of: position) : log.nextID)
    let rows = position..<min(position + rowsPerCall, log.count)
    batch.append(log, rows: rows)
    position = rows.upperBound
    return !rows.isEmpty
  }
}

public import Storage
public import Vocabulary

/// What two accounts did to each other in a file's run.
public enum PairEvents {
  /// Every event between two accounts, in order.
  ///
  /// Read from the file where it holds them all; the run is made again where it does not.
  ///
  /// - Parameters:
  ///   - a: one of the two.
  ///   - b: the other.
  ///   - file: the file.
  ///   - watch: told how far the stream is, and asked whether to stop.
  ///   - threads: how many threads may work; changes no event.
  /// - Returns: the events, each with its number in the run.
  /// - Throws: `StorageError`; `RemakingError`; `Interrupted`.
  /// - Complexity: a pass over the events.
  public static func between(
    _ a: AccountID, _ b: AccountID, in file: RunFile, _ watch: Watch, threads: Int
  ) throws -> EventLog {
    if try file.holdsEveryEvent(between: a, b) {
      var stored = file.events()
      return try between(a, b, in: &stored, total: file.eventCount, watch)
    }
    var whole = try WholeStream(of: file, for: .events, watch, threads: threads)
    return try between(a, b, in: &whole, total: file.eventCount, watch)
  }

  private static func between(
    _ a: AccountID, _ b: AccountID, in source: inout some EventSource, total: Int, _ watch: Watch
  ) throws -> EventLog {
    let (first, second) = (a.rawValue, b.rawValue)
    var between = EventLog()
    var log = EventLog()
    while try source.next(into: &log) {
      try watch.check(
        StageProgress(stage: .events, done: log.firstID, total: total, events: log.firstID))
      for row in 0..<log.count {
        let (actor, target) = (log.actors[row], log.targets[row])
        guard actor == first && target == second || actor == second && target == first else {
          continue
        }
        between.append(log, rows: row..<row + 1)
      }
    }
    return between
  }
}

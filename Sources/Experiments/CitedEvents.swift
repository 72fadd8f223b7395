public import Storage
public import Vocabulary

/// Events of a file's run by their numbers.
public enum CitedEvents {
  /// The events with given numbers, as they happened.
  ///
  /// Read from the file; where it does not hold all of them, the run is made again.
  ///
  /// - Parameters:
  ///   - numbers: their numbers in the run.
  ///   - file: the file.
  ///   - watch: told how far the stream is, and asked whether to stop.
  ///   - threads: how many threads may work; changes no event.
  /// - Returns: the events that were found, by number; fewer if there are no such events.
  /// - Throws: `StorageError`; `RemakingError`; `Interrupted`.
  /// - Complexity: a pass over the events up to the last of them.
  public static func numbered(
    _ numbers: Set<Int>, in file: RunFile, _ watch: Watch, threads: Int
  ) throws -> [Int: Event] {
    var stored = file.events()
    let found = try events(numbers, in: &stored, total: file.eventCount, watch)
    guard found.count < numbers.count, file.streamDigest != nil else { return found }
    var whole = try WholeStream(of: file, for: .events, watch, threads: threads)
    return try events(numbers, in: &whole, total: file.eventCount, watch)
  }

  private static func events(
    _ numbers: Set<Int>, in source: inout some EventSource, total: Int, _ watch: Watch
  ) throws -> [Int: Event] {
    let last = numbers.max() ?? -1
    var found: [Int: Event] = [:]
    var log = EventLog()
    while found.count < numbers.count, try source.next(into: &log) {
      try watch.check(
        StageProgress(stage: .events, done: log.firstID, total: total, events: log.firstID))
      guard log.count > 0 else { continue }
      for row in 0..<log.count where numbers.contains(log.number(of: row)) {
        found[log.number(of: row)] = log[row]
      }
      if log.number(of: log.count - 1) > last { break }
    }
    return found
  }
}

import Activity
public import Storage
public import Vocabulary

/// Every event of a file's run, as it happened.
///
/// Read from the file where it holds them all. Where it does not, the run is made again from the
/// world and the scenario in the file, and held against the count and the digest that the run left
/// behind; the tables and graphs that the scenario names need not be there.
public struct WholeStream: EventSource {
  private let file: RunFile
  private let stage: StageProgress.Stage
  private let watch: Watch
  private var stored: FileEventSource?
  private var remade: Simulation?
  private var digest = StreamDigest()
  private var count = 0

  /// Begins with the first event.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - stage: what the stream is read for.
  ///   - watch: told how far the stream is, and asked whether to stop.
  ///   - threads: how many threads may work; changes no event.
  /// - Throws: `RemakingError.otherVersion`; `Interrupted`; `StorageError`.
  public init(
    of file: RunFile, for stage: StageProgress.Stage = .replay, _ watch: Watch, threads: Int
  ) throws {
    self.file = file
    self.stage = stage
    self.watch = watch
    guard file.streamDigest != nil else {
      stored = file.events()
      return
    }
    let made = try file.header().tocsinVersion
    guard made == TocsinVersion.current else {
      throw RemakingError.otherVersion(
        path: file.path, made: made, current: TocsinVersion.current)
    }
    try watch.check(StageProgress(stage: .reading, done: 0, total: 0, events: 0))
    remade = try file.scenario().simulation(of: file.world(), threads: threads)
  }

  /// Replaces the log's rows with the next events.
  ///
  /// - Returns: whether there were any more.
  /// - Throws: `RemakingError.otherEvents` at the end, if those made again are not the run's;
  ///   `Interrupted`; `StorageError`.
  public mutating func next(into log: inout EventLog) throws -> Bool {
    guard try advance(into: &log) else {
      guard remade == nil || isRun else {
        throw RemakingError.otherEvents(path: file.path, made: count, expected: file.eventCount)
      }
      return false
    }
    if remade != nil { digest.update(log) }
    count += log.count
    try watch.check(
      StageProgress(stage: stage, done: count, total: file.eventCount, events: count))
    return true
  }

  private mutating func advance(into log: inout EventLog) throws -> Bool {
    if let more = try stored?.next(into: &log) { return more }
    return remade?.next(into: &log) ?? false
  }

  /// Whether the events made again are, all in all, those of the run.
  private var isRun: Bool {
    count == file.eventCount && digest.hexadecimal() == file.streamDigest
  }
}

/// Why the events that a file does not hold cannot be made again.
public enum RemakingError: Error, Equatable {
  /// Another version of Tocsin made the file, which may draw otherwise.
  case otherVersion(path: String, made: String, current: String)
  /// The events made again are not those of the run.
  case otherEvents(path: String, made: Int, expected: Int)
}

extension RemakingError: CustomStringConvertible {
  /// What was found, what was expected, and what to do.
  public var description: String {
    switch self {
    case .otherVersion(let path, let made, let current):
      "\(path): the file does not hold every event, and Tocsin \(made), which made it, is needed "
        + "to make the others again; this is \(current): use that version, or run the scenario "
        + "again"
    case .otherEvents(let path, let made, let expected):
      "\(path): the file does not hold every event, and those made again are not the run's "
        + "(\(made) events, expected \(expected) with the stored digest); another build made the "
        + "file, or it is damaged: run the scenario again"
    }
  }
}

public import Detection
import Graphs
public import Storage
public import Vocabulary

/// The middle stage of a run: a file's events through detectors.
public struct Replay: Sendable {
  private let file: RunFile
  private let detectors: [DetectorCatalogue.Entry]
  private let settings: DetectionSettings
  private let batchRows: Int
  private let threads: Int

  /// Prepares a replay.
  ///
  /// - Parameters:
  ///   - file: a complete file.
  ///   - detectors: which detectors run, in the order in which they are listed.
  ///   - settings: their parameters.
  ///   - batchRows: events a detector is handed at a time; changes no alert.
  ///   - threads: how many threads may work; changes no alert.
  public init(
    of file: RunFile, through detectors: [DetectorCatalogue.Entry], settings: DetectionSettings,
    batchRows: Int, threads: Int
  ) {
    self.file = file
    self.detectors = detectors
    self.settings = settings
    self.batchRows = batchRows
    self.threads = threads
  }

  /// Replays all events, in order.
  ///
  /// - Returns: the alerts, by the event that caused them.
  /// - Throws: `Interrupted`; `StorageError`.
  public func run(_ watch: Watch) throws -> [Alert] {
    let view = PlatformView(
      accounts: try file.declaredAccounts(), friendships: try file.friendshipsAtStart())
    var engine = Engine(
      view: view, detectors: detectors, settings: settings, batchRows: batchRows,
      threads: threads)
    let total = try file.summary().events
    var source = file.events()
    var log = EventLog()
    var done = 0
    while try source.next(into: &log) {
      engine.observe(log)
      done += log.count
      try watch.check(StageProgress(stage: .replay, done: done, total: total, events: done))
    }
    return engine.alerts()
  }
}

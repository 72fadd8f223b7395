public import Detection
import Graphs
public import Storage
public import Vocabulary

/// The middle stage of a run: its events, as they arrive, through detectors.
public struct Replay: Sendable {
  /// Which detectors run, in the order in which they are listed.
  public let detectors: [DetectorCatalogue.Entry]
  /// Their parameters.
  public let settings: DetectionSettings
  private let batchRows: Int
  private let threads: Int

  /// Prepares a replay.
  ///
  /// - Parameters:
  ///   - detectors: which detectors run, in the order in which they are listed.
  ///   - settings: their parameters.
  ///   - batchRows: events a detector is handed at a time; changes no alert.
  ///   - threads: how many threads may work; changes no alert.
  public init(
    through detectors: [DetectorCatalogue.Entry], settings: DetectionSettings, batchRows: Int,
    threads: Int
  ) {
    self.detectors = detectors
    self.settings = settings
    self.batchRows = batchRows
    self.threads = threads
  }

  /// Replays all events of a file's run, made again where the file does not hold them all.
  ///
  /// - Returns: the alerts, in the order in which their causes arrived.
  /// - Throws: `Interrupted`; `StorageError`; `RemakingError`.
  public func alerts(on file: RunFile, _ watch: Watch) throws -> [Alert] {
    let view = PlatformView(
      accounts: try file.declaredAccounts(), friendships: try file.friendshipsAtStart())
    var arrivals = Arrivals(
      of: try WholeStream(of: file, watch, threads: threads), in: try file.scenario())
    return try alerts(on: &arrivals, view: view)
  }

  /// Runs the detectors over events as they arrive.
  ///
  /// - Parameters:
  ///   - arrivals: the events, from the first.
  ///   - view: what the platform knows at the start.
  /// - Returns: the alerts, in the order in which their causes arrived.
  /// - Throws: what the source of the events throws.
  public func alerts<Source>(
    on arrivals: inout Arrivals<Source>, view: PlatformView
  ) throws -> [Alert] {
    var engine = Engine(
      view: view, detectors: detectors, settings: settings, batchRows: batchRows,
      threads: threads)
    var log = EventLog()
    while try arrivals.next(into: &log) { engine.observe(log) }
    return engine.alerts()
  }
}

import Activity
public import Detection
import Graphs
import Settings
public import Storage
public import Vocabulary

/// The middle stage of a run: its events, as they arrive, through detectors.
public struct Replay: Sendable {
  /// Which detectors run, in the order in which they are listed.
  public let detectors: [DetectorCatalogue.Entry]
  /// Their parameters.
  public let settings: DetectionSettings
  private let keeping: AlertSink.Keeping?
  private let batchRows: Int
  private let threads: Int
  private let tell: @Sendable (DetectorProblem) -> Void

  /// Prepares a replay.
  ///
  /// - Parameters:
  ///   - detectors: which detectors run, in the order in which they are listed.
  ///   - settings: their parameters.
  ///   - keeping: which alerts are kept; as the settings have it if nothing is said.
  ///   - batchRows: events a detector is handed at a time; changes no alert.
  ///   - threads: how many threads may work; changes no alert.
  ///   - tell: told at the end what went wrong in detectors, whose alerts before that are kept.
  public init(
    through detectors: [DetectorCatalogue.Entry], settings: DetectionSettings,
    keeping: AlertSink.Keeping? = nil, batchRows: Int = 4_096, threads: Int,
    tell: @escaping @Sendable (DetectorProblem) -> Void = { _ in }
  ) {
    self.detectors = detectors
    self.settings = settings
    self.keeping = keeping
    self.batchRows = batchRows
    self.threads = threads
    self.tell = tell
  }

  /// Replays all events of a file's run, made again where the file does not hold them all.
  ///
  /// - Returns: the alerts, in the order in which their causes arrived.
  /// - Throws: `Interrupted`; `StorageError`; `RemakingError`.
  public func alerts(on file: RunFile, _ watch: Watch) throws -> [Alert] {
    let scenario = try file.scenario()
    let view = try PlatformView(of: file, from: scenario.calendar.start)
    var arrivals = Arrivals(of: try WholeStream(of: file, watch, threads: threads), in: scenario)
    var oracle = looksBack ? try Oracle(of: file) : nil
    return try alerts(on: &arrivals, view: view, beside: &oracle, watch)
  }

  /// Whether a detector looks at a run that is over.
  var looksBack: Bool { detectors.contains(where: \.isOracle) }

  /// Runs the detectors over events as they arrive.
  ///
  /// - Parameters:
  ///   - arrivals: the events, from the first.
  ///   - view: what the platform knows at the start.
  ///   - watch: asked whether to stop.
  /// - Returns: the alerts, in the order in which their causes arrived.
  /// - Throws: what the source of the events throws; `Interrupted`.
  public func alerts<Source>(
    on arrivals: inout Arrivals<Source>, view: PlatformView, _ watch: Watch = Watch()
  ) throws -> [Alert] {
    var noOracle: Oracle?
    return try alerts(on: &arrivals, view: view, beside: &noOracle, watch)
  }

  private func alerts<Source>(
    on arrivals: inout Arrivals<Source>, view: PlatformView, beside oracle: inout Oracle?,
    _ watch: Watch
  ) throws -> [Alert] {
    var engine = Engine(
      view: view, detectors: detectors, settings: settings, keeping: keeping,
      batchRows: batchRows, threads: threads)
    var log = EventLog()
    while try arrivals.next(into: &log) {
      watch.timed(.detect) {
        engine.observe(log)
        oracle?.consume(log)
      }
    }
    let alerts = watch.timed(.detect) { engine.alerts() }
    // A detector in another program that is waited for is let go when the run is to stop.
    guard watch.mayGoOn(.replay, detail: "") else { throw Interrupted() }
    for (detector, words) in engine.problems {
      tell(DetectorProblem(detector: detector, words: words))
    }
    guard let known = oracle?.alerts else { return alerts }
    return (alerts + known).enumerated()
      .sorted {
        ($0.element.time, $0.element.cause, $0.offset)
          < ($1.element.time, $1.element.cause, $1.offset)
      }
      .map(\.element)
  }

  /// What the file keeps of the detectors: their parameters, and a comment for each that they do not
  /// tell of, which says what program or model it is.
  var settingsText: String {
    let others = detectors.filter { !$0.identity.isEmpty }.map { entry in
      "# \(entry.name): "
        + "\(entry.identity.split(whereSeparator: \.isNewline).joined(separator: " "))\n"
    }
    return others.joined() + settings.canonicalYAML()
  }
}

import Detection
public import Scoring
import Settings
public import Storage
public import Vocabulary

/// The last stage of a run: a file's alerts held against its truth.
public enum Score {
  /// Scores alerts raised on a file's events.
  ///
  /// - Parameters:
  ///   - alerts: the alerts of one replay.
  ///   - detectors: the names of all that were replayed, silent ones too, in order.
  ///   - file: the file with the truth.
  ///   - rising: what the detectors give at every threshold, as far as somebody worked it out.
  /// - Returns: the evaluation, its detectors in the order given.
  /// - Throws: `StorageError`; `ScoringError` where the file does not hang together.
  public static func evaluate(
    _ alerts: [Alert], of detectors: [String], against file: RunFile, rising: RisingAlerts? = nil
  ) throws -> Evaluation {
    try evaluate(
      alerts, of: detectors, against: file, sightings: sightings(in: file), rising: rising)
  }

  private static func evaluate(
    _ alerts: [Alert], of detectors: [String], against file: RunFile,
    sightings: Sightings, rising: RisingAlerts? = nil
  ) throws -> Evaluation {
    try Evaluation(
      truth: file.truth(), alerts: alerts, detectors: detectors,
      subjects: Subjects(of: file),
      sightings: sightings, rising: rising)
  }

  /// What the platform saw of groomers, where the file holds every event: making the run again would
  /// take as long as the run.
  ///
  /// - Complexity: a pass over the events.
  private static func sightings(in file: RunFile) throws -> Sightings {
    guard file.streamDigest == nil else { return Sightings() }
    var oracle = try Oracle(of: file)
    var arrivals = Arrivals(of: file.events(), in: try file.scenario())
    var log = EventLog()
    while try arrivals.next(into: &log) { oracle.consume(log) }
    return oracle.sightings
  }

  /// Scores the alerts of a replay on a file's events, and adds all of it to the file; to one
  /// without the truth, the alerts alone.
  ///
  /// - Throws: `StorageError`; `ScoringError` where the file does not hang together.
  public static func add(_ alerts: [Alert], of replay: Replay, to file: RunFile) throws {
    let names = replay.detectors.map(\.name)
    // What the file keeps is the same at every level of recording: nothing of what the platform saw of
    // groomers, which takes all events. Reports work that out.
    let metrics =
      file.hasTruth
      ? try evaluate(alerts, of: names, against: file, sightings: Sightings()).metrics : []
    try file.write(
      replay: replay.settingsText, detectors: names, alerts: alerts,
      metrics: metrics)
  }

  /// Scores a replay that a file holds.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - replay: the number of the replay; the last one if none is given.
  ///   - thresholds: works out what the replay's detectors give at every threshold; nil to leave it
  ///     out.
  /// - Returns: nothing if the file holds no replay at all.
  /// - Throws: `StorageError`, among them `noReplay`; `ScoringError`; what `thresholds` throws.
  public static func evaluate(
    _ file: RunFile, replay: Int? = nil, thresholds: ((ReplayRow) throws -> PricedReplay)? = nil
  ) throws -> Evaluation? {
    guard let row = try file.replay(replay) else { return nil }
    return try evaluate(
      file.alerts(replay: row.id), of: row.detectors, against: file,
      rising: thresholds?(row).rising)
  }
}

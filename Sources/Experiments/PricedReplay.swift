public import Detection
public import Scoring
import Settings
public import Storage
import Vocabulary

/// The detectors of a stored replay once more, each at every threshold at once.
public struct PricedReplay: Sendable {
  /// What each detector gives at every price, in the order of the replay.
  public let detectors: [(name: String, tradeOff: TradeOff)]
  /// What that is made of.
  public let rising: RisingAlerts
  /// The names of those that cannot run here: models, programs and alerts that were made elsewhere.
  public let missing: [String]

  /// Replays all events of a file's run.
  ///
  /// - Parameters:
  ///   - replay: whose detectors run, with its settings but for their thresholds.
  ///   - file: the file with the truth.
  ///   - others: detectors that the file cannot tell of, such as models.
  ///   - watch: told how far the replay is, and asked whether to stop.
  ///   - threads: how many threads may work; changes no result.
  /// - Throws: `Interrupted`; `StorageError`; `RemakingError`; `InvalidSettings` if another version of
  ///   Tocsin made the replay and its settings cannot be read; `ScoringError` where the file does not
  ///   hang together.
  public init(
    of replay: ReplayRow, on file: RunFile, with others: [DetectorCatalogue.Entry] = [],
    _ watch: Watch,
    threads: Int
  ) throws {
    let settings = try SettingsDocument(
      text: replay.settings, name: "the settings of replay \(replay.id) in \(file.path)"
    ).decode(DetectionSettings.self)
    let known = DetectorCatalogue.entries + Questions.entries(of: settings) + others
    let entries = replay.detectors.compactMap { name in known.first { $0.name == name } }
    let alerts = try Replay(
      through: entries, settings: settings, keeping: .rising, threads: threads
    ).alerts(on: file, watch)
    let truth = try file.truth()
    let subjects = try Subjects(of: file)
    var detectors: [(name: String, tradeOff: TradeOff)] = []
    for entry in entries {
      var tradeOff = TradeOff()
      try tradeOff.add(
        truth: truth, subjects: subjects,
        alerts: alerts.lazy.filter { $0.detector == entry.name })
      detectors.append((name: entry.name, tradeOff: tradeOff))
    }
    self.detectors = detectors
    rising = RisingAlerts(alerts, of: entries.map(\.name))
    missing = replay.detectors.filter { name in !entries.contains { $0.name == name } }
  }
}

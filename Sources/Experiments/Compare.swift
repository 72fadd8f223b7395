import Activity
public import Detection
import Graphs
import Settings
public import Storage
public import Vocabulary

/// Two sides, whose alerts on one run are to be compared.
public struct Compare: Sendable {
  /// What is in use.
  public let inUse: Side
  /// What may take its place.
  public let candidate: Side
  private let batchRows: Int
  private let threads: Int

  /// Where the alerts of a side come from.
  public enum Side: Sendable {
    /// Detectors with their parameters, through which the events go.
    case detectors([DetectorCatalogue.Entry], DetectionSettings)
    /// Alerts that were made before: of a stored replay, or by any other program.
    case alerts([Alert])
  }

  /// What both sides raised.
  public struct Raised: Sendable {
    /// The alerts of the side in use.
    public var inUse: [Alert]
    /// Those of the candidate.
    public var candidate: [Alert]
    /// What went wrong in detectors; one that runs for both sides is told once.
    public var problems: [DetectorProblem]
  }

  /// Prepares a comparison.
  ///
  /// - Parameters:
  ///   - inUse: what is in use.
  ///   - candidate: what may take its place.
  ///   - batchRows: events a detector is handed at a time; changes no alert.
  ///   - threads: how many threads may work; changes no alert.
  public init(_ inUse: Side, with candidate: Side, batchRows: Int, threads: Int) {
    self.inUse = inUse
    self.candidate = candidate
    self.batchRows = batchRows
    self.threads = threads
  }

  /// Has both sides see all events of a file's run, in one pass; made again where the file does not
  /// hold them all.
  ///
  /// A detector that both have, with the same parameters, runs once.
  ///
  /// - Returns: the alerts of each, in the order in which their causes arrived.
  /// - Throws: `Interrupted`; `StorageError`; `RemakingError`.
  public func alerts(on file: RunFile, _ watch: Watch) throws -> Raised {
    var lines: [Line] = []
    let places = [inUse, candidate].map { Self.place($0, in: &lines) }
    guard !lines.isEmpty else { return raised(by: [], at: places) }
    let scenario = try file.scenario()
    let view = try PlatformView(of: file, from: scenario.calendar.start)
    var engines = lines.map { line in
      Engine(
        view: view, detectors: line.entries, settings: line.settings, batchRows: batchRows,
        threads: threads)
    }
    var arrivals = Arrivals(of: try WholeStream(of: file, watch, threads: threads), in: scenario)
    var log = EventLog()
    while try arrivals.next(into: &log) {
      for index in engines.indices { engines[index].observe(log) }
    }
    let raised = raised(by: engines, at: places)
    // A question that is being answered is given up when the run is to stop.
    guard watch.mayGoOn(.replay, detail: "") else { throw Interrupted() }
    return raised
  }

  /// Detectors that run side by side, as they have the same parameters.
  private struct Line {
    var entries: [DetectorCatalogue.Entry]
    var settings: DetectionSettings

    /// Whether detectors can run beside these: no name may stand for two.
    func takes(_ others: [DetectorCatalogue.Entry], _ settings: DetectionSettings) -> Bool {
      guard settings.canonicalYAML() == self.settings.canonicalYAML() else { return false }
      return others.allSatisfy { other in
        DetectorCatalogue.entry(named: other.name) != nil
          || !entries.contains { $0.name == other.name }
      }
    }
  }

  /// Which line of detectors a side's alerts come from; nil where it has them already.
  private static func place(_ side: Side, in lines: inout [Line]) -> Int? {
    guard case .detectors(let entries, let settings) = side else { return nil }
    guard let index = lines.firstIndex(where: { $0.takes(entries, settings) }) else {
      lines.append(Line(entries: entries, settings: settings))
      return lines.count - 1
    }
    for entry in entries where !lines[index].entries.contains(where: { $0.name == entry.name }) {
      lines[index].entries.append(entry)
    }
    return index
  }

  private func raised(by engines: [Engine], at places: [Int?]) -> Raised {
    var engines = engines
    let alerts = engines.indices.map { engines[$0].alerts() }
    func of(_ side: Side, at place: Int?) -> [Alert] {
      switch (side, place) {
      case (.alerts(let made), _): return made
      case (.detectors(let entries, _), .some(let index)):
        let names = Set(entries.map(\.name))
        return alerts[index].filter { names.contains($0.detector) }
      case (.detectors, nil): return []
      }
    }
    return Raised(
      inUse: of(inUse, at: places[0]), candidate: of(candidate, at: places[1]),
      problems: engines.flatMap {
        $0.problems.map { DetectorProblem(detector: $0.detector, words: $0.words) }
      })
  }
}

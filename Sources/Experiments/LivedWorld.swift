import Activity
import Detection
import Graphs
import Population
import Scoring
import Settings
import Vocabulary

/// A world that was made and lived through in memory: its truth, and what was seen of it meanwhile.
///
/// No file is written.
struct LivedWorld: Sendable {
  /// What really happened.
  let truth: GroundTruth
  /// The accounts.
  let subjects: Subjects
  /// The alerts of the detectors at their thresholds; empty where not gathered.
  private(set) var alerts: [Alert] = []
  /// On each suspect every alert with a higher score than all before it, at the detectors' most
  /// permissive thresholds; empty where not gathered.
  private(set) var rising: [Alert] = []
  /// What was seen of groomers; empty where not gathered.
  private(set) var sightings = Sightings()
  /// What went wrong in detectors, once each.
  private(set) var problems: [DetectorProblem] = []

  /// What is to be gathered of a world.
  struct Evidence: OptionSet, Sendable {
    /// The bits of the members.
    let rawValue: Int

    /// Alerts at the thresholds of the settings.
    static let alerts = Evidence(rawValue: 1)
    /// Rising alerts.
    static let rising = Evidence(rawValue: 2)
    /// When groomers were knowable, and when they wrote.
    static let sightings = Evidence(rawValue: 4)
  }

  /// Makes a world and lives through its days beside detectors.
  ///
  /// - Parameters:
  ///   - file: the scenario.
  ///   - detectors: which detectors run, in the order in which their alerts are listed.
  ///   - settings: their parameters.
  ///   - evidence: what is gathered; each of alerts and rising alerts takes a pass of the detectors.
  ///   - batchRows: events a detector is handed at a time; changes no alert.
  ///   - threads: how many threads may work; changes no result.
  ///   - advance: told days done and events of each portion; what it throws ends the world.
  /// - Throws: what `advance` throws.
  init(
    _ file: ScenarioFile, through detectors: [DetectorCatalogue.Entry],
    settings: DetectionSettings, gathering evidence: Evidence, batchRows: Int = 4_096,
    threads: Int, _ advance: (_ days: Int, _ events: Int) throws -> Void
  ) throws {
    let scenario = file.scenario
    let world = file.world(threads: threads)
    let view = PlatformView(of: world, from: scenario.calendar.start)
    func engine(keeping: AlertSink.Keeping?) -> Engine {
      Engine(
        view: view, detectors: detectors, settings: settings, keeping: keeping,
        batchRows: batchRows, threads: threads)
    }
    var quiet = evidence.contains(.alerts) ? engine(keeping: nil) : nil
    var rising = evidence.contains(.rising) ? engine(keeping: .rising) : nil
    var written = evidence.contains(.sightings) ? GroomersMessages(of: world) : nil
    truth = try world.live(through: scenario, threads: threads) { log, days in
      quiet?.observe(log)
      rising?.observe(log)
      written?.keep(log)
      try advance(days, log.count)
    }
    subjects = Subjects(of: world)
    alerts = quiet?.alerts() ?? []
    self.rising = rising?.alerts() ?? []
    // A question that is being answered is given up when the run is to stop.
    try advance(scenario.calendar.days, 0)
    for (detector, words) in (quiet?.problems ?? []) + (rising?.problems ?? []) {
      let problem = DetectorProblem(detector: detector, words: words)
      if !problems.contains(problem) { problems.append(problem) }
    }
    guard let written else { return }
    var oracle = Oracle(truth: truth, of: world, in: scenario)
    oracle.consume(written.log)
    sightings = oracle.sightings
    guard detectors.contains(where: \.isOracle) else { return }
    if quiet != nil { alerts += oracle.alerts }
    if rising != nil { self.rising += oracle.alerts }
  }
}

extension World {
  /// Lives through the days of a scenario, from the first.
  ///
  /// - Parameters:
  ///   - scenario: what happens, and how those who watch for events are told.
  ///   - threads: how many threads may work; changes no event.
  ///   - observe: given the events as they arrive, and how many days are done; what it throws ends
  ///     the days.
  /// - Returns: what really happened.
  /// - Throws: what `observe` throws.
  func live(
    through scenario: Scenario, threads: Int,
    _ observe: (borrowing EventLog, _ days: Int) throws -> Void
  ) throws -> GroundTruth {
    var arrivals = Arrivals(of: scenario.simulation(of: self, threads: threads), in: scenario)
    var log = EventLog()
    while try arrivals.next(into: &log) { try observe(log, arrivals.source.daysDone) }
    return arrivals.source.groundTruth
  }
}

/// The messages that groomers' accounts wrote: all that the oracle weighs, once the truth is whole.
private struct GroomersMessages {
  private let isGroomer: [Bool]
  private(set) var log = EventLog()

  init(of world: World) {
    var isGroomer = Array(repeating: false, count: world.accountCount)
    for groomer in world.groomers { isGroomer[groomer.index] = true }
    self.isGroomer = isGroomer
  }

  mutating func keep(_ events: borrowing EventLog) {
    for row in 0..<events.count
    where events.kinds[row] == EventKind.message.rawValue && isGroomer[Int(events.actors[row])] {
      log.append(events, rows: row..<row + 1)
    }
  }
}

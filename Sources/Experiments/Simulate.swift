public import Activity
import Detection
import Graphs
import Hardness
public import Population
import Settings
public import Storage
public import Vocabulary

/// The first stages of a run: a world and its days, written to a file.
public struct Simulate: Sendable {
  private let file: ScenarioFile
  private let output: String
  private let threads: Int
  private let pace: SavePace

  /// Prepares a run.
  ///
  /// - Parameters:
  ///   - file: the scenario with its places.
  ///   - output: where the results file goes.
  ///   - threads: how many threads may work; changes no byte.
  ///   - pace: how often it saves how far it is.
  public init(
    _ file: ScenarioFile, output: String, threads: Int, saving pace: SavePace = .standard
  ) {
    self.file = file
    self.output = output
    self.threads = threads
    self.pace = pace
  }

  /// Makes the world and its days.
  ///
  /// The file appears, or replaces an earlier one, when it is complete and not before. A run that is
  /// ended early leaves its days to be gone on from, unless detectors have to see them as they are
  /// simulated: those have no state that could be saved.
  ///
  /// - Parameters:
  ///   - watch: told how far the stage is, and asked whether to stop.
  ///   - resumed: whether to go on with what an earlier run was ended in, if there is anything; told
  ///     how many days are there, or nothing if it begins with the first.
  ///   - replay: the detectors that the run goes through, if any.
  ///   - finally: given the run before its file takes its place, and the alerts on it, to add them.
  /// - Throws: `Suspended` if days are kept, otherwise `Interrupted`; `StorageError`; what `finally`
  ///   throws.
  public func run(
    _ watch: Watch, resuming resumed: ((_ days: Int?) -> Void)? = nil,
    through replay: Replay? = nil,
    finally: (RunFile, [Alert]) throws -> Void = { _, _ in }
  ) throws {
    let isLive = replay != nil && file.scenario.recording != .all
    let left =
      resumed == nil || isLive ? nil : try RunFileWriter.resuming(output, header: header)
    let writer = try left ?? RunFileWriter(path: output, header: header)
    var days: RecordedDays?
    do {
      try watch.check(StageProgress(stage: .world, done: 0, total: 0, events: 0))
      let world = file.world(threads: threads)
      try watch.check(StageProgress(stage: .world, done: 1, total: 1, events: 0))
      let recorded = RecordedDays(
        file.scenario.simulation(of: world, threads: threads),
        surveyedBy: ConductSurvey(of: world, from: file.scenario.calendar.start), into: writer,
        saving: isLive ? nil : pace, watch)
      if left == nil {
        try writer.write(world: world)
        resumed?(nil)
      } else {
        var state = try writer.restore(world: world)
        do { try recorded.restore(from: &state) } catch {
          throw StorageError.draftDamaged(path: output)
        }
        resumed?(recorded.savedDays)
      }
      days = recorded
      let alerts = try record(recorded, of: world, live: isLive ? replay : nil)
      try complete(
        writer, recorded, alerts: alerts, replay: isLive ? nil : replay, watch, finally: finally)
    } catch {
      guard let days, Self.isWorthGoingOn(after: error) else {
        if left == nil { writer.abandon() } else { writer.suspend() }
        throw error
      }
      // If this fails, what was saved before is still there.
      if error is Interrupted { try? days.save() }
      let isSaved = writer.isSaved
      writer.suspend()
      guard isSaved else { throw error }
      throw Suspended(cause: error, path: output, days: days.savedDays, dayCount: days.dayCount)
    }
  }

  /// Simulates and stores all days.
  ///
  /// - Returns: the alerts of the detectors that see them meanwhile.
  private func record(
    _ days: RecordedDays, of world: World, live replay: Replay?
  ) throws -> [Alert] {
    guard let replay else {
      var log = EventLog()
      while try days.next(into: &log) {}
      return []
    }
    // What the file will not hold, detectors must see now.
    let view = PlatformView(of: world, from: file.scenario.calendar.start)
    var arrivals = Arrivals(of: days, in: file.scenario)
    return try replay.alerts(on: &arrivals, view: view)
  }

  /// Stores what comes after the days, and puts the file into its place.
  private func complete(
    _ writer: RunFileWriter, _ days: RecordedDays, alerts: [Alert], replay: Replay?, _ watch: Watch,
    finally: (RunFile, [Alert]) throws -> Void
  ) throws {
    let truth = days.groundTruth
    try writer.write(truth: truth)
    try watch.check(StageProgress(stage: .hardness, done: 0, total: 0, events: days.eventCount))
    let hardness = HardnessAssessment(
      of: days.survey, truth: truth, seed: UInt64(file.scenario.seed), threads: threads)
    try writer.write(hardness: hardness.result().rows)
    try watch.check(StageProgress(stage: .finishing, done: 0, total: 0, events: days.eventCount))
    let draft = try writer.draft()
    try finally(draft, try replay?.alerts(on: draft, watch) ?? alerts)
    try writer.finish()
  }

  /// Whether another day or more room may do what failed now.
  private static func isWorthGoingOn(after error: any Error) -> Bool {
    if let error = error as? StorageError { return !error.isBadInput }
    return error is Interrupted
  }

  private var header: RunHeader {
    RunHeader(
      tocsinVersion: TocsinVersion.current, scenarioName: file.scenario.name,
      scenarioYAML: file.scenario.canonicalYAML(), seed: UInt64(file.scenario.seed),
      startDate: file.scenario.calendar.start.description, days: file.scenario.calendar.days,
      recording: file.scenario.recording)
  }
}

extension Scenario {
  /// The days of the scenario in its world, before the first.
  ///
  /// - Parameters:
  ///   - world: the world.
  ///   - threads: how many threads may work; changes no event.
  /// - Returns: the simulation, which is also the source of all events.
  public func simulation(of world: World, threads: Int) -> Simulation {
    Simulation(
      world: world, calendar: calendar, activity: activity, campaigns: campaigns,
      seed: UInt64(seed), threads: threads)
  }
}

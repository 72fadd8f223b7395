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

  /// Prepares a run.
  ///
  /// - Parameters:
  ///   - file: the scenario with its places.
  ///   - output: where the results file goes.
  ///   - threads: how many threads may work; changes no byte.
  public init(_ file: ScenarioFile, output: String, threads: Int) {
    self.file = file
    self.output = output
    self.threads = threads
  }

  /// Makes the world and its days.
  ///
  /// The file appears, or replaces an earlier one, when it is complete and not before.
  ///
  /// - Parameters:
  ///   - watch: told how far the stage is, and asked whether to stop.
  ///   - replay: the detectors that the run goes through, if any.
  ///   - finally: given the run before its file takes its place, and the alerts on it, to add them.
  /// - Throws: `Interrupted`; `StorageError`; what `finally` throws.
  public func run(
    _ watch: Watch, through replay: Replay? = nil,
    finally: (RunFile, [Alert]) throws -> Void = { _, _ in }
  ) throws {
    let scenario = file.scenario
    let writer = try RunFileWriter(path: output, header: header)
    do {
      try watch.check(StageProgress(stage: .world, done: 0, total: 0, events: 0))
      let world = file.world(threads: threads)
      try watch.check(StageProgress(stage: .world, done: 1, total: 1, events: 0))
      try writer.write(world: world)
      let days = RecordedDays(
        scenario.simulation(of: world, threads: threads),
        surveyedBy: ConductSurvey(of: world, from: scenario.calendar.start), into: writer, watch)
      // What the file will not hold, detectors must see now.
      var alerts: [Alert] = []
      if let replay, scenario.recording != .all {
        let view = PlatformView(
          accounts: world.declared, friendships: world.friendships.adjacency())
        var arrivals = Arrivals(of: days, in: scenario)
        alerts = try replay.alerts(on: &arrivals, view: view)
      } else {
        var log = EventLog()
        while try days.next(into: &log) {}
      }
      let truth = days.groundTruth
      try writer.write(truth: truth)
      try watch.check(
        StageProgress(stage: .hardness, done: 0, total: 0, events: days.eventCount))
      let hardness = HardnessAssessment(
        of: days.survey, truth: truth, seed: UInt64(scenario.seed), threads: threads)
      try writer.write(hardness: hardness.result().rows)
      try watch.check(
        StageProgress(stage: .finishing, done: 0, total: 0, events: days.eventCount))
      let draft = try writer.draft()
      if let replay, scenario.recording == .all { alerts = try replay.alerts(on: draft, watch) }
      try finally(draft, alerts)
      try writer.finish()
    } catch {
      writer.abandon()
      throw error
    }
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

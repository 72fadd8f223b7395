import Activity
import Population
import Settings
public import Storage
import Vocabulary

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
  ///   - finally: given the run before its file takes its place, to add replays to it.
  /// - Throws: `Interrupted`; `StorageError`; what `finally` throws.
  public func run(_ watch: Watch, finally: (RunFile) throws -> Void = { _ in }) throws {
    let scenario = file.scenario
    let seed = UInt64(scenario.seed)
    let writer = try RunFileWriter(path: output, header: header)
    do {
      try watch.check(StageProgress(stage: .world, done: 0, total: 0, events: 0))
      let world = file.world(threads: threads)
      try watch.check(StageProgress(stage: .world, done: 1, total: 1, events: 0))
      try writer.write(world: world)
      var simulation = Simulation(
        world: world, calendar: scenario.calendar, activity: scenario.activity,
        campaigns: scenario.campaigns, seed: seed, threads: threads)
      var log = EventLog()
      var events = 0
      while simulation.next(into: &log) {
        try writer.append(log)
        events += log.count
        try watch.check(
          StageProgress(
            stage: .days, done: simulation.daysDone, total: simulation.dayCount, events: events))
      }
      try writer.write(truth: simulation.groundTruth)
      try watch.check(StageProgress(stage: .finishing, done: 0, total: 0, events: events))
      try finally(try writer.draft())
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
      startDate: file.scenario.calendar.start.description, days: file.scenario.calendar.days)
  }
}

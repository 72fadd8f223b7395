public import Activity
import Detection
import Graphs
import Hardness
import Parallelism
public import Population
import Settings
import State
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
  /// simulated, because the file will not hold all of them: detectors have no state that could be
  /// saved.
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
    // What the file will not hold, detectors must see as it happens.
    let mustBeLive = replay != nil && file.scenario.recording != .all
    let left =
      resumed == nil || mustBeLive ? nil : try RunFileWriter.resuming(output, header: header)
    let isNew = left == nil
    // Otherwise they may; of days that are gone on from, they have seen none.
    let isLive = mustBeLive || replay?.looksBack == false && isNew
    let start = file.scenario.calendar.start
    let records = Conveyor(
      Records(try left ?? RunFileWriter(path: output, header: header), from: start, watch),
      room: Records.room, threads: threads
    ) { records, step in try records.take(step) }
    var days: RecordedDays?
    do {
      let (world, recorded) = try begin(
        records, isNew: isNew, saving: mustBeLive ? nil : pace, watch, resumed)
      days = recorded
      let alerts = try record(recorded, of: world, live: isLive ? replay : nil, watch)
      try complete(
        records, recorded, alerts: alerts, replay: isLive ? nil : replay, watch, finally: finally)
    } catch {
      guard let days, Self.isWorthGoingOn(after: error) else {
        records.whateverHappened { isNew ? $0.writer.abandon() : $0.writer.suspend() }
        throw error
      }
      // If this fails, what was saved before is still there.
      if error is Interrupted { try? days.save() }
      let savedDays = records.whateverHappened { records in
        let days = records.writer.isSaved ? records.savedDays : nil
        records.writer.suspend()
        return days
      }
      guard let savedDays else { throw error }
      throw Suspended(cause: error, path: output, days: savedDays, dayCount: days.dayCount)
    }
  }

  /// Makes the world and begins its days, or goes on with them.
  private func begin(
    _ records: Conveyor<Records, Records.Step>, isNew: Bool, saving pace: SavePace?,
    _ watch: Watch, _ resumed: ((_ days: Int?) -> Void)?
  ) throws -> (World, RecordedDays) {
    try watch.check(StageProgress(stage: .world, done: 0, total: 0, events: 0))
    let world = watch.timed(.world) { file.world(threads: threads) }
    try watch.check(StageProgress(stage: .world, done: 1, total: 1, events: 0))
    if isNew { try records.put(.world(world)) }
    pace?.expect(accounts: world.accountCount)
    let days = RecordedDays(
      watch.timed(.simulate) { file.scenario.simulation(of: world, threads: threads) },
      into: records, saving: pace, watch)
    do {
      resumed?(isNew ? nil : try days.restore(world))
    } catch is StateMismatch {
      throw StorageError.draftDamaged(path: output)
    }
    return (world, days)
  }

  /// Simulates and stores all days.
  ///
  /// - Returns: the alerts of the detectors that see them meanwhile.
  private func record(
    _ days: RecordedDays, of world: World, live replay: Replay?, _ watch: Watch
  ) throws -> [Alert] {
    guard let replay else {
      var log = EventLog()
      while try days.next(into: &log) {}
      return []
    }
    let view = PlatformView(of: world, from: file.scenario.calendar.start)
    var arrivals = Arrivals(of: days, in: file.scenario)
    return try replay.alerts(on: &arrivals, view: view, watch)
  }

  /// Stores what comes after the days, and puts the file into its place.
  private func complete(
    _ records: Conveyor<Records, Records.Step>, _ days: RecordedDays, alerts: [Alert],
    replay: Replay?, _ watch: Watch, finally: (RunFile, [Alert]) throws -> Void
  ) throws {
    let truth = days.groundTruth
    try records.put(.truth(truth))
    try watch.check(StageProgress(stage: .hardness, done: 0, total: 0, events: days.eventCount))
    guard let survey = try records.whenDone({ $0.survey }) else {
      preconditionFailure("the days of a world are surveyed")
    }
    try records.put(.edges)
    let hardness = watch.timed(.hardness) {
      HardnessAssessment(
        of: survey, truth: truth, seed: UInt64(file.scenario.seed), threads: threads
      ).result()
    }
    try records.put(.hardness(hardness.rows))
    try watch.check(StageProgress(stage: .finishing, done: 0, total: 0, events: days.eventCount))
    let draft = try records.whenDone { try $0.writer.draft() }
    try finally(draft, try replay?.alerts(on: draft, watch) ?? alerts)
    try watch.timed(.finish) { try records.whenDone { try $0.writer.finish(threads: threads) } }
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

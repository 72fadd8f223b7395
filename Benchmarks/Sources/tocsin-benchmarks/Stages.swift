import Activity
import Detection
import Experiments
import Population
import Settings
import Storage
import Vocabulary

/// The stages of one run, each measured by itself on what the one before it made.
struct Stages {
  private let file: ScenarioFile
  private let stopwatch: Stopwatch
  private let scratchFile: String
  private let seed: UInt64

  /// The numbers of threads that stages are measured on.
  private static let threadCounts = [1, 2]

  init(of file: ScenarioFile, stopwatch: Stopwatch, scratchFile: String) {
    self.file = file
    self.stopwatch = stopwatch
    self.scratchFile = scratchFile
    seed = UInt64(file.scenario.seed)
  }

  /// Measures all stages, in the order of a run.
  func measure() throws -> Results {
    let world = world(threads: 1)
    let (log, truth) = simulated(world)
    var results = Results(accounts: world.accountCount, events: log.count)
    let building = stopwatch.fastest(on: Self.threadCounts, preparing: { $0 }) { threads in
      _ = self.world(threads: threads)
    }
    results.add("build the world", "persons", world.persons.count, building)
    results.add("build the world", "accounts", world.accountCount, building)
    results.add("build the world", "friendships", world.friendships.count, building)
    results.add("simulate", "events", log.count, generating(world))
    try measureStorage(of: world, log, truth, &results)
    results.add("replay through the four patterns", "events", log.count, replaying(world, log))
    return results
  }

  private func world(threads: Int) -> World {
    WorldBuilder(
      settings: file.scenario.population, places: file.places,
      groomerTraits: file.scenario.campaigns.groomerTraits, seed: seed, threads: threads
    ).build()
  }

  private func simulation(_ world: World, threads: Int) -> Simulation {
    Simulation(
      world: world, calendar: file.scenario.calendar, activity: file.scenario.activity,
      campaigns: file.scenario.campaigns, seed: seed, threads: threads)
  }

  /// All events in memory, and the truth.
  private func simulated(_ world: World) -> (EventLog, GroundTruth) {
    var simulation = simulation(world, threads: 1)
    var all = EventLog()
    var day = EventLog()
    while simulation.next(into: &day) { all.append(day, rows: 0..<day.count) }
    return (all, simulation.groundTruth)
  }

  private func generating(_ world: World) -> [Double] {
    stopwatch.fastest(
      on: Self.threadCounts, preparing: { simulation(world, threads: $0) },
      { simulation in
        var day = EventLog()
        while simulation.next(into: &day) {}
      })
  }

  /// Storing and reading take one thread.
  private func measureStorage(
    of world: World, _ log: EventLog, _ truth: GroundTruth, _ results: inout Results
  ) throws {
    let header = RunHeader(
      tocsinVersion: TocsinVersion.current, scenarioName: file.scenario.name,
      scenarioYAML: "", seed: seed, startDate: file.scenario.calendar.start.description,
      days: file.scenario.calendar.days)
    func begun(_: Int) throws -> RunFileWriter {
      let writer = try RunFileWriter(path: scratchFile, header: header)
      try writer.write(world: world)
      return writer
    }
    let storing = try stopwatch.fastest(on: [1], preparing: begun) { try $0.append(log) }
    results.add("store the stream as chunks", "events", log.count, storing)
    let completing = try stopwatch.fastest(
      on: [1],
      preparing: { threads in
        let writer = try begun(threads)
        try writer.append(log)
        try writer.write(truth: truth)
        return writer
      }
    ) { try $0.finish() }
    results.add("complete the file: edges, index, sync", "events", log.count, completing)
    let stored = try RunFile(opening: scratchFile)
    let reading = try stopwatch.fastest(on: [1], preparing: { _ in stored.events() }) { source in
      var rows = EventLog()
      while try source.next(into: &rows) {}
    }
    results.add("read the stream back", "events", log.count, reading)
    results.fileBytes = try stored.summary().bytes
  }

  /// From memory, in the portions in which a file hands its events out.
  private func replaying(_ world: World, _ log: EventLog) -> [Double] {
    let view = PlatformView(
      accounts: world.declared,
      friendships: world.friendships.adjacency())
    return stopwatch.fastest(
      on: Self.threadCounts,
      preparing: { threads in
        (
          engine: Engine(
            view: view, detectors: DetectorCatalogue.entries.filter { $0.group == .pattern },
            settings: file.scenario.detection, threads: threads),
          source: MemoryEventSource(log, rowsPerCall: RunFileWriter.defaultRowsPerChunk)
        )
      },
      { replay in
        var rows = EventLog()
        while replay.source.next(into: &rows) { replay.engine.observe(rows) }
        _ = replay.engine.alerts()
      })
  }
}

import Activity
import ArgumentParser
import Experiments
import Foundation
import Population
import Settings
import Storage
import Vocabulary

/// `tocsin-benchmarks storage`: the results file held against SQLite's C interface alone.
struct StorageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "storage",
    abstract: "Measure the stream and the graph's rows beside plain C; prints tables in Markdown.",
    discussion: """
      A run is made in memory and stored. The same rows are then loaded into new files by Tocsin and \
      by three loaders in C, in turn, with the same statement for the table and the same settings \
      of SQLite; the fastest time of each counts.
      """)

  @Option(help: "How many accounts the world has.")
  var accounts = 100_000

  @Option(help: "How many days are simulated.")
  var days = 14

  @Option(help: "How often each is measured.")
  var repeats = 5

  @Option(help: "The scenario that is measured, its accounts and days replaced.")
  var scenario = "Scenarios/quickstart.yaml"

  func validate() throws {
    guard (1...1_000).contains(repeats) else {
      throw ValidationError("--repeats: found \(repeats), expected a number from 1 to 1000.")
    }
  }

  func run() throws {
    let file = try ScenarioFile(
      path: scenario,
      overrides: ["population.accounts=\(accounts)", "calendar.days=\(days)"])
    let scratch = try ScratchFolder()
    let run = try StoredRun(of: file, in: scratch)
    print(try StreamMeasurement(run: run, scratch: scratch, repeats: repeats).markdown)
    print()
    print(try RowsMeasurement(file: run.path, scratch: scratch, repeats: repeats).markdown)
    print(
      """

      \(accounts) accounts, \(days) days, \(run.log.count) events. One thread, the fastest of \
      \(repeats), the programs in turn. \(Machine.description).
      """)
  }
}

/// A run in memory and in a file.
struct StoredRun {
  let path: String
  let world: World
  let log: EventLog
  let header: RunHeader

  /// Makes and stores the run of a scenario.
  init(of file: ScenarioFile, in scratch: ScratchFolder) throws {
    let scenario = file.scenario
    let seed = UInt64(scenario.seed)
    world = WorldBuilder(
      settings: scenario.population, places: file.places,
      groomerTraits: scenario.campaigns.groomerTraits, seed: seed, threads: 2
    ).build()
    var simulation = Simulation(
      world: world, calendar: scenario.calendar, activity: scenario.activity,
      campaigns: scenario.campaigns, seed: seed, threads: 2)
    var log = EventLog()
    var part = EventLog()
    while simulation.next(into: &part) { log.append(part, rows: 0..<part.count) }
    self.log = log
    header = RunHeader(
      tocsinVersion: TocsinVersion.current, scenarioName: scenario.name, scenarioYAML: "",
      seed: seed, startDate: scenario.calendar.start.description, days: scenario.calendar.days)
    path = scratch.path("run.sqlite")
    let writer = try RunFileWriter(path: path, header: header)
    try writer.write(world: world)
    try writer.append(log)
    try writer.write(truth: simulation.groundTruth)
    try writer.finish()
  }
}

/// A folder of its own that goes when nobody needs it.
final class ScratchFolder {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tocsin-benchmarks-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The path of a file in the folder.
  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// The path of a database that is not there, whatever was.
  func newDatabase(_ name: String) -> String {
    for suffix in ["", "-wal", "-shm", "-journal"] {
      try? FileManager.default.removeItem(atPath: path(name + suffix))
    }
    return path(name)
  }

  /// How many bytes a file takes.
  func size(_ name: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path(name))
    return (attributes[.size] as? NSNumber)?.intValue ?? 0
  }
}

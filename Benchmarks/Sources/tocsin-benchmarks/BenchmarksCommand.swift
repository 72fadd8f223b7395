import ArgumentParser
import Experiments

/// `tocsin-benchmarks`: how fast Tocsin is.
@main
struct BenchmarksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tocsin-benchmarks", abstract: "Measure Tocsin.",
    subcommands: [
      StagesCommand.self, WorldCommand.self, ActivityCommand.self, GraphCommand.self,
      StorageCommand.self, SurvivalCommand.self, ScoringCommand.self,
    ],
    defaultSubcommand: StagesCommand.self)
}

/// `tocsin-benchmarks stages`: how fast each stage of a run is, as a table in Markdown.
struct StagesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stages",
    abstract: "Measure every stage of a run on 1 and 2 threads; prints a table in Markdown.",
    discussion: """
      Each stage runs once to warm up and then as often as told; the fastest time counts, because \
      whatever else the machine does can only slow a stage down.
      """)

  @Option(help: "How many accounts the world has.")
  var accounts = 10_000

  @Option(help: "How many days are simulated.")
  var days = 90

  @Option(help: "How often each stage is measured.")
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
    let results = try Stages(
      of: file, stopwatch: Stopwatch(repeats: repeats),
      scratchFile: scratch.path("run.sqlite")
    ).measure()
    print(Table(results: results, repeats: repeats, days: days).markdown)
  }
}

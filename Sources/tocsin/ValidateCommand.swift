import ArgumentParser
import Experiments
import Reporting
import Storage
import Validation

/// `tocsin validate`: whether a world is like the published ones.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Hold a world against published figures: friends, distances, ages, households.",
    usage: "tocsin validate <scenario|file> [<options>]",
    discussion: """
      Builds the scenario's world, or reads that of a results file, and prints a table: each \
      published figure, what is accepted, what this world gives, and whether that passes. No day \
      is simulated. Figures that rest on a weak source are marked.

      Exit codes: 0 every row that this world can show passes, 1 a row fails, 2 bad input, \
      130 interrupted.
      """)

  @Argument(
    help: ArgumentHelp(
      "The scenario file, or a results file; --seed and --set are for scenarios.",
      valueName: "scenario|file"),
    completion: .file(extensions: ["yaml", "yml", "sqlite"]))
  var path: String

  @OptionGroup var changes: OverrideOptions

  @Option(help: "The platform whose accounts are looked at. (default: the world's first)")
  var platform: String?

  @Flag(help: "Print JSON instead of text.")
  var json = false

  @OptionGroup var work: WorkOptions

  func validate() throws {
    guard !path.isEmpty else {
      throw ValidationError(
        "<scenario|file>: found nothing, expected the path of a scenario or results file.")
    }
  }

  func run() throws {
    let report = try RunFile.isDatabase(at: path) ? reportOnFile() : reportOnScenario()
    Terminal.clearProgress()
    print(json ? try report.json() : report.text(), terminator: "")
    if !report.result.failed.isEmpty { throw RowsFailed() }
  }

  private func reportOnScenario() throws -> ValidationReport {
    let file = try ScenarioFile(path: path, overrides: changes.overrides)
    return ValidationReport(
      result: try stage.run(file, Terminal.watch(quiet: work.quiet)),
      scenario: file.scenario.name, seed: UInt64(file.scenario.seed),
      version: TocsinVersion.current)
  }

  private func reportOnFile() throws -> ValidationReport {
    guard changes.overrides.isEmpty else {
      throw BadInput(
        "\(path): a results file holds one world, which --seed and --set cannot change; "
          + "leave them out, or name the scenario")
    }
    let file = try RunFile(opening: path)
    let header = try file.header()
    return ValidationReport(
      result: try stage.run(file, Terminal.watch(quiet: work.quiet)),
      scenario: header.scenarioName, seed: header.seed, version: header.tocsinVersion)
  }

  private var stage: Validate { Validate(platform: platform, threads: work.threadCount) }
}

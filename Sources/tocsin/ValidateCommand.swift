import ArgumentParser
import Experiments
import Foundation
import Population
import Reporting
import Storage
import Validation

/// `tocsin validate`: whether a world is like the published ones.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Hold a world, and a run in it, against published figures.",
    usage: "tocsin validate <scenario|file> [<options>]",
    discussion: """
      Of a scenario, builds the world and prints a table: each published figure on friends, \
      distances, ages and households, what is accepted, what this world gives, and whether that \
      passes. No day is simulated. Of a results file, the same of its world, and a second table on \
      what people do there: requests, talk, hours, meetings and cases. Figures on what children do \
      in a year need a run of a year. Figures that rest on a weak source are marked.

      With --plots, five pictures that stand on their own: degrees.svg (how many friends), \
      clustering.svg (how often friends are friends), distances.svg (how far away they live), \
      ages.svg (how old they are) and places.svg (a map), each with what was published where \
      anything was. Their paths follow the table, or go to standard error with --json.

      Exit codes: 0 every row that can be shown passes, 1 a row fails, 2 bad input, \
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

  @Option(
    help: ArgumentHelp(
      "Draw the world as SVG pictures into this folder, which is made if there is none; earlier "
        + "pictures of the same names are replaced.",
      valueName: "folder"),
    completion: .directory)
  var plots: String?

  @OptionGroup var work: WorkOptions

  func validate() throws {
    guard !path.isEmpty else {
      throw ValidationError(
        "<scenario|file>: found nothing, expected the path of a scenario or results file.")
    }
    guard plots?.isEmpty != true else {
      throw ValidationError("--plots: found nothing, expected the path of a folder.")
    }
  }

  func run() throws {
    let origin = try RunFile.isDatabase(at: path) ? file() : scenario()
    // Before the work: a folder that cannot be had is told at once.
    let folder = try plots.map { path throws(BadInput) in try PlotFolder(at: path) }
    let watch = Terminal.watch(quiet: work.quiet)
    let sample = try origin.sample(watch)
    let activity = try origin.activity(sample.world, watch)
    let report = ValidationReport(
      result: try stage.rows(of: sample, activity: activity, watch), scenario: origin.scenario,
      seed: origin.seed, version: origin.version)
    let files = try folder?.write(try stage.curves(of: sample, watch), of: report) ?? []
    Terminal.clearProgress()
    print(json ? try report.json() : report.text(), terminator: "")
    tell(files)
    if !report.result.failed.isEmpty { throw RowsFailed() }
  }

  /// Where a world comes from, what it is called, and how it and its run are had.
  private struct Origin {
    var scenario: String
    var seed: UInt64
    var version: String
    var sample: (Watch) throws -> ValidationSample
    /// What happened in it; nil of a scenario.
    var activity: (World, Watch) throws -> ActivitySample?
  }

  private func scenario() throws -> Origin {
    let file = try ScenarioFile(path: path, overrides: changes.overrides)
    return Origin(
      scenario: file.scenario.name, seed: UInt64(file.scenario.seed),
      version: TocsinVersion.current, sample: { try stage.sample(of: file, $0) },
      activity: { _, _ in nil })
  }

  private func file() throws -> Origin {
    guard changes.overrides.isEmpty else {
      throw BadInput(
        "\(path): a results file holds one world, which --seed and --set cannot change; "
          + "leave them out, or name the scenario")
    }
    let file = try RunFile(opening: path)
    let header = try file.header()
    return Origin(
      scenario: header.scenarioName, seed: header.seed, version: header.tocsinVersion,
      sample: { try stage.sample(of: file, $0) },
      activity: { try stage.activity(of: file, in: $0, $1) })
  }

  /// Says which pictures were written, outside of JSON.
  private func tell(_ files: [String]) {
    guard !files.isEmpty else { return }
    let lines = (["Pictures"] + files).joined(separator: "\n") + "\n"
    if json {
      FileHandle.standardError.write(Data(lines.utf8))
    } else {
      print("\n" + lines, terminator: "")
    }
  }

  private var stage: Validate { Validate(platform: platform, threads: work.threadCount) }
}

import ArgumentParser
import Experiments
import Hardness
import Reporting
import Scoring
import Storage

/// `tocsin score`: the last stage of a run.
struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Hold the alerts in a file against its truth, and print how early they came.")

  @Argument(help: "The results file.", completion: .file(extensions: ["sqlite"]))
  var file: String

  @Option(
    parsing: .unconditional, help: "The number of the replay, from 1. (default: the last)")
  var replay: Int?

  @OptionGroup var report: ReportOptions

  func run() throws {
    try report.print(try RunFile(opening: file), replay: replay)
  }
}

/// How results are printed.
struct ReportOptions: ParsableArguments {
  @Flag(help: "Print JSON instead of text.")
  var json = false

  /// Prints a replay's results; the last one's if none is named.
  func print(_ file: RunFile, replay: Int? = nil) throws {
    guard let evaluation = try Score.evaluate(file, replay: replay) else {
      throw BadInput("\(file.path): no replay in it yet; run `tocsin replay \(file.path)` first")
    }
    let context = try ReportContext(of: file, scope: evaluation.scope)
    let hardness = HardnessResult(rows: try file.hardness())
    if json {
      Swift.print(
        try JSONReport(evaluation: evaluation, hardness: hardness, context: context).rendered(),
        terminator: "")
    } else {
      Swift.print(
        TextReport(evaluation: evaluation, hardness: hardness, context: context).rendered(),
        terminator: "")
    }
  }
}

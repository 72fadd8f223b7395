import ArgumentParser
import Experiments
import Foundation
import Hardness
import Reporting
import Scoring
import Storage
import Vocabulary

/// `tocsin score`: the last stage of a run.
struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Hold alerts against a file's truth, and print how early they came.",
    usage: "tocsin score <file> [<options>]",
    discussion: """
      The alerts are those of a replay in the file, or with --alerts those of a CSV file that any \
      program may have made, of a copy by `tocsin export --platform-view` too. Its first line names \
      its columns, in any order:

        suspect   the account that the alert is on
        time      when: seconds since the start of the run, or "2017-04-03 14:05"
        detector  what raised it; without the column, all are of one
        child     the child it is about, if it is about one
        score     how sure the detector is; higher is surer

      The first two must be there. Nothing is added to the results file. Nothing can tell whether \
      an alert at a time was raised from what was known by then: who made the file vouches for that.
      """)

  @Argument(help: "The results file.", completion: .file(extensions: ["sqlite"]))
  var file: String

  @Option(
    parsing: .unconditional, help: "The number of the replay, from 1. (default: the last)")
  var replay: Int?

  @Option(
    help: ArgumentHelp("Score the alerts in this CSV file instead.", valueName: "csv"),
    completion: .file(extensions: ["csv"]))
  var alerts: String?

  @OptionGroup var thresholds: ThresholdsOption
  @OptionGroup var report: ReportOptions
  @OptionGroup var work: WorkOptions

  func validate() throws {
    guard alerts == nil || !thresholds.isWanted else {
      throw ValidationError(
        "--alerts and --thresholds: found both, expected one of them, as of a file of alerts no more "
          + "is known.")
    }
    guard alerts == nil || replay == nil else {
      throw ValidationError("--alerts and --replay: found both, expected one of them.")
    }
  }

  func run() throws {
    let results = try RunFile(opening: file)
    try results.expectTruth()
    guard let alerts else {
      return try report.print(
        results, replay: replay, thresholds: thresholds.priced(on: results, work))
    }
    let made = try AlertsFile(
      bytes: try Self.bytes(of: alerts), path: alerts, of: results.header(), results)
    try report.print(
      Score.evaluate(made.alerts, of: made.detectors, against: results), of: results)
  }
}

extension ScoreCommand {
  /// What is in a file of alerts, which may be a pipe.
  static func bytes(
    of path: String, option: String = "--alerts"
  ) throws(BadInput) -> [UInt8] {
    do {
      let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      return Array(try file.readToEnd() ?? Data())
    } catch {
      throw BadInput(
        "\(option) \(path): this file cannot be read (\(PlotFolder.reason(for: error))); check its "
          + "path and permissions")
    }
  }
}

/// How results are printed.
struct ReportOptions: ParsableArguments {
  @OptionGroup var gate: GateOption

  @Flag(help: "Print JSON instead of text.")
  var json = false

  /// Prints a replay's results, the last one's if none is named, and holds them against the gate.
  ///
  /// - Parameters:
  ///   - file: the results file.
  ///   - replay: the number of the replay; nil for the last.
  ///   - problems: what went wrong in detectors.
  ///   - thresholds: works out what they do at every threshold; nil to leave it out.
  /// - Throws: `GateMissed` when all is printed.
  func print(
    _ file: RunFile, replay: Int? = nil, problems: [DetectorProblem] = [],
    thresholds: ((ReplayRow) throws -> PricedReplay)? = nil
  ) throws {
    guard let evaluation = try Score.evaluate(file, replay: replay, thresholds: thresholds) else {
      throw BadInput("\(file.path): no replay in it yet; run `tocsin replay \(file.path)` first")
    }
    try print(evaluation, of: file, problems: problems)
  }

  /// Prints what alerts on a file's events are worth, and holds it against the gate: what all detectors
  /// together do.
  ///
  /// - Throws: `GateMissed` when all is printed; `DetectorsFailed` rather than that.
  func print(
    _ evaluation: Evaluation, of file: RunFile, problems: [DetectorProblem] = []
  ) throws {
    try gate.check(detectors: evaluation.detectors)
    let context = try ReportContext(of: file, scope: evaluation.scope)
    let hardness = HardnessResult(rows: try file.hardness())
    if json {
      Swift.print(
        try JSONReport(
          evaluation: evaluation, hardness: hardness, context: context, problems: problems
        ).rendered(),
        terminator: "")
    } else {
      Swift.print(
        TextReport(evaluation: evaluation, hardness: hardness, context: context).rendered(),
        terminator: "")
      print(problems)
    }
    guard let gate = try gate.gate() else { return }
    let outcomes = gate.outcomes(
      for: evaluation.metrics.filter { $0.detector == Evaluation.anyDetector })
    if !json { Swift.print("\n" + GateTable.text(outcomes), terminator: "") }
    try GateMissed.check(outcomes, after: problems)
  }

  /// Says what went wrong in detectors.
  private func print(_ problems: [DetectorProblem]) {
    guard !problems.isEmpty else { return }
    Swift.print("\n" + ProblemText.text(problems), terminator: "")
  }

  /// Says how many alerts were added to a file that holds no truth to score them by.
  func print(_ alerts: [Alert], on file: RunFile, problems: [DetectorProblem]) throws {
    let replay = try file.replays().count
    let suspects = Set(alerts.map(\.suspect)).count
    if json {
      let words = try JSONText.text(of: problems)
      return Swift.print(
        "{\"replay\": \(replay), \"alerts\": \(alerts.count), \"suspects\": \(suspects), "
          + "\"problems\": \(words.trimmingCharacters(in: .newlines))}")
    }
    Swift.print(
      """
      Replay \(replay): \(alerts.count.counting("alert")) on \(suspects.counting("account")).
      This copy holds no truth to score them by. To hand them back:

        tocsin query \(file.path) "SELECT detector, suspect, time, child, score
          FROM alert WHERE replay = \(replay) ORDER BY number" --csv > alerts.csv

      and, where the truth is:  tocsin score <file> --alerts alerts.csv
      """)
    print(problems)
  }
}

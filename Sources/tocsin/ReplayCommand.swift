import ArgumentParser
import Detection
import Experiments
import Storage

/// `tocsin replay`: the middle stage of a run.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Replay a file's events through detectors, and add alerts and scores to it.",
    usage: "tocsin replay <file> [<options>]",
    discussion: """
      Detectors' parameters are the scenario's; --set changes them for this replay. Where the file \
      does not hold every event (key `recording`), the run is made again, by the same version.
      """)

  @Argument(help: "The results file.", completion: .file(extensions: ["sqlite"]))
  var file: String

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp(
      "A detector's key to set, such as detection.view-spike.limit=12; may be repeated.",
      valueName: "key=value"))
  var settings: [String] = []

  @OptionGroup var detectors: DetectorOptions
  @OptionGroup var programs: ProgramOptions
  @OptionGroup var thresholds: ThresholdsOption
  @OptionGroup var report: ReportOptions
  @OptionGroup var work: WorkOptions

  func run() throws {
    for setting in settings where !setting.hasPrefix("detection.") {
      throw BadInput(
        "--set \(setting): a replay can only change keys under detection; "
          + "run the scenario again for others")
    }
    let results = try RunFile(opening: file)
    guard results.hasTruth || report.gate.conditions == nil else {
      throw BadInput("--gate: \(file) holds no truth, and a gate judges results; leave it out")
    }
    guard results.hasTruth || !thresholds.isWanted else {
      throw BadInput(
        "--thresholds: \(file) holds no truth to choose thresholds by; leave it out")
    }
    let scenario = try results.scenario(overrides: settings)
    let watch = Terminal.watch(quiet: work.quiet)
    let choice = try detectors.choose(
      scenario: scenario.detection, overrides: settings,
      oracle: results.hasTruth
        ? .may : .mayNot("knows the truth, and this copy has none; replay it there"))
    try report.gate.check(detectors: choice.entries.map(\.name))
    let chosen = try programs.added(to: choice, in: scenario)
    chosen.warn(of: [scenario])
    let failed = ProblemList()
    let replay = Replay(
      through: chosen.entries, settings: chosen.settings, batchRows: detectors.batchRows,
      threads: work.threadCount, tell: failed.add)
    let alerts = try replay.alerts(on: results, watch)
    try Score.add(alerts, of: replay, to: results)
    Terminal.clearProgress()
    guard results.hasTruth else {
      try report.print(alerts, on: results, problems: failed.problems)
      return try failed.check()
    }
    try report.print(
      results, problems: failed.problems,
      thresholds: thresholds.priced(
        on: results, with: chosen.entries.filter { $0.group == .trained }, work))
    try failed.check()
  }
}

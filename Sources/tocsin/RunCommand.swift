import ArgumentParser
import Detection
import Experiments
import Foundation
import Hardness
import Storage

/// `tocsin run`: the main job.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Simulate a scenario, replay it through the detectors, and score their alerts.",
    usage: "tocsin run <scenario> [<options>]",
    discussion: """
      Leaves a graph database beside you and prints how early each alert came, and at what price. \
      The same scenario, seed and version give the same results, on any number of threads.

      A run that is interrupted keeps all its days, and one that is killed or finds the disk full \
      those up to its last save; the same command with --resume goes on from there, to the same \
      results. Saves take 1 part in 50 of the time: there is one every 4 s or so with 20,000 accounts, \
      every 20 s with 100,000. Where \
      `recording` is not `all`, the file does not hold what detectors saw, and --resume begins with \
      the first day; `tocsin simulate` and `tocsin replay` one after the other can be resumed.

      Exit codes: 0 done; 1 failed, or a detector in another program did, or a column that is not \
      behaviour tells groomers apart (the report says which); 2 bad input; 3 the gate is missed; 130 \
      interrupted.
      """)

  @OptionGroup var scenario: ScenarioOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var detectors: DetectorOptions
  @OptionGroup var programs: ProgramOptions
  @OptionGroup var report: ReportOptions

  @Option(
    name: .customLong("report"),
    help: ArgumentHelp(
      "Write the results as a page in HTML too, as `tocsin report` does.", valueName: "file"),
    completion: .file(extensions: ["html"]))
  var page: String?

  @OptionGroup var work: WorkOptions
  @OptionGroup var timing: TimingOptions

  func run() throws {
    try timing.timed(threads: work.threadCount, run)
  }

  private func run(_ times: StageTimes?) throws {
    let file = try ScenarioFile(path: scenario.scenario, overrides: scenario.overrides)
    let watch = Terminal.watch(quiet: work.quiet, times: times)
    let choice = try detectors.choose(
      scenario: file.scenario.detection, overrides: scenario.overrides,
      oracle: file.scenario.recording == .all
        ? .may
        : .mayNot(
          "looks at a run that is over, and with this recording detectors see its days as they "
            + "are simulated; run it without the oracle, then `tocsin replay` with it"))
    try report.gate.check(detectors: choice.entries.map(\.name))
    let chosen = try programs.added(to: choice, in: file.scenario)
    chosen.warn(of: [file.scenario])
    let path = output.path(for: scenario.scenario)
    try OutputPaths(outputs: [("--report", page)], inputs: file.files + [path]).check()
    let failed = ProblemList()
    let replay = Replay(
      through: chosen.entries, settings: chosen.settings, batchRows: detectors.batchRows,
      threads: work.threadCount, tell: failed.add)
    // Scored before it takes its place: an earlier file gives way to whole results only.
    try Simulate(file, output: path, threads: work.threadCount)
      .run(watch, resuming: output.resumed, through: replay) { draft, alerts in
        try watch.timed(.score) { try Score.add(alerts, of: replay, to: draft) }
      }
    Terminal.clearProgress()
    let results = try RunFile(opening: path)
    if let page {
      try watch.timed(.report) {
        try ReportPage(path: page).write(results, work)
      }
    }
    try watch.timed(.report) { try report.print(results, problems: failed.problems) }
    tell(of: path)
    try failed.check()
    try HardnessResult(rows: try results.hardness()).check()
  }

  /// Says which page is written, or how to have one, apart from what is printed.
  private func tell(of results: String) {
    // Only a person can take the offer up.
    guard !work.quiet, Terminal.isWatched else { return }
    Terminal.note(
      page.map { "\($0) is written; open it in a browser" }
        ?? "a page with charts that can be sent: tocsin report \(results)")
  }

  func validate() throws {
    guard page?.isEmpty != true else {
      throw ValidationError("--report: found nothing, expected the path of a page.")
    }
  }
}

/// Where a results file goes.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The results file. (default: the scenario's name with .sqlite, here)", valueName: "file"))
  var output: String?

  @Flag(help: "Go on with the run of the same scenario that was ended early, if there is one.")
  var resume = false

  /// Tells with how many days it goes on; nothing if it is not to.
  var resumed: ((_ days: Int?) -> Void)? {
    guard resume else { return nil }
    return { days in
      Terminal.note(
        days.map { "goes on with the \($0.counting("day")) that are there" }
          ?? "there is no run to go on with; begins with the first day")
    }
  }

  func validate() throws {
    if output?.isEmpty == true {
      throw ValidationError("--output: found nothing, expected the path of a results file.")
    }
  }

  /// The path of the results file of a scenario.
  func path(for scenario: String) -> String {
    if let output { return output }
    let name = URL(fileURLWithPath: scenario).deletingPathExtension().lastPathComponent
    return name + ".sqlite"
  }
}

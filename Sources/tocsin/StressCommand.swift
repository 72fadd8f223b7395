import ArgumentParser
import Detection
import Experiments
import Reporting

/// `tocsin stress`: a suite of hard scenarios against any detectors.
struct StressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stress",
    abstract: "Run a suite of hard scenarios, and compare what detectors lose in each.",
    usage: "tocsin stress [<options>]",
    discussion: """
      Every scenario changes one thing against reference.yaml: what groomers do, what others do, or \
      what the platform shows. Prints one matrix, scenarios down and detectors across: the share of \
      meetings preceded by an alert at the same price in false alarms, and what is lost against the \
      reference. Worlds are made in memory; no file is written.

      Exit codes: 0 done, 1 failed or a detector did, 2 bad input, 130 interrupted.
      """)

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "A folder of scenarios, or files; reference.yaml among them or beside the first is what the "
        + "others are compared to.", valueName: "folder|file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var scenarios = ["Scenarios/stress"]

  @Option(
    parsing: .unconditional,
    help: "How many worlds of each scenario: its own seed and those that follow.")
  var seeds = 3

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "First alerts on innocent accounts per 1,000 accounts a week, at most. The default is our "
        + "choice.", valueName: "rate"))
  var budget = 0.5

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp(
      "A key to set in every scenario, such as population.accounts=5000; may be repeated.",
      valueName: "key=value"))
  var settings: [String] = []

  @OptionGroup var detectors: DetectorOptions

  @Flag(help: "Print JSON instead of text.")
  var json = false

  @OptionGroup var work: WorkOptions

  func validate() throws {
    guard !scenarios.isEmpty, !scenarios.contains("") else {
      throw ValidationError("--scenarios: found nothing, expected a folder or files.")
    }
    guard (1...1_000).contains(seeds) else {
      throw ValidationError("--seeds: found \(seeds), expected a number from 1 to 1000.")
    }
    guard (0.0...1_000).contains(budget) else {
      throw ValidationError("--budget: found \(budget), expected a number from 0 to 1000.")
    }
  }

  func run() throws {
    let suite = try Stress(
      scenarios, seeds: seeds, overrides: settings, batchRows: detectors.batchRows,
      threads: work.threadCount)
    let chosen = try detectors.choose(
      scenario: suite.reference.detection, overrides: settings,
      oracle: .mayNot(
        "has no threshold to set by a budget: it accuses nobody innocent; leave it out"))
    chosen.warn(of: suite.scenarios)
    let failed = ProblemList()
    let matrix = try suite.run(
      chosen.entries,
      settings: { try detectors.choose(scenario: $0.detection, overrides: settings).settings },
      budget: budget, Terminal.watch(quiet: work.quiet), telling: failed.add)
    Terminal.clearProgress()
    let report = StressReport(
      matrix: matrix, version: TocsinVersion.current, problems: failed.problems)
    print(json ? try report.json() : report.text(), terminator: "")
    try failed.check()
  }
}

public import ArgumentParser
import Experiments
import Foundation
import Reporting
public import Scoring

/// `tocsin sensitivity`: which assumptions the answer rests on.
struct SensitivityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sensitivity",
    abstract: "Find out which assumptions without a good source move the answer, and how far.",
    usage: "tocsin sensitivity <scenario> [<options>]",
    discussion: """
      Varies every key that `tocsin scenario keys` marks "sweep", over the range given there, and ranks \
      them by how far one metric moves. All points have the same seeds, so that chance is common to \
      them. Worlds are made in memory, several at once; no file is written.

      morris: random ways that change one key at a time; (keys + 1) points each. For many keys.
      sobol: shares of the variance; (keys + 2) points for each of --points. For the few that matter.
      tornado: each key at both ends of its range, all others as the scenario has them.

      Start with a small world: tocsin sensitivity town.yaml --set population.accounts=2000

      Exit codes: 0 done, 1 failed, 2 bad input, 130 interrupted.
      """)

  @Argument(help: "The scenario file.", completion: .file(extensions: ["yaml", "yml"]))
  var scenario: String

  @Option(help: "How keys are varied: morris, sobol or tornado.")
  var method = SensitivityResult.Method.morris

  @Option(help: "The metric to look at, as `tocsin score --json` names it.")
  var metric = "preceded"

  @Option(help: ArgumentHelp("The detector to look at, or any.", valueName: "name"))
  var detector = Evaluation.anyDetector

  @Option(
    help: ArgumentHelp(
      "Which detectors run, as for `tocsin run`. (default: as the scenario has it)",
      valueName: "names|file"))
  var detectors: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "The keys to vary: paths, sections, or path=low..high, with :log behind where steps multiply. "
        + "(default: all that are marked sweep)", valueName: "keys"))
  var keys: [String] = []

  @Option(parsing: .unconditional, help: "How many ways (morris).")
  var trajectories = 10

  @Option(parsing: .unconditional, help: "How many points, best a power of two (sobol).")
  var points = 128

  @Option(
    parsing: .unconditional,
    help: "How many seeds each point has: the scenario's own and those that follow.")
  var seeds = 1

  @OptionGroup var changes: OverrideOptions

  @Option(
    help: ArgumentHelp("Draw the keys that matter most, as SVG.", valueName: "file"),
    completion: .file(extensions: ["svg"]))
  var plot: String?

  @Flag(help: "Print JSON instead of text.")
  var json = false

  @OptionGroup var work: WorkOptions

  func validate() throws {
    guard !scenario.isEmpty else {
      throw ValidationError("<scenario>: found nothing, expected the path of a scenario file.")
    }
    for (name, value) in [
      ("--trajectories", trajectories), ("--points", points), ("--seeds", seeds),
    ] where !(1...100_000).contains(value) {
      throw ValidationError("\(name): found \(value), expected a number from 1 to 100000.")
    }
    if method != .morris, trajectories != 10 {
      throw ValidationError("--trajectories is of --method morris; leave it out.")
    }
    if method != .sobol, points != 128 {
      throw ValidationError("--points is of --method sobol; leave it out.")
    }
  }

  func run() throws {
    let plan = try SensitivityPlan(
      scenario, overrides: changes.overrides, method: layout, metric: metric, detector: detector,
      detectors: detectors.map { [$0] } ?? [], keys: keys, seeds: seeds)
    let result = try plan.run(threads: work.threadCount, Terminal.watch(quiet: work.quiet))
    Terminal.clearProgress()
    let report = SensitivityReport(
      result: result, scenario: scenario, version: TocsinVersion.current)
    if let plot { try OutputPaths.write(report.picture(), to: plot) }
    print(json ? try report.json() : report.text(), terminator: "")
  }

  private var layout: SensitivityPlan.Method {
    switch method {
    case .morris: .morris(trajectories: trajectories)
    case .sobol: .sobol(rows: points)
    case .tornado: .tornado
    }
  }
}

extension SensitivityResult.Method: ExpressibleByArgument {}

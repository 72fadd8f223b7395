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
      them by how far one metric moves; keys within lists, such as campaigns.profiles[0].share, element \
      by element. All points have the same seeds, so that chance is common to them.

      Worlds are made in memory, several at once. With -o the results of all are kept: an interrupted \
      command goes on where it was, and the results of `tocsin worker` elsewhere, put together in the \
      order of --jobs-only, are taken as if they had been made here. Worlds that fail do not stop the \
      rest; what they would have told of a key is left out. Documentation/Sweeps.md tells more.

      morris: random ways that change one key at a time; (keys + 1) points each. For many keys.
      sobol: shares of the variance; (keys + 2) points for each of --points. For the few that matter.
      tornado: each key at both ends of its range, all others as the scenario has them.

      Start with a small world: tocsin sensitivity town.yaml --set population.accounts=2000

      Exit codes: 0 done, 1 failed or a world did, 2 bad input, 130 interrupted.
      """)

  @Option(help: "How keys are varied: morris, sobol or tornado.")
  var method = SensitivityResult.Method.morris

  @Option(help: "The metric to look at, as `tocsin score --json` names it.")
  var metric = "preceded"

  @Option(help: ArgumentHelp("The detector to look at, or any.", valueName: "name"))
  var detector = Evaluation.anyDetector

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
    help: ArgumentHelp(
      "The seeds of each point: how many from the scenario's own on, or the first and the last, "
        + "such as 1..20.", valueName: "N|A..B"))
  var seeds = "1"

  @Option(
    parsing: .unconditional,
    help: "The first seed, a whole number from 0, instead of the scenario's.")
  var seed: Int?

  @Option(
    help: ArgumentHelp("Draw the keys that matter most, as SVG.", valueName: "file"),
    completion: .file(extensions: ["svg"]))
  var plot: String?

  @OptionGroup var sweep: SweepOptions

  func validate() throws {
    for (name, value) in [("--trajectories", trajectories), ("--points", points)]
    where !(1...100_000).contains(value) {
      throw ValidationError("\(name): found \(value), expected a number from 1 to 100000.")
    }
    let range = try SweepOptions.seeds(seeds)
    if let seed {
      guard seed >= 0 else {
        throw ValidationError("--seed: found \(seed), expected a whole number from 0.")
      }
      if case .range = range {
        throw ValidationError(
          "--seed: found beside --seeds \(seeds), which names the first itself; leave it out.")
      }
    }
    if sweep.retryFailed, sweep.output == nil {
      throw ValidationError(
        "--retry-failed: found no --output, expected the results to try again of.")
    }
    if method != .morris, trajectories != 10 {
      throw ValidationError("--trajectories is of --method morris; leave it out.")
    }
    if method != .sobol, points != 128 {
      throw ValidationError("--points is of --method sobol; leave it out.")
    }
  }

  func run() throws {
    let seeds = try SweepOptions.seeds(seeds).seeds(
      from: try seed
        ?? ScenarioFile(path: sweep.scenario, overrides: sweep.settings).scenario.seed)
    let plan = try SensitivityPlan(
      sweep.scenario, overrides: sweep.settings, method: layout, metric: metric,
      detector: detector, detectors: sweep.detectors.map { [$0] } ?? [], keys: keys, seeds: seeds)
    try sweep.run(plan.sweep, into: sweep.output, beside: [("--plot", plot)]) { table in
      let result = try plan.result(ofResults: table.results)
      let report = SensitivityReport(
        result: result, scenario: sweep.scenario, version: TocsinVersion.current)
      if let plot { try OutputPaths.write(report.picture(), to: plot) }
      print(sweep.json ? try report.json() : report.text(), terminator: "")
      guard result.worlds.failed == 0 else { throw JobsFailed() }
    }
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

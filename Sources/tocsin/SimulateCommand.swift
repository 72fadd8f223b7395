import ArgumentParser
import Experiments
import Hardness
import Reporting
import Storage

/// `tocsin simulate`: the first stage of a run.
struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Simulate a scenario into a graph database, without running detectors.",
    usage: "tocsin simulate <scenario> [<options>]",
    discussion: """
      Prints the path of the file, for the next stage: tocsin replay <file>.

      A run that is interrupted keeps all its days, and one that is killed or finds the disk full \
      those up to its last save; the same command with --resume goes on from there, to the same \
      results. Saves take 1 part in 50 of the time: there is one every 4 s or so with 20,000 accounts, \
      every 20 s with 100,000.

      Exit codes: 0 done, 1 failed, or a column that is not behaviour tells groomers apart (tocsin \
      hardness <file> says which), 2 bad input, 130 interrupted.
      """)

  @OptionGroup var scenario: ScenarioOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var work: WorkOptions
  @OptionGroup var timing: TimingOptions

  func run() throws {
    try timing.timed(threads: work.threadCount, run)
  }

  private func run(_ times: StageTimes?) throws {
    let file = try ScenarioFile(path: scenario.scenario, overrides: scenario.overrides)
    let path = output.path(for: scenario.scenario)
    try Simulate(file, output: path, threads: work.threadCount)
      .run(Terminal.watch(quiet: work.quiet, times: times), resuming: output.resumed)
    Terminal.clearProgress()
    print(path)
    let hardness = HardnessResult(rows: try RunFile(opening: path).hardness())
    for warning in hardness.warnings { Terminal.note(warning) }
    try hardness.check()
  }
}

import ArgumentParser
import Experiments

/// `tocsin simulate`: the first stage of a run.
struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Simulate a scenario into a graph database, without running detectors.",
    usage: "tocsin simulate <scenario> [<options>]",
    discussion: "Prints the path of the file, for the next stage: tocsin replay <file>.")

  @OptionGroup var scenario: ScenarioOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var work: WorkOptions

  func run() throws {
    let file = try ScenarioFile(path: scenario.scenario, overrides: scenario.overrides)
    let path = output.path(for: scenario.scenario)
    try Simulate(file, output: path, threads: work.threadCount)
      .run(Terminal.watch(quiet: work.quiet))
    Terminal.clearProgress()
    print(path)
  }
}

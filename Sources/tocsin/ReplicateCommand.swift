import ArgumentParser
import Experiments

/// `tocsin replicate`: one scenario with many seeds.
struct ReplicateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replicate",
    abstract: "Measure many worlds of one scenario, and how far they differ.",
    usage: "tocsin replicate <scenario> --seeds <N|A..B> [<options>]",
    discussion: """
      Makes a world for every seed, in memory and one per thread, and holds its detectors against the \
      truth. Prints means with intervals over worlds; the results hold every metric of every world. An \
      interrupted command goes on where it was.

      Exit codes: 0 done, 1 failed or a world did, 2 bad input, 130 interrupted.
      """)

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many seeds from the scenario's own on, such as 20, or the first and the last, such as "
        + "1..20.", valueName: "N|A..B"))
  var seeds: String

  @OptionGroup var sweep: SweepOptions

  func validate() throws { _ = try SweepOptions.seeds(seeds) }

  func run() throws {
    try sweep.run(
      try sweep.plan(seeds: try SweepOptions.seeds(seeds)), command: "replicate")
  }
}

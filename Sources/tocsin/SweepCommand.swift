import ArgumentParser
import Designs
import Experiments

/// `tocsin sweep`: a scenario with keys varied, and many seeds of each.
struct SweepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract: "Measure worlds at many settings of a scenario's keys.",
    usage: "tocsin sweep <scenario> --vary <key=values> ... [<options>]",
    discussion: """
      --vary names a key and its values: key=a,b,c, a range with how many values of it, key=1..9:5, \
      or, for the designs latin and sobol, a range, key=1..9; :log behind a range makes steps by a \
      factor. A grid takes every combination; latin and sobol take as many --points as are asked for. \
      Each point has the same seeds, so that points differ in their keys alone.

      Worlds are made in memory, one per thread. The results hold every metric of every world; an \
      interrupted command goes on where it was. Documentation/Sweeps.md tells of the files, and how to \
      spread a sweep over machines.

      Exit codes: 0 done, 1 failed or a world did, 2 bad input, 130 interrupted.
      """)

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "A key to vary, with its values; may be repeated.", valueName: "key=a,b|key=lo..hi:n"))
  var vary: [String] = []

  @Option(
    help: ArgumentHelp(
      "How points are laid out: grid, latin or sobol. (default: grid)", valueName: "design"),
    transform: Self.design)
  var design = Design.grid

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many points, for the designs latin and sobol.", valueName: "n"))
  var points: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The seeds of each point: how many from the scenario's own on, or the first and the last, "
        + "such as 1..20.", valueName: "N|A..B"))
  var seeds = "1"

  @OptionGroup var sweep: SweepOptions

  private static func design(_ text: String) throws -> Design {
    guard let design = Design(rawValue: text) else {
      throw ValidationError(
        "--design: found \"\(text)\", expected one of "
          + Design.allCases.map(\.rawValue).joined(separator: ", ") + ".")
    }
    return design
  }

  func validate() throws {
    guard !vary.isEmpty else {
      throw ValidationError(
        "--vary: found none, expected a key with values such as population.accounts=1000,5000 (for "
          + "seeds alone there is `tocsin replicate`).")
    }
    _ = try SweepOptions.seeds(seeds)
  }

  func run() throws {
    let plan = try sweep.plan(
      vary: vary, design: design, count: points, seeds: try SweepOptions.seeds(seeds))
    try sweep.run(plan, command: "sweep")
  }
}

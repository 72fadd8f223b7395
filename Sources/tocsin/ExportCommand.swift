import ArgumentParser
import Experiments
import Storage

/// `tocsin export`: results for other programs.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a results file out for other programs, or for a blind challenge.",
    usage: "tocsin export <file> --platform-view -o <output>",
    discussion: """
      --platform-view writes a copy of what a platform knows, for those who are to find the groomers: \
      accounts, edges and events, and no truth, replays, seed or scenario. `tocsin query`, `match`, \
      `replay` and `info` work on it. Alerts on it come back as a CSV file: see `tocsin score --help`.
      """)

  @Argument(help: "The results file.", completion: .file(extensions: ["sqlite"]))
  var file: String

  @Flag(help: "Write a copy that holds what a platform knows, and no truth.")
  var platformView = false

  @Option(name: .shortAndLong, help: "Where to write.", completion: .file())
  var output: String

  @Flag(name: .shortAndLong, help: "Show no progress.")
  var quiet = false

  /// Our choice: a program that tries seeds does well to reach a thousand a second; 2^32 take weeks.
  private static let guessable = UInt64(UInt32.max)

  func validate() throws {
    guard platformView else {
      throw ValidationError("Found nothing to write, expected --platform-view.")
    }
    guard !output.isEmpty else {
      throw ValidationError("--output: found nothing, expected the path of a file.")
    }
  }

  func run() throws {
    let results = try RunFile(opening: file)
    try results.expectTruth()
    try Export.platformView(of: results, to: output, Terminal.watch(quiet: quiet))
    Terminal.clearProgress()
    print(output)
    guard try results.header().seed <= Self.guessable else { return }
    Terminal.note(
      "whoever guesses the scenario and its seed can make the truth again; for a challenge, run a "
        + "scenario of your own with a long seed, such as --seed \(Int.random(in: (1 << 60)...Int.max))"
    )
  }
}

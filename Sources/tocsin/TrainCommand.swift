import ArgumentParser
import Detection
import Experiments
import Learning
import Reporting

/// `tocsin train`: a combination of features, fitted to worlds made for it.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Train a combination of features on simulated worlds, and write it as a model.",
    usage: "tocsin train <scenario> ... --seeds <A..B> -o <model.json> [<options>]",
    discussion: """
      Every scenario is lived through with every seed, in memory. From what adults did to under-18s \
      a logistic regression and boosted trees learn whose account is a groomer's; both are held \
      against seeds that they did not learn from. Prints what they are worth, and writes one. Test \
      it on other seeds.
      """)

  @Argument(help: "Scenario files.", completion: .file(extensions: ["yaml", "yml"]))
  var scenarios: [String]

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The seeds of each scenario, the first and the last, such as 101..108.", valueName: "A..B"))
  var seeds: String

  @Option(
    name: .shortAndLong, parsing: .unconditional,
    help: ArgumentHelp(
      "The model to write; an earlier model is replaced, any other file is not.",
      valueName: "model.json"), completion: .file(extensions: ["json"]))
  var output: String

  @Option(
    help: ArgumentHelp(
      "logistic, trees, or best: trees if they are clearly better.", valueName: "kind"))
  var kind = Kind.best

  @Option(help: "The name of the detector.")
  var name = "combination"

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "First alerts on innocent accounts per 1,000 accounts a week, at most, that the threshold is "
        + "set by. The default is our choice.", valueName: "rate"))
  var budget = 0.5

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The share of innocent accounts that are kept; those kept count accordingly more.",
      valueName: "share"))
  var innocents = 0.25

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp(
      "A key to set in every scenario, such as population.accounts=5000; may be repeated.",
      valueName: "key=value"))
  var settings: [String] = []

  @Flag(help: "Print JSON instead of text.")
  var json = false

  @OptionGroup var work: WorkOptions

  /// What `--kind` takes.
  enum Kind: String, CaseIterable, ExpressibleByArgument {
    case logistic, trees, best
  }

  func validate() throws {
    guard !scenarios.contains("") else {
      throw ValidationError("<scenario>: found nothing, expected the path of a scenario file.")
    }
    guard seedRange != nil else {
      throw ValidationError(
        "--seeds: found \"\(seeds)\", expected the first and the last of 2 to 1000 seeds, such as "
          + "101..108, and none above \(Job.largestSeed).")
    }
    guard output.hasSuffix(".json") else {
      throw ValidationError("--output: found \"\(output)\", expected a name that ends in .json.")
    }
    let letters = "abcdefghijklmnopqrstuvwxyz0123456789-"
    guard !name.isEmpty, name.allSatisfy(letters.contains),
      !DetectorCatalogue.isTaken(name)
    else {
      throw ValidationError(
        "--name: found \"\(name)\", expected lower-case letters, digits and hyphens that no built-in "
          + "detector has as its name.")
    }
    guard (0.0...1_000).contains(budget) else {
      throw ValidationError("--budget: found \(budget), expected a number from 0 to 1000.")
    }
    guard innocents > 0, innocents <= 1 else {
      throw ValidationError("--innocents: found \(innocents), expected above 0 and at most 1.")
    }
    for setting in settings where setting.hasPrefix("seed=") {
      throw ValidationError("--set \(setting): the seeds are those of --seeds.")
    }
  }

  /// The seeds; nil if they are anything but a range of 2 to 1,000.
  private var seedRange: ClosedRange<Int>? {
    guard case .range(let range) = SeedRange(seeds), (2...1_000).contains(range.count) else {
      return nil
    }
    return range
  }

  func run() throws {
    guard let seeds = seedRange else { return }
    // Before the work: a place that cannot be had is told at once.
    try ModelFile.checkPlace(output)
    let train = try Train(
      scenarios, seeds: seeds, overrides: settings, innocentShare: innocents,
      threads: work.threadCount)
    let result = try train.run(
      Model.Kind(rawValue: kind.rawValue), name: name, budget: budget,
      Terminal.watch(quiet: work.quiet))
    try ModelFile.write(result.model, to: output)
    Terminal.clearProgress()
    let report = TrainingReport(result: result, path: output)
    print(json ? try report.json() : report.text(), terminator: "")
  }
}

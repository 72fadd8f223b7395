import ArgumentParser
import Detection
import Experiments
import Foundation
import Settings

/// Options of every command that reads a scenario.
struct ScenarioOptions: ParsableArguments {
  @Argument(help: "The scenario file.", completion: .file(extensions: ["yaml", "yml"]))
  var scenario: String

  @OptionGroup private var changes: OverrideOptions

  /// All overrides, the seed among them.
  var overrides: [String] { changes.overrides }

  func validate() throws {
    guard !scenario.isEmpty else {
      throw ValidationError("<scenario>: found nothing, expected the path of a scenario file.")
    }
  }
}

/// Options that change what a scenario says.
struct OverrideOptions: ParsableArguments {
  // Unconditional: what follows is the value, even if it begins with a hyphen as -1 does.
  @Option(
    parsing: .unconditional, help: "The seed, a whole number from 0, instead of the scenario's.")
  var seed: Int?

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp(
      "A key to set, such as population.accounts=5000; may be repeated.",
      valueName: "key=value"))
  var settings: [String] = []

  /// All overrides, the seed among them.
  var overrides: [String] {
    settings + (seed.map { ["seed=\($0)"] } ?? [])
  }

  func validate() throws {
    if let seed, seed < 0 {
      throw ValidationError("--seed: found \(seed), expected a whole number from 0.")
    }
  }
}

/// Options of every command that can be hurried or hushed.
struct WorkOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: "How many threads may work; changes no result. (default: one per core)")
  var threads: Int?

  @Flag(name: .shortAndLong, help: "Show no progress.")
  var quiet = false

  /// How many threads may work.
  var threadCount: Int { threads ?? max(1, ProcessInfo.processInfo.activeProcessorCount) }

  func validate() throws {
    if let threads, !(1...1_024).contains(threads) {
      throw ValidationError("--threads: found \(threads), expected a number from 1 to 1024.")
    }
  }
}

/// Options of every command that runs detectors.
struct DetectorOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Which detectors run: names, groups (see 'tocsin detectors') and models of 'tocsin train' with "
        + "commas between, or a YAML file with the keys under 'detection'. (default: as the scenario "
        + "has it)",
      valueName: "names|file"))
  var detectors: String?

  @Option(
    name: .customLong("batch"), parsing: .unconditional,
    help: ArgumentHelp(
      "Events a detector is handed at a time; changes no result, but of programs whose alerts do "
        + "not name their event.", valueName: "rows"))
  var batchRows = 4_096

  /// Finds out which detectors are to run.
  ///
  /// - Parameters:
  ///   - scenario: the parameters that the scenario gives, overrides in place.
  ///   - overrides: the same overrides, for a file of parameters.
  ///   - oracle: whether the oracle may be among them.
  /// - Returns: the detectors, with their parameters.
  /// - Throws: `BadInput` or `InvalidSettings` for a name or a file that does not fit.
  func choose(
    scenario: DetectionSettings, overrides: [String],
    oracle: DetectorChoice.OracleLeave = .elsewhere
  ) throws -> DetectorChoice {
    try DetectorChoice(detectors, scenario: scenario, overrides: overrides, oracle: oracle)
  }

  func validate() throws {
    guard (1...10_000_000).contains(batchRows) else {
      throw ValidationError("--batch: found \(batchRows), expected a number from 1 to 10000000.")
    }
  }
}

import ArgumentParser
import Detection
import Foundation

/// Options of every command that reads a scenario.
struct ScenarioOptions: ParsableArguments {
  @Argument(help: "The scenario file.", completion: .file(extensions: ["yaml", "yml"]))
  var scenario: String

  @Option(help: "The seed, instead of the scenario's.")
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
}

/// Options of every command that can be hurried or hushed.
struct WorkOptions: ParsableArguments {
  @Option(help: "How many threads may work; changes no result. (default: one per core)")
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
      "Which detectors run, by name, with commas between; see 'tocsin detectors'. (default: all)",
      valueName: "names"))
  var detectors: String?

  @Option(
    name: .customLong("batch"),
    help: ArgumentHelp(
      "Events a detector is handed at a time; changes no result.",
      valueName: "rows"))
  var batchRows = 4_096

  /// The detectors named, in the order of the catalogue.
  func chosen() throws -> [DetectorCatalogue.Entry] {
    guard let detectors else { return DetectorCatalogue.entries }
    let names = detectors.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    let known = DetectorCatalogue.entries.map(\.name)
    guard !names.isEmpty else {
      throw BadInput(
        "--detectors: found nothing, expected some of: \(known.joined(separator: ", "))")
    }
    for name in names where !known.contains(name) {
      throw BadInput(
        "--detectors: no detector is called \"\(name)\"; there are: "
          + known.joined(separator: ", "))
    }
    return DetectorCatalogue.entries.filter { names.contains($0.name) }
  }

  func validate() throws {
    guard (1...10_000_000).contains(batchRows) else {
      throw ValidationError("--batch: found \(batchRows), expected a number from 1 to 10000000.")
    }
  }
}

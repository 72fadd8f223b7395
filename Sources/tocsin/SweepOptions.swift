import ArgumentParser
import Designs
import Experiments
import Foundation
import Reporting
import Scoring
import Storage
import Vocabulary

/// Options of every command that measures many worlds, and what such a command does with them.
struct SweepOptions: ParsableArguments {
  @Argument(help: "The scenario file.", completion: .file(extensions: ["yaml", "yml"]))
  var scenario: String

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp(
      "A key to set in every world, such as population.accounts=5000; may be repeated.",
      valueName: "key=value"))
  var settings: [String] = []

  @Option(
    help: ArgumentHelp(
      "Which detectors run: names, groups (see 'tocsin detectors') and models of 'tocsin train' with "
        + "commas between, or a YAML file with the keys under 'detection'. (default: as the scenario "
        + "has it)", valueName: "names|file"))
  var detectors: String?

  @Option(
    name: .shortAndLong, parsing: .unconditional,
    help: ArgumentHelp(
      "The results, a line of JSON per world. An unfinished file is gone on with, that of another "
        + "experiment refused. (default: named after the scenario and the command, here; of "
        + "sensitivity none is kept)",
      valueName: "results.jsonl"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Also write a table: a row per world, detector and metric.", valueName: "file.csv"))
  var csv: String?

  @Option(
    help: ArgumentHelp("Also write a database; no file is replaced.", valueName: "file.sqlite"))
  var sqlite: String?

  @Flag(help: "Print the jobs, a line each as `tocsin worker` takes them, and run none.")
  var jobsOnly = false

  @Flag(help: "Try jobs that failed again, once all the others are done.")
  var retryFailed = false

  @Flag(help: "Print JSON instead of text.")
  var json = false

  @OptionGroup var work: WorkOptions

  func validate() throws {
    guard !scenario.isEmpty else {
      throw ValidationError("<scenario>: found nothing, expected the path of a scenario file.")
    }
    for (name, path) in [("--output", output), ("--csv", csv), ("--sqlite", sqlite)]
    where path?.isEmpty == true {
      throw ValidationError("\(name): found nothing, expected the path of a file.")
    }
  }

  /// Reads `--seeds`.
  ///
  /// - Throws: `ValidationError` for anything but `A..B` or a number.
  static func seeds(_ text: String) throws -> SeedRange {
    guard let seeds = SeedRange(text) else {
      throw ValidationError(
        "--seeds: found \"\(text)\", expected how many, such as 20, or the first and the last, such "
          + "as 1..20; at most \(SeedRange.most) in all, and none above \(Job.largestSeed).")
    }
    return seeds
  }

  /// The plan of these options.
  func plan(
    vary: [String] = [], design: Design = .grid, count: Int? = nil, seeds: SeedRange
  ) throws -> SweepPlan {
    try SweepPlan(
      scenario, overrides: settings, vary: vary, design: design, count: count,
      seeds: try seeds.seeds(
        from: try ScenarioFile(path: scenario, overrides: settings).scenario.seed),
      detectors: detectors.map { [$0] } ?? [])
  }

  /// Prints the jobs, or runs them, writes what is to be written and prints the report.
  func run(_ plan: SweepPlan, command: String) throws {
    let name = URL(fileURLWithPath: scenario).deletingPathExtension().lastPathComponent
    try run(plan, into: output ?? "\(name).\(command).jsonl") { table in
      let report = try table.report(
        of: plan.pointCount == 1 && json ? MetricCatalogue.all : SweepReport.headline)
      print(json ? try report.json() : report.text(), terminator: "")
      guard report.failures.isEmpty else { throw JobsFailed() }
    }
  }

  /// Prints the jobs, or runs them, writes tables and hands on the results.
  ///
  /// - Parameters:
  ///   - plan: the jobs.
  ///   - output: the file of results; nil for one that is gone at the end.
  ///   - outputs: what else the command writes.
  ///   - tell: given the results of all jobs.
  /// - Throws: `BadInput` where an output cannot be; what the sweep, writing and `tell` throw.
  func run(
    _ plan: SweepPlan, into output: String?, beside outputs: [(option: String, path: String?)] = [],
    telling tell: (ResultTable) throws -> Void
  ) throws {
    guard !jobsOnly else {
      for index in 0..<plan.count { print(try JSONLine.text(of: plan.job(at: index))) }
      return
    }
    // Before the work: a place that cannot be had is told at once.
    if let sqlite, FileManager.default.fileExists(atPath: sqlite) {
      throw BadInput("--sqlite: \(sqlite) exists already; name another file, or remove it")
    }
    try OutputPaths(
      outputs: [("--output", output), ("--csv", csv), ("--sqlite", sqlite)] + outputs,
      inputs: ScenarioFile(path: scenario, overrides: settings).files
    ).check()
    for path in [csv] + outputs.map(\.path) {
      if let path { try OutputPaths.checkText(path) }
    }
    func results(in path: String) throws {
      let sweep = Sweep(plan, output: path, threads: work.threadCount)
      let watch = Terminal.watch(quiet: work.quiet)
      try sweep.run(watch, telling: note)
      if retryFailed {
        try sweep.retryFailed(watch) { failed in
          if failed > 0 { Terminal.note("\(failed.counting("job")) that failed: tried again") }
        }
      }
      Terminal.clearProgress()
      let table = ResultTable(plan: plan, results: path)
      if let csv { try table.writeCSV(to: csv) }
      if let sqlite { try table.writeDatabase(to: sqlite) }
      try tell(table)
    }
    if let output { return try results(in: output) }
    try ScratchFolder.with { try results(in: $0.appending(path: "results.jsonl").path) }
  }

  private func note(_ found: Sweep.Found) {
    switch found {
    case .nothing: break
    case .all:
      Terminal.note(
        "all results are there already" + (retryFailed ? "" : "; nothing is run again"))
    case .some(let count, let droppedLine):
      Terminal.note(
        "goes on with the \(count.counting("result")) that are there"
          + (droppedLine ? "; half a line behind them is dropped" : ""))
    }
  }
}

/// Jobs failed; standard output has said why, and the other results were kept.
struct JobsFailed: Error {}

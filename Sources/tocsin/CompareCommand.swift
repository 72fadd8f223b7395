import ArgumentParser
import Detection
import Experiments
import Reporting
import Scoring
import Settings
import Storage
import Vocabulary

/// `tocsin compare`: a candidate against what is in use.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Hold a candidate against the detectors in use, on the same history.",
    usage: "tocsin compare <file> ... --detectors <in use> --detectors <candidate> [<options>]",
    discussion: """
      Tells, meeting by meeting, where the candidate's first alert comes earlier, later, for the first \
      time or no longer, and what it costs: accounts flagged, false alarms, precision. Each difference \
      has an interval paired by person. Nothing is added to the files.

      Each side is named by a --detectors: what `tocsin replay --detectors` takes, a CSV file of \
      alerts as `tocsin score --alerts` takes, or `replay:1`, a replay that the file holds. With one, \
      the scenario's detectors are what is in use. --set changes keys of the candidate alone: \
      `--set detection.view-spike.limit=12` holds the scenario's detectors against the same with \
      another limit. Of a side that is several detectors the first alert of any counts.

      Several files are worlds of one comparison: the intervals of differences \
      then also say how far worlds differ; those of each side, in the JSON, only how people do.

      Two files of results (.jsonl, of `tocsin sweep`, `replicate` or `worker`) are compared world by \
      world, paired by seed and by what is varied: `tocsin compare before.jsonl after.jsonl`. Two scenarios (.yaml) with --seeds are replicated with these \
      seeds first: `tocsin compare town.yaml other.yaml --seeds 10`; their results are not kept.

      \(GateOption.help)

      Exit codes: 0 done, 1 failed or a detector did, 2 bad input, 3 the candidate misses the gate, \
      130 interrupted.
      """)

  @Argument(
    help: "The results files, or two scenarios.",
    completion: .file(extensions: ["sqlite", "jsonl", "yaml", "yml"]))
  var files: [String]

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "A side: what is in use first, then the candidate.", valueName: "names|file|replay:n"))
  var detectors: [String] = []

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp(
      "A detector's key to set for the candidate, such as detection.view-spike.limit=12; may be "
        + "repeated.", valueName: "key=value"))
  var settings: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The seeds with which two scenarios are compared: how many from the first one's own on, or "
        + "the first and the last, such as 1..20.", valueName: "N|A..B"))
  var seeds: String?

  @OptionGroup var gate: GateOption

  @Flag(help: "List every meeting, not only those that changed.")
  var cases = false

  @Option(
    name: .customLong("batch"), parsing: .unconditional,
    help: ArgumentHelp(
      "Events a detector is handed at a time; changes no result.", valueName: "rows"))
  var batchRows = 4_096

  @Flag(help: "Print JSON instead of text.")
  var json = false

  @OptionGroup var work: WorkOptions

  /// Whether files are results of many worlds and no runs.
  private var areResults: Bool { files.contains { $0.hasSuffix(".jsonl") } }

  /// Whether files are scenarios, of which worlds are yet to be made.
  private var areScenarios: Bool { files.contains(where: Self.isScenario) }

  private static func isScenario(_ file: String) -> Bool {
    file.hasSuffix(".yaml") || file.hasSuffix(".yml")
  }

  /// Two scenarios need seeds.
  private func validateScenarios() throws {
    guard files.allSatisfy(Self.isScenario) else {
      throw ValidationError(
        "<file>: found \(files.joined(separator: ", ")), expected files of one kind: two scenarios "
          + "(.yaml), two files of results (.jsonl), or runs.")
    }
    guard files.count == 2, detectors.count <= 2,
      files[0] != files[1] || !settings.isEmpty || !detectors.isEmpty
    else {
      throw ValidationError(
        "<file>: found \(files.joined(separator: ", ")), expected two scenarios that differ, or one "
          + "twice with a --set or --detectors for the candidate; at most two --detectors.")
    }
    guard gate.conditions == nil, !cases else {
      throw ValidationError("--gate and --cases go with runs; leave them out.")
    }
    guard let seeds else {
      throw ValidationError(
        "--seeds: found none, expected how many worlds of each scenario are made, such as 10.")
    }
    _ = try SweepOptions.seeds(seeds)
  }

  /// Makes the worlds of two scenarios with the same seeds, and prints how they differ.
  private func compareScenarios(with seeds: String) throws {
    let range = try SweepOptions.seeds(seeds).seeds(
      from: try ScenarioFile(path: files[0], overrides: []).scenario.seed)
    func side(_ file: String, _ overrides: [String], _ detectors: String?) throws
      -> ScenarioPair.Side
    {
      ScenarioPair.Side(
        plan: try SweepPlan(
          file, overrides: overrides, seeds: range, detectors: detectors.map { [$0] } ?? []))
    }
    let pair = ScenarioPair(
      before: try side(files[0], [], inUse), after: try side(files[1], settings, candidate))
    let (report, isWhole) = try pair.report(
      threads: work.threadCount, Terminal.watch(quiet: work.quiet))
    Terminal.clearProgress()
    print(json ? try report.json() : report.text(), terminator: "")
    guard isWhole else { throw JobsFailed() }
  }

  /// Two files of results need nothing else.
  private func validateResults() throws {
    guard files.count == 2, files.allSatisfy({ $0.hasSuffix(".jsonl") }), files[0] != files[1]
    else {
      throw ValidationError(
        "<file>: found \(files.joined(separator: ", ")), expected two different .jsonl files of "
          + "results, or runs alone.")
    }
    guard detectors.isEmpty, settings.isEmpty, gate.conditions == nil, !cases else {
      throw ValidationError(
        "--detectors, --set, --gate and --cases go with runs: results were measured before.")
    }
  }

  func validate() throws {
    if areScenarios { return try validateScenarios() }
    guard seeds == nil else {
      throw ValidationError("--seeds goes with scenarios: the worlds of these files are made.")
    }
    if areResults { return try validateResults() }
    guard detectors.count <= 2 else {
      throw ValidationError(
        "--detectors: found \(detectors.count) sides, expected what is in use and the candidate.")
    }
    guard !detectors.isEmpty || !settings.isEmpty else {
      throw ValidationError(
        "--detectors: found no side, expected what is in use and the candidate (or a --set that "
          + "makes the candidate of what is in use).")
    }
    guard (1...10_000_000).contains(batchRows) else {
      throw ValidationError("--batch: found \(batchRows), expected a number from 1 to 10000000.")
    }
    for (index, file) in files.enumerated() where files[..<index].contains(file) {
      throw ValidationError("<file>: found \(file) twice, expected worlds that differ.")
    }
  }

  /// A world with what is to be compared on it.
  private struct World {
    var file: RunFile
    var compare: Compare
  }

  func run() throws {
    if let seeds { return try compareScenarios(with: seeds) }
    if areResults {
      let results = files.map { ResultPair.File(path: $0, name: $0) }
      let report = try ResultPair(results[0], results[1]).report()
      return print(json ? try report.json() : report.text(), terminator: "")
    }
    for setting in settings where !setting.hasPrefix("detection.") {
      throw BadInput(
        "--set \(setting): a comparison can only change keys under detection; run the scenario "
          + "again for others")
    }
    // All that was asked for is understood before the first event is read.
    let worlds = try files.map(world)
    try Self.refuseTwins(of: worlds.map(\.file))
    let watch = Terminal.watch(quiet: work.quiet)
    var comparison = Comparison()
    var problems: [DetectorProblem] = []
    for (index, world) in worlds.enumerated() {
      let raised = try world.compare.alerts(on: world.file, watch)
      problems += raised.problems.map { problem in
        guard worlds.count > 1 else { return problem }
        return DetectorProblem(
          detector: problem.detector, words: "in world \(index + 1): \(problem.words)")
      }
      try comparison.add(
        truth: world.file.truth(),
        subjects: Subjects(of: world.file),
        inUse: raised.inUse, candidate: raised.candidate)
    }
    Terminal.clearProgress()
    let report = ComparisonReport(
      comparison, context: try context(of: worlds.map(\.file)), gate: try gate.gate(),
      problems: problems)
    print(json ? try report.json() : report.text(all: cases), terminator: "")
    try GateMissed.check(report.gate, after: problems)
  }

  /// Refuses the same world twice, under whatever name: a second copy tells nothing new, and would
  /// narrow every interval.
  private static func refuseTwins(of files: [RunFile]) throws {
    var known: [String: String] = [:]
    for file in files {
      // Detectors change nothing of what happens.
      var scenario = try file.scenario()
      scenario.detection = DetectionSettings()
      let world = "\(scenario.seed) \(scenario.digestWithoutSeed)"
      if let earlier = known.updateValue(file.path, forKey: world) {
        throw BadInput(
          "<file>: found one world twice, in \(earlier) and in \(file.path): the same scenario with "
            + "seed \(scenario.seed); expected worlds that differ; leave one out")
      }
    }
  }

  private var inUse: String? { detectors.count == 2 ? detectors[0] : nil }

  private var candidate: String? { detectors.last }

  private func world(_ path: String) throws -> World {
    let file = try RunFile(opening: path)
    try file.expectTruth()
    return World(
      file: file,
      compare: Compare(
        try side(inUse, of: file, overrides: []),
        with: try side(candidate, of: file, overrides: settings), batchRows: batchRows,
        threads: work.threadCount))
  }

  private func side(
    _ specification: String?, of file: RunFile, overrides: [String]
  ) throws -> Compare.Side {
    if let specification, let alerts = try alerts(specification, of: file) {
      guard overrides.isEmpty else {
        throw BadInput(
          "--set: the candidate \(specification) is alerts that were made before, which no key "
            + "changes; name detectors, or leave --set out")
      }
      return .alerts(alerts)
    }
    let scenario = try file.scenario(overrides: overrides)
    let choice = try DetectorChoice(
      specification, scenario: scenario.detection, overrides: overrides)
    choice.warn(of: [scenario])
    return .detectors(choice.entries, choice.settings)
  }

  /// The alerts of a side that were made before; nil of detectors.
  private func alerts(_ specification: String, of file: RunFile) throws -> [Alert]? {
    let stored = "replay:"
    if specification.hasPrefix(stored) {
      let text = specification.dropFirst(stored.count)
      guard let number = Int(text) else {
        throw BadInput(
          "--detectors \(specification): found \"\(text)\", expected the number of a replay, from 1"
        )
      }
      return try file.alerts(replay: number)
    }
    guard specification.hasSuffix(".csv") else { return nil }
    guard files.count == 1 else {
      throw BadInput(
        "--detectors \(specification): alerts are of one run, and there are \(files.count) files; "
          + "compare them one by one")
    }
    return try AlertsFile(
      bytes: try ScoreCommand.bytes(of: specification, option: "--detectors"), path: specification,
      of: file.header(), file
    ).alerts
  }

  private func context(of files: [RunFile]) throws -> ComparisonContext {
    let headers = try files.map { try $0.header() }
    let calendars = try headers.map { header throws(BadInput) in try header.calendar() }
    return ComparisonContext(
      inUse: inUse ?? "the detectors of the scenario",
      candidate: ([candidate ?? "the detectors of the scenario"] + settings).joined(separator: " "),
      runs: zip(files, headers).enumerated().map { index, run in
        ComparisonContext.Run(
          number: index + 1, database: run.0.path, scenario: run.1.scenarioName, seed: run.1.seed,
          version: run.1.tocsinVersion)
      },
      calendar: { time, world in calendars[world](time) })
  }
}

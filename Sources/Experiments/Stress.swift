import Activity
public import Detection
import Graphs
import Population
public import Scoring
public import Vocabulary

/// A suite of scenarios, each with one thing made hard, and what detectors make of it.
///
/// Worlds and days are made in memory; no file is written.
public struct Stress: Sendable {
  /// The scenarios, the reference first, each with every seed.
  private let runs: [[ScenarioFile]]
  private let batchRows: Int
  private let threads: Int

  /// Reads a suite.
  ///
  /// - Parameters:
  ///   - paths: scenario files, or one folder of them; see `StressSuite`.
  ///   - seeds: how many worlds of each scenario: its own seed and those that follow.
  ///   - overrides: settings such as `population.accounts=5000` that replace what all files say.
  ///   - batchRows: events a detector is handed at a time; changes no result.
  ///   - threads: how many threads may work; changes no result.
  /// - Throws: `StressSuiteError`; what reading a scenario throws.
  public init(_ paths: [String], seeds: Int, overrides: [String], batchRows: Int, threads: Int)
    throws
  {
    precondition(seeds > 0, "a suite has at least one seed")
    runs = try StressSuite.files(paths).map { path in
      let file = try ScenarioFile(path: path, overrides: overrides)
      return try [file]
        + (1..<seeds).map { offset in
          let seed = "seed=\(file.scenario.seed &+ offset)"
          return try ScenarioFile(path: path, overrides: overrides + [seed])
        }
    }
    self.batchRows = batchRows
    self.threads = threads
    let seed = reference.seed
    for run in runs where run[0].scenario.seed != seed {
      throw StressSuiteError.otherSeed(
        path: run[0].path, seed: run[0].scenario.seed, reference: seed)
    }
  }

  /// The scenario that the others are compared to.
  public var reference: Scenario { runs[0][0].scenario }

  /// Every scenario with every seed.
  public var scenarios: [Scenario] { runs.joined().map(\.scenario) }

  /// Runs every scenario on every seed, and every detector at the best threshold within a budget.
  ///
  /// - Parameters:
  ///   - detectors: which detectors run, in the order of the matrix.
  ///   - settings: their parameters in a scenario; each one's threshold is set by the budget.
  ///   - budget: first alerts on innocent accounts per 1,000 accounts a week, at most.
  ///   - watch: told how far the suite is, and asked whether to stop.
  ///   - tell: told what went wrong in detectors, after each run.
  /// - Returns: the matrix, the reference first.
  /// - Throws: `Interrupted`; `ScoringError`; what `settings` throws.
  public func run(
    _ detectors: [DetectorCatalogue.Entry], settings: (Scenario) throws -> DetectionSettings,
    budget: Double, _ watch: Watch, telling tell: (DetectorProblem) -> Void = { _ in }
  ) throws -> StressMatrix {
    var meter = Meter(runs: runs, watch: watch)
    let scenarios = try runs.map { runs in
      let file = runs[0]
      let settings = try settings(file.scenario)
      var tradeOffs = detectors.map { _ in TradeOff() }
      for run in runs {
        try meter.begin(run)
        let world = try world(of: run, detectors, settings, &meter)
        for problem in world.problems {
          let place = "in \(StressSuite.name(of: file.path)), seed \(run.scenario.seed)"
          tell(DetectorProblem(detector: problem.detector, words: "\(place): \(problem.words)"))
        }
        for (index, detector) in detectors.enumerated() {
          try tradeOffs[index].add(
            truth: world.truth, subjects: world.subjects,
            alerts: world.alerts.lazy.filter { $0.detector == detector.name })
        }
      }
      return StressMatrix.Scenario(
        name: StressSuite.name(of: file.path), title: file.scenario.name,
        results: tradeOffs.map { $0.within(budget: budget) })
    }
    return StressMatrix(
      budget: budget, seeds: runs[0].map(\.scenario.seed), detectors: detectors.map(\.name),
      scenarios: scenarios)
  }

  private struct LivedWorld {
    var truth: GroundTruth
    var subjects: Subjects
    var alerts: [Alert]
    var problems: [(detector: String, words: String)]
  }

  /// One world and its days, and the rising scores of every detector.
  private func world(
    of file: ScenarioFile, _ detectors: [DetectorCatalogue.Entry], _ settings: DetectionSettings,
    _ meter: inout Meter
  ) throws -> LivedWorld {
    let scenario = file.scenario
    let world = file.world(threads: threads)
    var arrivals = Arrivals(of: scenario.simulation(of: world, threads: threads), in: scenario)
    var engine = Engine(
      view: PlatformView(of: world, from: scenario.calendar.start),
      detectors: detectors, settings: settings, keeping: .rising, batchRows: batchRows,
      threads: threads)
    var log = EventLog()
    while try arrivals.next(into: &log) {
      engine.observe(log)
      try meter.advance(to: arrivals.source.daysDone, events: log.count)
    }
    let alerts = engine.alerts()
    // A question that is being answered is given up when the suite is to stop.
    try meter.advance(to: arrivals.source.daysDone, events: 0)
    return LivedWorld(
      truth: arrivals.source.groundTruth, subjects: Subjects(of: world), alerts: alerts,
      problems: engine.problems)
  }

  /// Counts the days of accounts that are done, of all there are.
  private struct Meter {
    private let watch: Watch
    private let total: Int
    private let runsPerScenario: Int
    private let scenarios: Int
    private var begun = 0
    private var doneBefore = 0
    private var accounts = 0
    private var days = 0
    private var events = 0
    private var detail = ""

    init(runs: [[ScenarioFile]], watch: Watch) {
      self.watch = watch
      scenarios = runs.count
      runsPerScenario = runs[0].count
      total = runs.joined().reduce(0) { $0 + $1.accountCount * $1.scenario.calendar.days }
    }

    mutating func begin(_ run: ScenarioFile) throws(Interrupted) {
      doneBefore += accounts * days
      (accounts, days) = (run.accountCount, 0)
      detail =
        "scenario \(begun / runsPerScenario + 1) of \(scenarios), seed \(run.scenario.seed)"
      begun += 1
      try check()
    }

    mutating func advance(to days: Int, events: Int) throws(Interrupted) {
      self.days = days
      self.events += events
      try check()
    }

    private func check() throws(Interrupted) {
      try watch.check(
        StageProgress(
          stage: .stress, detail: detail, done: doneBefore + accounts * days, total: total,
          events: events))
    }
  }
}

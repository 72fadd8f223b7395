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
        let world = try LivedWorld(
          run, through: detectors, settings: settings, gathering: .rising, batchRows: batchRows,
          threads: threads
        ) { try meter.advance(to: $0, events: $1) }
        for problem in world.problems {
          let place = "in \(StressSuite.name(of: file.path)), seed \(run.scenario.seed)"
          tell(DetectorProblem(detector: problem.detector, words: "\(place): \(problem.words)"))
        }
        for (index, detector) in detectors.enumerated() {
          try tradeOffs[index].add(
            truth: world.truth, subjects: world.subjects,
            alerts: world.rising.lazy.filter { $0.detector == detector.name })
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

import Activity
public import Detection
public import Learning
import Settings
import Storage

/// Trains a combination of features on worlds made in memory; no file is written.
public struct Train: Sendable {
  /// The scenarios, each with every seed.
  private let runs: [[ScenarioFile]]
  private let innocentShare: Double
  private let threads: Int

  /// Reads the scenarios.
  ///
  /// - Parameters:
  ///   - paths: scenario files.
  ///   - seeds: the seeds of each; those of a file do not count.
  ///   - overrides: settings such as `population.accounts=5000` that replace what all files say.
  ///   - innocentShare: the share of innocent accounts that are kept, above 0 and at most 1.
  ///   - threads: how many threads may work; changes no result.
  /// - Precondition: there are two seeds at least.
  /// - Throws: what reading a scenario throws.
  public init(
    _ paths: [String], seeds: ClosedRange<Int>, overrides: [String], innocentShare: Double,
    threads: Int
  ) throws {
    precondition(seeds.count >= 2, "what is learnt is held against other seeds")
    runs = try paths.map { path in
      try seeds.map { try ScenarioFile(path: path, overrides: overrides + ["seed=\($0)"]) }
    }
    self.innocentShare = innocentShare
    self.threads = threads
  }

  /// Gathers rows, holds both kinds of decision against seeds that they did not learn from, and
  /// trains one of them on all rows.
  ///
  /// - Parameters:
  ///   - kind: which kind; nil keeps trees if they are clearly better, see `TrainingResult`.
  ///   - name: the name of the detector.
  ///   - budget: first alerts on innocent accounts per 1,000 accounts a week, at most, that the
  ///     threshold is set by.
  ///   - watch: told how far training is, and asked whether to stop.
  /// - Returns: the model, and what it is worth.
  /// - Throws: `Interrupted`; `TrainingError` where there is nothing to learn from.
  public func run(
    _ kind: Model.Kind?, name: String, budget: Double, _ watch: Watch
  ) throws -> TrainingResult {
    let set = try gather(watch)
    let rows = set.rows
    try check(rows)
    func advance(_ words: String) throws {
      try watch.check(
        StageProgress(stage: .training, detail: words, done: 0, total: 0, events: 0))
    }
    let candidates = try Model.Kind.allCases.map { kind in
      try CrossValidation(of: kind, rows, threads: threads) {
        try advance("\(kind.rawValue), on seeds held back")
      }
    }
    let prices = candidates.map {
      Threshold(probabilities: $0.probabilities, of: set, budget: budget)
    }
    let gain = TrainingResult.Gain(of: candidates[1], over: candidates[0])
    let best = kind ?? (gain.isClear ? .trees : .logistic)
    let index = candidates[0].kind == best ? 0 : 1
    let decision = try CrossValidation.fit(best, rows, threads: threads) {
      try advance("\(best.rawValue), on all seeds")
    }
    let model = Model(
      name: name, decision: decision, calibration: candidates[index].calibration(of: rows),
      threshold: prices[index].probability, provenance: provenance(of: rows))
    return TrainingResult(
      model: model, isChosen: kind == nil,
      candidates: zip(candidates, prices).map { candidate, price in
        TrainingResult.Candidate(
          candidate, of: rows, threshold: price.probability, groomersFound: price.groomersFound)
      },
      gain: gain, budget: budget,
      importances: candidates[index].importances,
      reliability: Reliability(probabilities: candidates[index].probabilities, of: rows))
  }

  private func gather(_ watch: Watch) throws -> TrainingSet {
    var set = TrainingSet()
    let files = runs.flatMap(\.self)
    let total = files.reduce(0) { $0 + $1.accountCount * $1.scenario.calendar.days }
    var (before, events) = (0, 0)
    for (number, file) in files.enumerated() {
      var world = TrainingWorld(file, threads: threads)
      func check(days: Int) throws {
        try watch.check(
          StageProgress(
            stage: .rows, detail: "world \(number + 1) of \(files.count)",
            done: before + file.accountCount * days, total: total, events: events))
      }
      try check(days: 0)
      try world.gather(into: &set, innocentShare: innocentShare) { days, count in
        events += count
        try check(days: days)
      }
      before += file.accountCount * file.scenario.calendar.days
    }
    return set
  }

  /// Every fold needs both labels, on the side that is learnt from and on the one that is not.
  private func check(_ rows: LabelledRows) throws(TrainingError) {
    for seed in runs[0].map(\.scenario.seed) {
      for isGroomer in [true, false] {
        let found = rows.groups.indices.contains {
          rows.groups[$0] == seed && rows.labels[$0] == isGroomer
        }
        if !found { throw .oneSided(seed: seed, groomers: isGroomer) }
      }
    }
  }

  private func provenance(of rows: LabelledRows) -> Provenance {
    func subjects(_ isIncluded: (Int) -> Bool) -> Int {
      Set(rows.subjects.indices.filter(isIncluded).map { rows.subjects[$0] }).count
    }
    let positives = rows.labels.count(where: \.self)
    return Provenance(
      tocsinVersion: TocsinVersion.current,
      scenarios: runs.map { run in
        Provenance.Scenario(name: run[0].scenario.name, digest: run[0].scenario.digestWithoutSeed)
      },
      seeds: runs[0].map(\.scenario.seed), innocentShare: innocentShare, rows: rows.count,
      positives: positives, accounts: subjects { _ in true },
      groomers: subjects { rows.labels[$0] },
      prevalence: Double(positives) / rows.weights.reduce(0, +))
  }
}

/// There is nothing to learn from.
public enum TrainingError: Error, Equatable, CustomStringConvertible {
  /// The worlds of a seed hold no groomer, or nobody else, who has to do with under-18s.
  case oneSided(seed: Int, groomers: Bool)

  /// What was found, what was expected and what to do.
  public var description: String {
    switch self {
    case .oneSided(let seed, let groomers):
      "seed \(seed): found no \(groomers ? "groomer" : "innocent adult") who turned to an under-18, "
        + "expected some of both in every seed; take more accounts or days"
        + (groomers ? ", or raise population.groomers.per-adult-account" : "")
    }
  }
}

extension Scenario {
  /// SHA-256 of what decides the events of a run, but for the seed: two runs whose digests and seeds
  /// are the same have the same events.
  public var digestWithoutSeed: String {
    var scenario = self
    scenario.seed = 0
    scenario.detection = DetectionSettings()
    scenario.detection.watermark = detection.watermark
    scenario.recording = .all
    return TextDigest.hexadecimal(of: scenario.canonicalYAML())
  }
}

import Activity
import Detection
import Experiments
import Hardness
import Reporting
import Scoring
import Settings
import Storage
import Validation
import Vocabulary

extension RunReport {
  /// Gathers all that a report says of a run.
  ///
  /// - Parameters:
  ///   - file: the results file, with the truth.
  ///   - replay: the number of the replay; nil for the last.
  ///   - story: the case that is told in full; nil for a typical one.
  ///   - watch: told how far the work is, and asked whether to stop.
  ///   - threads: how many threads may work; changes no byte.
  /// - Throws: `BadInput` without a replay or for a case that is not there; what the stages throw.
  init(
    of file: RunFile, replay: Int?, story: Int?, _ watch: Watch, threads: Int
  ) throws {
    let replays = try file.replays()
    guard let row = replay.map({ number in replays.first { $0.id == number } }) ?? replays.last
    else {
      throw replay.map { number in
        StorageError.noReplay(path: file.path, replay: number, stored: replays.count)
      } ?? BadInput("\(file.path): no replay in it yet; run `tocsin replay \(file.path)` first")
    }
    let alerts = try file.alerts(replay: row.id)
    let truth = try file.truth()
    let subjects = try Subjects(of: file)
    let priced = try PricedReplay(of: row, on: file, watch, threads: threads)
    let evaluation = try Score.evaluate(
      alerts, of: row.detectors, against: file, rising: priced.rising)
    let header = try file.header()
    let choice = try Self.choice(of: story, truth, evaluation, in: file)
    self.init(
      evaluation: evaluation, hardness: HardnessResult(rows: try file.hardness()),
      context: try ReportContext(of: file, scope: evaluation.scope), truth: truth,
      priced: priced.detectors.map {
        Priced(
          name: $0.name, curve: $0.tradeOff.alarmCurve(points: 80),
          ranking: $0.tradeOff.ranking(threads: threads))
      },
      unpriced: priced.missing,
      calibrations: try AlertCalibration.all(
        truth: truth, subjects: subjects, alerts: alerts, detectors: row.detectors),
      groups: try Grouped.all(
        truth: truth, subjects: subjects, alerts: alerts, detectors: row.detectors),
      agreement: try Agreement.pairs(
        truth: truth, subjects: subjects, alerts: alerts, detectors: row.detectors),
      survival: try SurvivalCurves(
        truth: truth, alerts: alerts, detectors: row.detectors, subjects: subjects),
      network: try Self.network(of: file, header, watch, threads: threads),
      story: try choice.map { choice in
        let told = try CaseStory(
          of: choice.number, truth: truth, alerts: alerts, detectors: row.detectors, in: file,
          watch, threads: threads)
        let groomer = truth.cases[choice.number].groomer
        return Story(
          report: told.report(calendar: try header.calendar()),
          alerts: alerts.filter { $0.suspect == groomer }, choice: choice.words)
      }, scenario: header.scenarioYAML, unsourced: Self.unsourced)
  }

  /// The world of a file, and what happened there, held against published figures.
  private static func network(
    of file: RunFile, _ header: RunHeader, _ watch: Watch, threads: Int
  ) throws -> Network {
    let stage = Validate(threads: threads)
    let sample = try stage.sample(of: file, watch)
    let activity = try stage.activity(of: file, in: sample.world, watch)
    return Network(
      validation: ValidationReport(
        result: try stage.rows(of: sample, activity: activity, watch),
        scenario: header.scenarioName, seed: header.seed, version: header.tocsinVersion),
      curves: try stage.curves(of: sample, watch))
  }

  /// The case that is told, with a sentence on why it is this one; nil where there is none.
  private static func choice(
    of number: Int?, _ truth: GroundTruth, _ evaluation: Evaluation, in file: RunFile
  ) throws(BadInput) -> (number: Int, words: String)? {
    if let number {
      guard truth.cases.indices.contains(number) else {
        throw BadInput(
          "--case: found \(number), expected "
            + (truth.cases.isEmpty
              ? "nothing, as in this run no contact with a child was sustained"
              : "a case from 0 to \(truth.cases.count - 1)")
            + "; `tocsin case \(file.path)` lists them")
      }
      return (number, "It was asked for.")
    }
    let met = truth.cases.indices.filter { truth.cases[$0].firstMeeting != nil }
    let any = evaluation.detectors.count - 1
    let early = zip(met, evaluation.cases).compactMap { number, scored in
      scored.leadSeconds(ofDetectorAt: any).map { (number: number, lead: $0) }
    }.filter { $0.lead > 0 }.sorted { ($0.lead, $0.number) < ($1.lead, $1.number) }
    if !early.isEmpty {
      return (
        early[early.count / 2].number,
        "It is told because it is the middle one, by lead, of the \(early.count.counting("meeting")) "
          + "with an alert before; those that nothing warned of are not among them."
      )
    }
    guard !truth.cases.isEmpty else { return nil }
    return (
      met.first ?? 0,
      "It is told because it is the first" + (met.isEmpty ? "" : " with a meeting")
        + "; no meeting had an alert before."
    )
  }

  /// The keys of scenarios that no good source gives.
  private static let unsourced = Scenario.catalogue().filter { $0.source.hasPrefix("sweep ") }.map {
    Key(path: $0.path, about: $0.about, standard: $0.standard, source: $0.source)
  }
}

extension PairReport.Run {
  /// The last replay of a file, its detectors at every threshold too.
  ///
  /// - Throws: `BadInput` without a replay; what the stages throw.
  init(of file: RunFile, _ watch: Watch, threads: Int) throws {
    try file.expectTruth()
    let evaluation = try Score.evaluate(file) {
      try PricedReplay(of: $0, on: file, watch, threads: threads)
    }
    guard let evaluation else {
      throw BadInput("\(file.path): no replay in it yet; run `tocsin replay \(file.path)` first")
    }
    self.init(
      evaluation: evaluation, context: try ReportContext(of: file, scope: evaluation.scope),
      scenario: try file.header().scenarioYAML, settings: try file.replay(nil)?.settings ?? "")
  }
}

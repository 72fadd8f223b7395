import Settings
import TestSupport
import Testing
import Vocabulary

@testable import Detection

/// A model that weighs unanswered and refused requests, to be wrong in one thing at a time.
private func model(_ change: (inout Model) -> Void = { _ in }) -> Model {
  let names = AccountFeatures.all.map(\.name)
  let weights = names.map { name -> Double in
    switch name {
    case "requests-to-minors-28d", "refused-by-minors-28d", "summed-cue-evidence": 1.0
    case "mean-mutual-friends-28d": -1.0
    default: 0
    }
  }
  var model = Model(
    name: "combination",
    decision: .logistic(
      sum: LogisticSum(
        intercept: -1, weights: weights, means: names.map { _ in 0 },
        deviations: names.map { _ in 1 })),
    calibration: Model.Calibration(slope: 1, intercept: -2), threshold: 0.5,
    provenance: Provenance(
      tocsinVersion: "0", scenarios: [], seeds: [], innocentShare: 1, rows: 0, positives: 0,
      accounts: 0, groomers: 0, prevalence: 0))
  change(&model)
  return model
}

@Suite("The trained combination")
struct CombinationTests {
  private static let run = SmallRun(accounts: 1_000, days: 30, groomerShare: 0.05)

  private static func alerts(
    keeping: AlertSink.Keeping? = nil, batchRows: Int = 4_096, threshold: Double? = nil
  ) throws -> [Alert] {
    var settings = DetectionSettings()
    let entry = try DetectorCatalogue.Entry(model())
    if let threshold { entry.setThreshold(&settings, threshold) }
    var engine = Engine(
      view: run.view, detectors: [entry], settings: settings, keeping: keeping,
      batchRows: batchRows, threads: 2)
    engine.observe(run.log)
    return engine.alerts()
  }

  @Test("has no probability of 1, so that a threshold of 1 is out of reach")
  func belowOne() {
    let line = Model.Calibration(slope: 1, intercept: 0)
    #expect(line.probability(1_000) < 1)
    #expect(line.probability(1_000) > line.probability(30))
  }

  @Test("says which model it is in one line")
  func identity() throws {
    let entry = try DetectorCatalogue.Entry(
      model {
        $0.provenance.tocsinVersion = "1.2"
        $0.provenance.scenarios = [
          Provenance.Scenario(name: "town", digest: String(repeating: "ab", count: 32))
        ]
        $0.provenance.seeds = [101, 102]
        $0.provenance.rows = 77
      })
    #expect(
      entry.identity
        == "A trained model of logistic with threshold 0.5, by tocsin 1.2 from town (abababababab), "
        + "seeds 101, 102, 77 rows")
  }

  @Test("alerts at its probability, with the features that speak for it")
  func reasons() throws {
    let alerts = try Self.alerts()
    #expect(alerts.count > 5)
    for alert in alerts {
      #expect(alert.score >= 0.5)
      #expect(alert.reasons.first?.name == "probability")
      #expect(alert.reasons.first?.value == alert.score)
      #expect(alert.reasons.first?.events == [alert.cause])
      // By hand: sigma(sum of ln(1 + value) - 3), where no negative feature is named.
      let named = alert.reasons.dropFirst()
      #expect(!named.isEmpty && named.count <= 3)
      #expect(!named.contains { $0.name == "mean-mutual-friends-28d" })
    }
  }

  @Test("raises the same alerts whatever the batches", arguments: [1, 7])
  func batches(rows: Int) throws {
    #expect(try Self.alerts(batchRows: rows) == Self.alerts())
  }

  @Test("rising scores say at every threshold when each suspect first has an alert")
  func rising() throws {
    let rising = try Self.alerts(keeping: .rising)
    let scores = Set(rising.map(\.score)).sorted()
    #expect(scores.count > 20)
    for threshold in [0, scores[scores.count / 2], scores[scores.count - 1]] {
      func first(_ alerts: [Alert]) -> [AccountID: Int] {
        alerts.reduce(into: [:]) { $0[$1.suspect] = $0[$1.suspect] ?? $1.cause }
      }
      #expect(
        try first(Self.alerts(threshold: threshold))
          == first(rising.filter { $0.score >= threshold }))
    }
  }

  @Test("adds up what a tree's questions change, feature by feature")
  func contributions() {
    var tree = BoostedTrees.Tree(leaf: 0.5)
    tree.split(0, feature: 1, limit: 2, left: 0, right: 1.5)
    tree.split(2, feature: 0, limit: 7, left: 1, right: 4)
    let decision = Model.Decision.trees(forest: BoostedTrees(base: -3, trees: [tree, tree]))
    #expect(decision.score([7, 2]) == -3)
    #expect(decision.score([7, 3]) == -1)
    #expect(decision.score([8, 3]) == 5)
    #expect(decision.contributions([8, 3]) == [5, 2])
    #expect(decision.contributions([0, 0]) == [0, -1])
  }

  @Test("refuses a model that does not fit, and says what is wrong")
  func refusals() {
    func fault(_ change: (inout Model) -> Void) -> String {
      do {
        try model(change).check()
        return "nothing"
      } catch { return "\(error)" }
    }
    #expect(fault { _ in } == "nothing")
    #expect(fault { $0.version = 9 }.contains("version 9, expected \"tocsin-model\" version 1"))
    #expect(fault { $0.format = "other" }.contains("found format \"other\""))
    #expect(fault { $0.featureVersion = 7 }.contains("features (version 7)"))
    #expect(fault { $0.features[3] = "shoe-size" }.contains("it has the unknown shoe-size"))
    #expect(fault { $0.features.swapAt(0, 1) }.contains("features[0]: found \"requests-28d\""))
    #expect(fault { $0.name = "view-spike" }.contains("name: found \"view-spike\""))
    #expect(fault { $0.name = "Two Words" }.contains("name: found \"Two Words\""))
    #expect(fault { $0.threshold = 2 }.contains("threshold: found 2.0"))
    #expect(fault { $0.calibration.slope = -1 }.contains("calibration.slope: found -1.0"))
    #expect(fault { $0.calibration.intercept = .nan }.contains("calibration.intercept: found nan"))
    #expect(
      fault {
        $0.decision = .logistic(
          sum: LogisticSum(intercept: 0, weights: [1], means: [0], deviations: [1]))
      }.contains("weights: found 1 values"))
    var lost = BoostedTrees.Tree(leaf: 0)
    lost.split(0, feature: 0, limit: 1, left: 0, right: 0)
    lost.lefts[0] = 0
    #expect(
      fault { $0.decision = .trees(forest: BoostedTrees(base: 0, trees: [lost])) }
        .contains("node 0 leads nowhere"))
    var infinite = BoostedTrees.Tree(leaf: .infinity)
    infinite.values = [.infinity]
    #expect(
      fault { $0.decision = .trees(forest: BoostedTrees(base: 0, trees: [infinite])) }
        .contains("trees[0].values: found inf"))
  }
}

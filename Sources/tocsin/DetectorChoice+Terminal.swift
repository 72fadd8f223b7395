import Detection
import Experiments

extension DetectorChoice {
  /// Finds out what a specification stands for; questions are given up on Ctrl-C.
  ///
  /// - Throws: as `init(_:scenario:overrides:oracle:isInterrupted:)`.
  init(
    _ specification: String?, scenario: DetectionSettings, overrides: [String],
    oracle: OracleLeave = .elsewhere
  ) throws {
    try self.init(
      specification, scenario: scenario, overrides: overrides, oracle: oracle,
      isInterrupted: { Terminal.isInterrupted })
  }

  /// Says which models are tried on what they were trained on: their results mean nothing.
  ///
  /// - Parameter runs: the scenarios, with their seeds, that they are tried on.
  func warn(of runs: [Scenario]) {
    for model in models {
      let digests = model.provenance.scenarios.map(\.digest)
      let seeds = runs.filter { run in
        model.provenance.seeds.contains(run.seed) && digests.contains(run.digestWithoutSeed)
      }.map { String($0.seed) }
      guard !seeds.isEmpty else { continue }
      Terminal.note(
        "\(model.name) was trained on this scenario with seed \(seeds.joined(separator: ", ")): "
          + "what it does there is no test; use a seed that it was not trained on")
    }
  }
}

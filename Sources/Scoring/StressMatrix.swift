/// Scenarios down, detectors across: what each detector does in each scenario at the same price.
public struct StressMatrix: Sendable {
  /// First alerts on innocent accounts per 1,000 accounts a week that no detector exceeds.
  public let budget: Double
  /// The seeds of the worlds of every scenario.
  public let seeds: [Int]
  /// The names of the detectors.
  public let detectors: [String]
  /// The scenarios; the first is the reference that the others are compared to.
  public let scenarios: [Scenario]

  /// A scenario and what each detector does in it, in the order of the detectors.
  public struct Scenario: Sendable {
    /// What it is called: the name of its file.
    public var name: String
    /// What it is called in full.
    public var title: String
    /// What each detector does in it.
    public var results: [PricedAlerts]

    /// Makes a scenario of the matrix.
    public init(name: String, title: String, results: [PricedAlerts]) {
      self.name = name
      self.title = title
      self.results = results
    }
  }

  /// Makes a matrix.
  ///
  /// - Precondition: there is a scenario, and every one has a result per detector.
  public init(budget: Double, seeds: [Int], detectors: [String], scenarios: [Scenario]) {
    precondition(
      !scenarios.isEmpty && scenarios.allSatisfy { $0.results.count == detectors.count },
      "a matrix has a reference, and a result for every scenario and detector")
    self.budget = budget
    self.seeds = seeds
    self.detectors = detectors
    self.scenarios = scenarios
  }

  /// What each detector loses in a scenario against the reference; nothing for the reference itself.
  public func losses(in scenario: Int) -> [Estimate?] {
    detectors.indices.map { detector in
      scenario == 0
        ? nil : scenarios[scenario].results[detector].loss(against: scenarios[0].results[detector])
    }
  }
}

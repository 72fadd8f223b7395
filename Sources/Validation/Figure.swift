/// One number that a world is held against, with the published one beside it.
public struct Figure: Sendable, Equatable {
  /// What the number is, in words that stand alone in a table: at most 29 columns.
  public var label: String
  /// What exactly is measured, of whom, and how its standard error is worked out.
  public var definition: String
  /// What was published.
  public var target: Band
  /// What is accepted of a world.
  public var accepted: Band
  /// How many decimals tables show.
  public var decimals: Int
  /// What this world gives.
  public var finding: Finding

  /// What a world gives for a figure.
  public enum Finding: Sendable, Equatable {
    /// A value.
    case measured(Estimate)
    /// Nothing, and why: a sentence without a full stop.
    case notShown(String)
  }

  /// Makes a figure.
  public init(
    _ label: String, definition: String, target: Band, accepted: Band, decimals: Int,
    finding: Finding
  ) {
    self.label = label
    self.definition = definition
    self.target = target
    self.accepted = accepted
    self.decimals = decimals
    self.finding = finding
  }

  /// The value with its standard error; nil if this world does not show the figure.
  public var estimate: Estimate? {
    if case .measured(let estimate) = finding { estimate } else { nil }
  }

  /// Whether the value is accepted; a value that cannot be shown does not fail.
  public var verdict: Verdict {
    guard let estimate else { return .notShown }
    return accepted.contains(estimate.value) ? .pass : .fail
  }
}

/// How a figure or a row compares with what was published.
public enum Verdict: String, Sendable, Equatable, Codable, CaseIterable {
  /// What was measured is accepted.
  case pass
  /// What was measured is not accepted.
  case fail
  /// This world cannot show it.
  case notShown = "not-shown"
}

extension Figure.Finding {
  /// An estimate, or why there is none.
  static func measured(_ estimate: Estimate?, orNotShown reason: String) -> Figure.Finding {
    estimate.map { .measured($0) } ?? .notShown(reason)
  }

  /// An estimate that is sure enough to tell by, or why there is none.
  ///
  /// With so few cases that the standard error exceeds what is accepted to either side, a verdict
  /// would be chance.
  static func measured(
    _ estimate: Estimate?, telling accepted: Band, orNotShown reason: String
  ) -> Figure.Finding {
    guard let estimate else { return .notShown(reason) }
    guard let lower = accepted.lower, let upper = accepted.upper,
      let error = estimate.standardError, error <= (upper - lower) / 2
    else {
      return .notShown(
        "too few to tell: the standard error is more than what is accepted to either side, and a "
          + "longer run or more accounts would lessen it")
    }
    return .measured(estimate)
  }
}

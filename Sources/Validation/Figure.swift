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
    /// A value so uncertain that a verdict would be chance.
    case unsure(Estimate)
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
    switch finding {
    case .measured(let estimate), .unsure(let estimate): estimate
    case .notShown: nil
    }
  }

  /// Whether the value is accepted; one that is uncertain or cannot be shown does not fail.
  public var verdict: Verdict {
    switch finding {
    case .measured(let estimate): accepted.contains(estimate.value) ? .pass : .fail
    case .unsure: .unsure
    case .notShown: .notShown
    }
  }
}

/// How a figure or a row compares with what was published.
public enum Verdict: String, Sendable, Equatable, Codable, CaseIterable {
  /// What was measured is accepted.
  case pass
  /// What was measured is not accepted.
  case fail
  /// What was measured is too uncertain to tell.
  case unsure
  /// This world cannot show it.
  case notShown = "not-shown"
}

extension Figure.Finding {
  /// An estimate, or why there is none.
  static func measured(_ estimate: Estimate?, orNotShown reason: String) -> Figure.Finding {
    estimate.map { .measured($0) } ?? .notShown(reason)
  }

  /// An estimate, or why there is none; unsure if its error exceeds half of what is accepted.
  ///
  /// - Parameters:
  ///   - estimate: the value.
  ///   - accepted: what is accepted of it; has both ends.
  ///   - reason: why there is no value.
  /// - Returns: what to show.
  static func measured(
    _ estimate: Estimate?, telling accepted: Band, orNotShown reason: String
  ) -> Figure.Finding {
    guard let estimate else { return .notShown(reason) }
    guard let lower = accepted.lower, let upper = accepted.upper,
      let error = estimate.standardError, error <= (upper - lower) / 2
    else { return .unsure(estimate) }
    return .measured(estimate)
  }
}

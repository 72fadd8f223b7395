import Scoring

/// What a result cannot tell: printed with every one of them.
enum Limits {
  /// What the model needs and no good public source gives; from the gaps named in its calibration.
  static let withoutGoodSource = [
    "how many groomers there are",
    "how many children each approaches",
    "how far away they live",
    "how soon a conversation leaves the platform",
    "how often ordinary conversations carry the same cues",
    "how wide the age gaps in children's friendships are",
  ]

  /// What holds of everything that Tocsin prints.
  static let invented =
    "Every account, person and meeting here is invented, and no message has any text. The world "
    + "is calibrated to published totals. It is not evidence about a real platform."

  /// Whom to turn to.
  static let support =
    "If this touches you or a child you know: Childline 0800 1111 (United Kingdom, free)."

  /// The limits of one evaluation, a sentence or two each.
  static func items(for evaluation: Evaluation) -> [String] {
    [
      invented,
      rarity(in: evaluation.scope),
      "No good source exists for " + withoutGoodSource.joined(separator: "; ")
        + ". Vary them in the scenario, and see how far the answer moves, before relying on it.",
      "This is one simulated world. The intervals hold for chance within it, with all meetings of "
        + "one groomer taken together; other seeds and other settings can differ by more.",
      "An alert protects nobody until somebody acts on it. What was done is not in these figures.",
    ]
  }

  private static func rarity(in scope: Scope) -> String {
    guard let share = scope.prevalence, share > 0 else {
      return "Here no adult account is a groomer's, so nothing can be said of finding one."
    }
    return "Here about one adult account in \(Numerals.count(Int((1 / share).rounded()))) is a "
      + "groomer's, so that there are meetings to measure. How many there are in life nobody knows. "
      + "Precision falls as they become rarer: quote it only at a stated prevalence."
  }
}

import Foundation
public import Scoring
import Vocabulary

/// What became of the conditions of a gate.
public enum GateTable {
  /// The lines of a table under a title; none without a condition.
  static func lines(_ outcomes: [Gate.Outcome]) -> [String] {
    guard !outcomes.isEmpty else { return [] }
    let rows = outcomes.map { outcome in
      [outcome.condition.printable, found(outcome), outcome.holds ? "holds" : "MISSED"]
    }
    return ["Gate", ""]
      + TextTable(
        headers: ["wanted", "found", ""], rows: rows, wordColumns: [0, 2], elasticColumn: 0
      ).lines()
  }

  /// The table with a line break at its end; empty without a condition.
  public static func text(_ outcomes: [Gate.Outcome]) -> String {
    let lines = lines(outcomes)
    return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
  }

  /// What is said of the conditions that do not hold; nil if all do.
  public static func misses(_ outcomes: [Gate.Outcome]) -> String? {
    let missed = outcomes.filter { !$0.holds }
    guard !missed.isEmpty else { return nil }
    return missed.map { outcome in
      "gate missed: wanted \(outcome.condition.printable), found \(found(outcome))"
        + (outcome.found == nil ? " (there was nothing to count), which holds no condition" : "")
    }.joined(separator: "\n")
  }

  private static func found(_ outcome: Gate.Outcome) -> String {
    outcome.found.map { Numerals.significant($0) } ?? "undefined"
  }
}

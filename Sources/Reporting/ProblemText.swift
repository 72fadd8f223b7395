public import Vocabulary

/// What went wrong in detectors, for people.
public enum ProblemText {
  /// A line for each problem under a title; none without a problem.
  static func lines(_ problems: [DetectorProblem]) -> [String] {
    guard !problems.isEmpty else { return [] }
    return ["Detectors that failed; their alerts before that are counted:"]
      + problems.map { "\($0.detector.printable): \($0.words.printable)" }
  }

  /// The lines with a line break at their end; empty without a problem.
  public static func text(_ problems: [DetectorProblem]) -> String {
    let lines = lines(problems)
    return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
  }
}

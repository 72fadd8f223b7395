import Foundation
public import Hardness
public import Scoring
public import Vocabulary

/// A run's results for programs: the same values as `TextReport`, with every interval and case.
///
/// Keys are sorted and numbers written in their shortest exact form, so that equal results are
/// equal bytes. Times are seconds since the start of the run; shares are from 0 to 1; an absent
/// value (undefined, or infinite) is `null`.
public struct JSONReport: Codable, Sendable, Equatable {
  /// The version of this layout; it rises when a reader would have to change.
  public var schemaVersion: Int
  /// What was run.
  public var context: ReportContext
  /// What came out.
  public var evaluation: Evaluation
  /// How easily groomers are told apart.
  public var hardness: [SeparationRow]
  /// What went wrong in detectors while they watched.
  public var problems: [DetectorProblem]

  /// The layout this version writes.
  public static let currentSchemaVersion = 1

  /// Makes a report.
  public init(
    evaluation: Evaluation, hardness: HardnessResult, context: ReportContext,
    problems: [DetectorProblem] = []
  ) {
    schemaVersion = Self.currentSchemaVersion
    self.context = context
    self.evaluation = evaluation
    self.hardness = hardness.rows
    self.problems = problems
  }

  /// The report as JSON with a line break at its end.
  ///
  /// - Throws: `EncodingError` if a value is not finite, which no evaluation holds.
  public func rendered() throws -> String {
    try JSONText.text(of: self)
  }
}

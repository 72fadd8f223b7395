import Scoring

extension SweepReport {
  /// The version of the JSON layout; it rises when a reader would have to change.
  public static let currentSchemaVersion = 1

  /// The report as JSON with a line break at its end: every point, with the metrics that were summed
  /// up.
  ///
  /// Shares are from 0 to 1; what is undefined is left out.
  ///
  /// - Throws: `EncodingError` if a value is not finite, which no result holds.
  public func json() throws -> String { try JSONText.text(of: Document(self)) }
}

/// The layout of the JSON.
private struct Document: Encodable {
  var schemaVersion = SweepReport.currentSchemaVersion
  var experiment: SweepReport.Context
  var points: [ReplicatedPoint]
  var failures: [String]
  var limits = [Limits.invented]

  init(_ report: SweepReport) {
    experiment = report.context
    points = report.points
    failures = report.failures
  }
}

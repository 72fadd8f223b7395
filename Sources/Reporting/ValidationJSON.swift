import Foundation
import Validation

extension ValidationReport {
  /// The version of the JSON layout; it rises when a reader would have to change.
  public static let currentSchemaVersion = 1

  /// The report as JSON with a line break at its end: the same values as the text, with every
  /// definition.
  ///
  /// Keys are sorted and numbers written in their shortest exact form, so that equal results are
  /// equal bytes. An absent value is `null`.
  ///
  /// - Throws: `EncodingError` if a value is not finite, which no figure holds.
  public func json() throws -> String {
    try JSONText.text(of: Document(self))
  }
}

/// The layout of the JSON.
private struct Document: Encodable {
  var schemaVersion = ValidationReport.currentSchemaVersion
  var scenario: String
  var seed: UInt64
  var version: String
  var platform: String
  var accounts: Int
  var friendships: Int
  var persons: Int
  var run: RunRow
  var rows: [Row]
  var rowsShown: Int
  var rowsFailed: [String]
  var limits: [String]

  init(_ report: ValidationReport) {
    let result = report.result
    scenario = report.scenario
    seed = report.seed
    version = report.version
    platform = result.platform
    accounts = result.accounts
    friendships = result.friendships
    persons = result.persons
    run = RunRow(run: result.run)
    rows = result.rows.map(Row.init)
    rowsShown = result.shown.count
    rowsFailed = result.failed.map(\.row.id)
    limits = ValidationReport.limits(of: result)
  }

  /// What was simulated; null of a scenario.
  struct RunRow: Encodable {
    var run: ValidationResult.Run?

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(run)
    }
  }

  struct Row: Encodable {
    var id: String
    var title: String
    var source: String
    var sourceIsWeak: Bool
    var isOnActivity: Bool
    var verdict: Verdict
    var figures: [FigureRow]

    init(_ finding: RowFinding) {
      id = finding.row.id
      title = finding.row.title
      source = finding.row.sourceWords
      sourceIsWeak = finding.row.isWeak
      isOnActivity = finding.row.isOnActivity
      verdict = finding.verdict
      figures = finding.figures.map(FigureRow.init)
    }
  }

  struct FigureRow: Encodable {
    var figure: Figure

    init(_ figure: Figure) { self.figure = figure }

    enum CodingKeys: String, CodingKey {
      case label, definition, published, accepted, value, standardError, verdict, notShownBecause
    }

    /// Writes every key, absent numbers as null.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(figure.label, forKey: .label)
      try container.encode(figure.definition, forKey: .definition)
      try container.encode(Ends(band: figure.target), forKey: .published)
      try container.encode(Ends(band: figure.accepted), forKey: .accepted)
      try container.encode(figure.estimate?.value, forKey: .value)
      try container.encode(figure.estimate?.standardError, forKey: .standardError)
      try container.encode(figure.verdict, forKey: .verdict)
      var reason: String?
      if case .notShown(let words) = figure.finding { reason = words }
      try container.encode(reason, forKey: .notShownBecause)
    }
  }

  /// The ends of a band; those of a single value are equal.
  struct Ends: Encodable {
    var band: Band

    enum CodingKeys: String, CodingKey { case lower, upper, upperIsExcluded }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(band.lower, forKey: .lower)
      try container.encode(band.upper, forKey: .upper)
      try container.encode(band.upperIsExcluded, forKey: .upperIsExcluded)
    }
  }
}

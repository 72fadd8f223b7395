import Foundation
public import Hardness
import Vocabulary

/// How easily groomers are told from innocent adults in a run, for people and for programs.
public struct HardnessReport: Sendable {
  /// What was measured.
  public var result: HardnessResult
  /// The title of the scenario.
  public var scenario: String
  /// The seed of the run.
  public var seed: UInt64
  /// The version of Tocsin that made the run.
  public var version: String

  /// Makes a report.
  public init(result: HardnessResult, scenario: String, seed: UInt64, version: String) {
    self.result = result
    self.scenario = scenario
    self.seed = seed
    self.version = version
  }

  /// The report as plain text of at most 100 columns, with a line break at its end.
  public func text() -> String {
    [title, summary, families, columns, notes].map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  private var title: [String] {
    let all = result.row(SeparationRow.allProfiles, .best)
    return Paragraph.lines(
      "\(scenario.printable): seed \(seed), Tocsin \(version.printable). How easily are "
        + "\(Numerals.count(all?.groomers ?? 0)) groomers' accounts told from "
        + "\(Numerals.count(all?.innocents ?? 0)) innocent adults'?")
  }

  /// Best feature, tree and twin of each profile.
  private var summary: [String] {
    let rows = result.profiles.map { profile in
      let best = result.row(profile, .best)
      let twin = result.row(profile, .twin)
      return [
        profile.printable, Numerals.count(best?.groomers ?? 0), best?.feature ?? "",
        Numerals.auc(best?.auc), Numerals.auc(best?.standardError), Numerals.auc(best?.chance),
        Numerals.auc(result.row(profile, .tree)?.auc), twin?.against ?? Numerals.unknown,
        Numerals.auc(twin?.auc), Numerals.auc(twin?.chance),
      ]
    }
    let table = TextTable(
      headers: [
        "profile", "groom-\ners", "best single feature", "AUC", "error", "by\nchance", "tree",
        "innocent\ntwin", "best\nAUC", "by\nchance",
      ],
      rows: rows, wordColumns: [0, 2, 7], elasticColumn: 2)
    return ["By one feature, by two questions, and against those who resemble them most", ""]
      + table.lines() + few
  }

  private var few: [String] {
    let few = result.profiles.filter { result.row($0, .best)?.auc == nil }
    guard !few.isEmpty else { return [] }
    return [""]
      + Paragraph.lines(
        "No verdict on \(few.map(\.printable).joined(separator: ", ")): fewer than "
          + "\(HardnessResult.fewestGroomers) accounts of groomers, or nobody to compare with.")
  }

  /// The best feature of each family.
  private var families: [String] {
    let rows = result.profiles.flatMap { profile in
      Feature.Family.allCases.compactMap { family -> [String]? in
        guard let row = result.row(profile, family) else { return nil }
        return [
          profile.printable, family.rawValue, row.feature, Numerals.auc(row.auc),
          Numerals.auc(row.standardError), Numerals.auc(row.chance),
        ]
      }
    }
    guard !rows.isEmpty else { return ["By family of feature: nothing to measure."] }
    let table = TextTable(
      headers: ["profile", "family", "best feature", "AUC", "error", "by\nchance"], rows: rows,
      wordColumns: [0, 1, 2], elasticColumn: 2)
    return ["By family of feature, against all innocent adults", ""] + table.lines()
  }

  /// The columns that must tell nothing.
  private var columns: [String] {
    let rows = result.columns.map { column in
      [
        column.feature, Numerals.auc(column.auc), Numerals.auc(column.standardError),
        column.chance.map { Numerals.auc(1 - $0) + " to " + Numerals.auc($0) } ?? Numerals.unknown,
        column.exceedsChance ? "TELLS" : column.auc == nil ? "none" : "passes",
      ]
    }
    let table = TextTable(
      headers: ["column", "AUC", "error", "allowed", "verdict"], rows: rows, wordColumns: [0, 4])
    let warnings = result.warnings
    return ["Columns that are not behaviour, and must tell nothing", ""] + table.lines()
      + (warnings.isEmpty ? [] : [""] + warnings.flatMap { Paragraph.lines($0) })
  }

  private var notes: [String] {
    ["How to read this"] + Paragraph.list(Self.notes)
  }

  /// What the figures mean and do not mean, a sentence or two each.
  static let notes = [
    "AUC is the chance that a groomer's account has more of the feature than an innocent adult's, "
      + "or less if that tells more: 0.5 says nothing, 1 tells all. 'error' is DeLong's standard "
      + "error for that feature alone.",
    "The best of many features is above 0.5 even where none tells anything, the more so the fewer "
      + "groomers there are. 'by chance' is what it stays below in 95 of 100 draws of as many "
      + "accounts at random; an AUC near it says nothing.",
    "The tree asks two questions, is fitted on half of the accounts and measured on the other half. "
      + "It may do worse than one feature, which has the whole scale of its values.",
    "The innocent twin is the occupation or circumstance (of adults without one there is none), of "
      + "\(HardnessResult.fewestTwins) accounts or more, that the best feature tells apart least.",
    "Features are counted over the whole run with nothing hidden: a detector, which must decide "
      + "before it ends, has less to go by. Ages are declared ages; a platform knows no roles.",
    "A column passes if its AUC is within \(Numerals.fixed(HardnessResult.mostStandardErrors, decimals: 0))"
      + " standard errors of 0.5, among accounts of the same platform. account-id is also the order "
      + "of rows; opened is when the account was opened.",
  ]
}

extension HardnessReport {
  /// The version of the JSON layout; it rises when a reader would have to change.
  public static let currentSchemaVersion = 1

  /// The report as JSON with a line break at its end: every row, and every feature's meaning.
  ///
  /// Keys are sorted and numbers written in their shortest exact form, so that equal results are
  /// equal bytes. An absent value is `null`.
  ///
  /// - Throws: `EncodingError` if a value is not finite, which no row holds.
  public func json() throws -> String {
    try JSONText.text(of: Document(self))
  }

  /// The layout of the JSON.
  private struct Document: Encodable {
    var schemaVersion = HardnessReport.currentSchemaVersion
    var scenario: String
    var seed: UInt64
    var version: String
    var rows: [SeparationRow]
    var separatingColumns: [String]
    var features: [Meaning]
    var notes = HardnessReport.notes

    init(_ report: HardnessReport) {
      scenario = report.scenario
      seed = report.seed
      version = report.version
      rows = report.result.rows
      separatingColumns = report.result.separatingColumns.map(\.feature)
      features = FeatureCatalogue.all.map {
        Meaning(name: $0.name, family: $0.family.rawValue, about: $0.about)
      }
    }
  }

  /// What a feature is.
  private struct Meaning: Encodable {
    var name: String
    var family: String
    var about: String
  }
}

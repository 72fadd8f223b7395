public import Validation

/// A world held against published figures, for people and for programs.
public struct ValidationReport: Sendable {
  /// What was measured.
  public var result: ValidationResult
  /// The title of the scenario.
  public var scenario: String
  /// The seed of the world.
  public var seed: UInt64
  /// The version of Tocsin that made the world.
  public var version: String

  /// Makes a report.
  public init(result: ValidationResult, scenario: String, seed: UInt64, version: String) {
    self.result = result
    self.scenario = scenario
    self.seed = seed
    self.version = version
  }

  /// The report as plain text of at most 100 columns, with a line break at its end.
  public func text() -> String {
    let blocks = [title, table, verdict, sources, limits]
    return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  private var title: [String] {
    Paragraph.lines(
      "\(scenario.printable): seed \(seed), Tocsin \(version.printable). Platform "
        + "\(result.platform.printable): \(Numerals.count(result.accounts)) accounts, "
        + "\(Numerals.count(result.friendships)) friendships; "
        + "\(Numerals.count(result.persons)) people with and without an account.")
  }

  private var table: [String] {
    ValidationTable(rows: result.rows).lines + [""] + notes
  }

  /// What the marks in the table mean.
  private var notes: [String] {
    let error =
      "'error' is the standard error of what this world gives. The JSON output defines every "
      + "figure and its error."
    let weak = result.rows.filter(\.row.isWeak).map(\.row.id)
    return Paragraph.lines(error)
      + (weak.isEmpty ? [] : Paragraph.lines("* rests on a weak source: \(list(weak))."))
      + result.rows.flatMap { finding in
        reasons(of: finding).flatMap { Paragraph.lines("\(finding.row.id) not shown: \($0).") }
      }
  }

  private func reasons(of finding: RowFinding) -> [String] {
    var reasons: [(labels: [String], reason: String)] = []
    for figure in finding.figures {
      guard case .notShown(let reason) = figure.finding else { continue }
      if let index = reasons.firstIndex(where: { $0.reason == reason }) {
        reasons[index].labels.append(figure.label)
      } else {
        reasons.append(([figure.label], reason))
      }
    }
    return reasons.map { labels, reason in
      labels.count == finding.figures.count ? reason : "\(list(labels)): \(reason)"
    }
  }

  /// How many rows pass, as the last word on the table.
  private var verdict: [String] {
    let shown = result.shown.count
    let failed = result.failed.map(\.row.id)
    if shown == 0 { return ["No row can be shown in this world."] }
    let words = "\(shown) row\(shown == 1 ? "" : "s")"
    if failed.isEmpty { return [shown == 1 ? "The 1 row passes." : "All \(words) pass."] }
    return ["\(failed.count) of \(words) fail\(failed.count == 1 ? "s" : ""): \(list(failed))."]
  }

  private var sources: [String] {
    ["Sources"]
      + result.rows.flatMap {
        Paragraph.lines("\($0.row.id) \($0.row.title): \($0.row.sourceWords).", indent: 4)
      }
  }

  private var limits: [String] {
    ["What this cannot tell"] + Paragraph.list(Self.limits(of: result))
  }

  /// What a validation cannot tell, a sentence or two each.
  static func limits(of result: ValidationResult) -> [String] {
    let weak = result.rows.filter(\.row.isWeak).map(\.row.id)
    return [
      "Every account and person here is invented. A world that passes agrees with published totals; "
        + "it is not evidence about a real platform, and what no row measures may be far off.",
      "Most figures on friendships are of Facebook in 2011, whole or scaled down to a small network "
        + "by a rule; other platforms and years differ.",
    ]
      + (weak.isEmpty
        ? []
        : [
          "A pass of \(list(weak)) says little: no good source gives that figure, and the range "
            + "is wide on purpose."
        ])
  }

  private func list(_ words: [String]) -> String { Self.list(words) }

  private static func list(_ words: [String]) -> String { words.joined(separator: ", ") }
}

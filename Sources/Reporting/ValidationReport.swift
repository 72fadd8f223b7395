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
    let blocks = [title] + tables + [notes, verdict, eventsNeeded, sources, limits]
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

  /// The table of the world, and below it that of what happened there.
  private var tables: [[String]] {
    let world = ValidationTable(rows: result.rows.filter { !$0.row.isOnActivity }).lines
    guard let run = result.run else { return [world] }
    let activity = ValidationTable(rows: result.rows.filter(\.row.isOnActivity), of: "run").lines
    let days = "\(Numerals.count(run.days)) day\(run.days == 1 ? "" : "s")"
    let title =
      "What people do, on all platforms: \(days), \(Numerals.count(run.events)) events"
    return [world, [title, ""] + activity]
  }

  /// What the marks in the table mean.
  private var notes: [String] {
    let given = result.run == nil ? "this world gives" : "this world or run gives"
    let error =
      "'error' is the standard error of what \(given). The JSON output defines every figure and its "
      + "error."
    let unsure =
      result.rows.contains { $0.figures.contains { $0.verdict == .unsure } }
      ? " 'unsure': the error exceeds what is accepted to either side, so that a verdict would be "
        + "chance; a longer run or more accounts lessen it." : ""
    let weak = result.rows.filter(\.row.isWeak).map(\.row.id)
    return Paragraph.lines(error + unsure)
      + (weak.isEmpty ? [] : Paragraph.lines("* rests on a weak source: \(list(weak))."))
      + notShown.flatMap { Paragraph.lines("\(list($0.ids)) not shown: \($0.reason).") }
  }

  /// Why rows or figures are not shown, those of the same reason together.
  private var notShown: [(ids: [String], reason: String)] {
    var all: [(ids: [String], reason: String)] = []
    for finding in result.rows {
      for reason in reasons(of: finding) {
        if let index = all.firstIndex(where: { $0.reason == reason }) {
          all[index].ids.append(finding.row.id)
        } else {
          all.append(([finding.row.id], reason))
        }
      }
    }
    return all
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
  private var verdict: [String] { [verdictWords] }

  /// How many rows pass, and which do not.
  var verdictWords: String {
    let shown = result.shown.count
    let failed = result.failed.map(\.row.id)
    if shown == 0 { return "No row can be shown." }
    let words = "\(shown) row\(shown == 1 ? "" : "s")"
    if failed.isEmpty { return shown == 1 ? "The 1 row passes." : "All \(words) pass." }
    return "\(failed.count) of \(words) fail\(failed.count == 1 ? "s" : ""): \(list(failed))."
  }

  /// What a world alone cannot show, and what to do about it.
  private var eventsNeeded: [String] {
    guard result.run == nil else { return [] }
    return Paragraph.lines(Self.eventsNeeded)
  }

  /// That rows on activity need a results file.
  static let eventsNeeded =
    "Rows on what people do (\(list(RowCatalogue.activity.map(\.id)))) need a results file: "
    + "tocsin simulate SCENARIO -o run.sqlite, then tocsin validate run.sqlite."

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

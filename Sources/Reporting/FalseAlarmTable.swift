import Vocabulary
import Population
import Scoring

/// Who is flagged in error: a line per kind of innocent account, a column per detector.
struct FalseAlarmTable {
  /// What was measured.
  let evaluation: Evaluation

  /// Of a kind with fewer accounts than this no share is printed (evaluation.md, group rates).
  static let fewestAccounts = 30

  /// A detector's name wider than this between two hyphens is cut, so that some fit beside it.
  private static let widestWord = 16

  /// The kinds that this world has, in the order of `Role`.
  var kinds: [Role] { Role.allCases.filter { accounts(of: $0) > 0 } }

  /// Whether a kind of this world has too few accounts for a share.
  var hasFew: Bool { kinds.contains { accounts(of: $0) < Self.fewestAccounts } }

  /// The table's lines; where it is too wide, those of several tables one below the other.
  ///
  /// Each begins with the kind and its accounts; an interval stands beside its value.
  var lines: [String] {
    let tables = table.broken(leading: 2, trailing: 2)
    return Array(tables.map { $0.lines() }.joined(separator: [""]))
  }

  private var table: TextTable {
    let named = evaluation.detectors.filter { $0 != Evaluation.anyDetector }
    let any = Evaluation.anyDetector
    let single = named.count == 1
    return TextTable(
      headers: ["kind", "innocent\naccounts"] + named.map(Self.header)
        + (single ? [] : ["any\ndetector"]) + ["its 95 %\ninterval"],
      rows: kinds.map { kind in
        [kind.name.replacing("-", with: " "), Numerals.count(accounts(of: kind))]
          + (named + (single ? [] : [any])).map { share(of: kind, by: $0) }
          + [interval(of: kind, by: any)]
      })
  }

  /// Innocent accounts of a kind: the same number whichever detector is asked.
  private func accounts(of kind: Role) -> Int {
    row(of: kind, by: Evaluation.anyDetector)?.total ?? 0
  }

  private func share(of kind: Role, by detector: String) -> String {
    guard accounts(of: kind) >= Self.fewestAccounts else { return "few" }
    return row(of: kind, by: detector)?.value.map(Numerals.percent) ?? Numerals.unknown
  }

  private func interval(of kind: Role, by detector: String) -> String {
    guard accounts(of: kind) >= Self.fewestAccounts else { return "few" }
    let found = row(of: kind, by: detector)
    return Numerals.percentRange(found?.low, found?.high)
  }

  private func row(of kind: Role, by detector: String) -> MetricRow? {
    evaluation.row(.falseAlarms(among: kind), for: detector)
  }

  /// A detector's name, its words stacked; the hyphens stay, for it is typed with them.
  private static func header(_ detector: String) -> String {
    let words = detector.printable.split(separator: "-", omittingEmptySubsequences: false)
    return words.enumerated().map { index, word in
      (word + (index < words.count - 1 ? "-" : "")).shortened(to: widestWord)
    }.joined(separator: "\n")
  }
}

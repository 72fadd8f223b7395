public import Scoring
import Vocabulary

/// Two runs side by side as one page in HTML: what each gives with its interval, and which keys differ.
///
/// The runs may be of different worlds, so nothing is paired and no difference is given: where the same
/// events are to be compared, `ComparisonReport` does that.
public struct PairReport: Sendable {
  /// The first run, then the second.
  public var runs: [Run]

  /// One of the runs.
  public struct Run: Sendable {
    /// What came out.
    public var evaluation: Evaluation
    /// What was run.
    public var context: ReportContext
    /// The scenario as canonical YAML, overrides applied.
    public var scenario: String
    /// The settings of the detectors as they were replayed, in canonical YAML, with a comment for each
    /// that these do not tell of.
    public var settings: String

    /// Makes one of the runs.
    public init(
      evaluation: Evaluation, context: ReportContext, scenario: String, settings: String
    ) {
      self.evaluation = evaluation
      self.context = context
      self.scenario = scenario
      self.settings = settings
    }

    /// The scenario, with the settings of the detectors as they were replayed in place of its own.
    var keys: [(path: String, value: String)] {
      let section = "detection."
      let comments = settings.split(separator: "\n").filter { $0.hasPrefix("# ") }
      return ScenarioKeys.values(in: scenario).filter { !$0.path.hasPrefix(section) }
        + ScenarioKeys.values(
          in: settings.split(separator: "\n").filter { !$0.hasPrefix("#") }
            .joined(separator: "\n")
        ).map { (path: section + $0.path, value: $0.value) }
        // What a program or a model is, behind its name.
        + comments.map { comment in
          let words = comment.dropFirst(2)
          let name = words.prefix { $0 != ":" }
          return (path: String(name), value: String(words.dropFirst(name.count + 2)))
        }
    }

    /// The detectors that ran.
    var detectors: [String] {
      evaluation.detectors.filter { $0 != Evaluation.anyDetector }
    }
  }

  /// Makes a report on two runs.
  public init(_ first: Run, _ second: Run) {
    runs = [first, second]
  }

  /// The page, with a line break at its end.
  public func html() -> String {
    let names = runs.map(\.context.scenario)
    return HTMLPage(
      title: "\(names.joined(separator: " and ")): Tocsin report", kind: "Tocsin report: two runs",
      heading: names[0] == names[1] ? names[0] : names.joined(separator: " and "),
      facts: zip(Self.letters, runs).map { letter, run in
        "\(letter): \(run.context.scenario), seed \(run.context.seed), "
          + "\(Numerals.counting(run.context.days, "day")), "
          + "\(Numerals.count(run.context.accounts)) accounts, Tocsin \(run.context.version) "
          + "(\(run.context.database))."
      }.joined(separator: " "),
      sections: [
        HTMLPage.Section(id: "answers", title: "The answers", content: answers),
        HTMLPage.Section(id: "detectors", title: "Detector by detector", content: detectors),
        HTMLPage.Section(id: "keys", title: "What differs between them", content: keys),
        HTMLPage.Section(
          id: "limits", title: "What this cannot tell", content: [.list(Self.limits)]),
      ].filter { !$0.content.isEmpty }
    ).document()
  }

  private static let letters = ["A", "B"]

  /// What a pair cannot tell, a sentence or two each.
  static let limits = [
    Limits.invented,
    "Each interval is that of its own run, for chance within one world. Nothing is paired: that two "
      + "intervals overlap does not show that the runs are alike, and that they do not is no proof "
      + "that the keys which differ are why, as another seed changes figures too.",
    "To compare detectors on the same events, with intervals of their differences, use `tocsin compare`.",
  ]

  private var answers: [Markup] {
    let any = Evaluation.anyDetector
    let metrics: [(name: String, metric: Metric)] = [
      ("at all", .preceded), ("7 days before", .precededByDays(7)),
      ("30 days before", .precededByDays(30)),
    ]
    let rows = metrics.flatMap { metric in
      self.rows(named: metric.name, metric.metric, by: any)
    }
    return zip(Self.letters, runs).map { letter, run in
      Markup.paragraph("\(letter): \(Answer(evaluation: run.evaluation).atItsPrice)")
    } + [
      PageFigure(
        id: "pair-answers", title: "Meetings with an alert of any detector before",
        reading: "A dot for each run, with its 95 % interval.",
        drawing: Self.chart(rows).drawing, numbers: numbers
      ).markup
    ]
  }

  /// A row for each run.
  private func rows(named name: String, _ metric: Metric, by detector: String) -> [DotChart.Row] {
    zip(Self.letters, runs).enumerated().map { number, pair in
      let row = pair.1.evaluation.row(metric, for: detector)
      return DotChart.Row(
        name: "\(name), \(pair.0)", value: row?.value, low: row?.low, high: row?.high,
        look: .at(number))
    }
  }

  private static func chart(_ rows: [DotChart.Row]) -> DotChart {
    DotChart(
      x: Axis(
        title: "Share of meetings", scale: Scale(.linear, from: 0, to: 1), tickCount: 5,
        label: Axis.percent),
      rows: rows)
  }

  /// The lines of a comparison, of all detectors together.
  private var numbers: TextTable {
    TextTable(
      headers: ["any detector"] + Self.letters,
      rows: ComparisonRow.all.map { line in
        [line.title]
          + runs.map { run in
            guard let row = run.evaluation.row(line.metric, for: Evaluation.anyDetector),
              let value = row.value
            else { return Numerals.unknown }
            let ends = [row.low, row.high].map { $0.map(line.write) ?? Numerals.none }
            let isBare = row.low == nil && row.high == nil
            return line.write(value) + (isBare ? "" : " (\(ends.joined(separator: " to ")))")
          }
      })
  }

  private var detectors: [Markup] {
    let shared = runs[0].evaluation.detectors.filter { name in
      name != Evaluation.anyDetector && runs[1].evaluation.detectors.contains(name)
    }
    guard !shared.isEmpty else { return [] }
    let cells = runs.map { MetricCells(evaluation: $0.evaluation) }
    let numbers = TextTable(
      headers: ["detector"]
        + Self.letters.flatMap {
          ["\($0): by 7 days or more, %", "\($0): median lead, days", "\($0): precision here, %"]
        },
      rows: shared.map { name in
        [name]
          + cells.flatMap {
            [
              $0.percent(.precededByDays(7), name), $0.days(.leadMedian, name),
              $0.percent(.precision, name),
            ]
          }
      })
    return [
      PageFigure(
        id: "pair-detectors", title: "Meetings with an alert at least 7 days before, by detector",
        reading: "A dot for each run and detector that both have, with its 95 % interval.",
        drawing: Self.chart(shared.flatMap { rows(named: $0, .precededByDays(7), by: $0) }).drawing,
        numbers: numbers
      ).markup
    ] + [scores(of: shared)].compactMap(\.self)
  }

  /// How well scores tell apart, and how true probabilities are, of detectors that both ran; nil where
  /// nothing is known of either.
  private func scores(of shared: [String]) -> Markup? {
    let tables = runs.map { ThresholdTables(evaluation: $0.evaluation) }
    let cells = runs.map { MetricCells(evaluation: $0.evaluation) }
    let columns: [(title: String, cell: (Int, String) -> String)] = [
      ("area under ROC", { tables[$0].area($1) }),
      ("average precision, %", { cells[$0].percent(.averagePrecision, $1) }),
      ("claimed too much, points", { tables[$0].overclaim($1) }),
    ]
    let known = columns.filter { column in
      runs.indices.contains { run in shared.contains { column.cell(run, $0) != Numerals.unknown } }
    }
    guard !known.isEmpty else { return nil }
    return TextTable(
      headers: ["detector"]
        + known.flatMap { column in Self.letters.map { "\($0): \(column.title)" } },
      rows: shared.map { name in
        [name] + known.flatMap { column in runs.indices.map { column.cell($0, name) } }
      }
    ).markup(
      caption:
        "How well scores tell groomers' accounts apart at every threshold, with 95 % intervals: "
        + "0.5 of area is guessing, 1 perfect"
        + (known.count == columns.count
          ? "; claimed too much is by how much probabilities of first alerts exceed what came true"
          : ""))
  }

  private var keys: [Markup] {
    let changes = ScenarioKeys.changes(from: runs[0].keys, to: runs[1].keys)
    let words = others
    guard !changes.isEmpty else {
      return [
        .paragraph(
          words.isEmpty
            ? "Nothing: scenario, seed, detectors and their settings are the same."
            : "The scenarios, and the settings of the detectors, are the same key by key.")
      ] + words
    }
    return words + [
      TextTable(
        headers: ["key"] + Self.letters,
        rows: changes.map { [$0.path, $0.first ?? Numerals.none, $0.second ?? Numerals.none] },
        wordColumns: [0, 1, 2]
      ).markup(
        caption: "Keys of the scenarios, and settings of the detectors as they were replayed, that "
          + "differ")
    ]
  }

  /// What differs beside keys: detectors, seeds and versions, a sentence each.
  private var others: [Markup] {
    func only(_ run: Int) -> String? {
      let missing = runs[run].detectors.filter { !runs[1 - run].detectors.contains($0) }
      return missing.isEmpty
        ? nil : "Only \(Self.letters[run]) ran \(missing.joined(separator: ", "))."
    }
    func differ(_ what: String, _ value: (Run) -> String) -> String? {
      let (first, second) = (value(runs[0]), value(runs[1]))
      return first == second ? nil : "The \(what) differ: \(first) and \(second)."
    }
    return [
      differ("seeds") { String($0.context.seed) },
      differ("versions of Tocsin", \.context.version), only(0), only(1),
    ].compactMap { $0.map { .paragraph($0) } }
  }
}

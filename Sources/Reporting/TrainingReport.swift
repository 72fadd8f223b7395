import Detection
public import Learning

/// What training gave, for people and for programs.
public struct TrainingReport: Sendable {
  /// What came out.
  public var result: TrainingResult
  /// Where the model was written.
  public var path: String

  /// Makes a report.
  public init(result: TrainingResult, path: String) {
    self.result = result
    self.path = path
  }

  /// Features shown by importance, at most.
  private static let mostImportances = 12

  /// The report as plain text of at most 100 columns, with a line break at its end.
  public func text() -> String {
    let blocks = [title, provenance, candidates, choice, importances, reliability, limits, next]
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private var provenanceValues: Provenance { result.model.provenance }

  private var title: [String] {
    Paragraph.lines(
      "\(result.model.name.printable): \(Self.words(result.model.decision.kind)), written to "
        + "\(path.printable)")
  }

  private var provenance: [String] {
    let from = provenanceValues
    return TextTable(
      headers: ["trained on", ""],
      rows: from.scenarios.map { ["scenario", "\($0.name.printable) (\($0.digest.prefix(12)))"] }
        + [
          ["seeds", seeds],
          ["rows, one an account and week", Numerals.count(from.rows)],
          ["  of groomers", Numerals.count(from.positives)],
          ["accounts", Numerals.count(from.accounts)],
          ["  groomers", Numerals.count(from.groomers)],
          ["innocent accounts kept, %", Numerals.percent(from.innocentShare)],
          ["groomers' share of rows, %", Numerals.percent(from.prevalence)],
          ["Tocsin", from.tocsinVersion],
        ], wordColumns: [0, 1]
    ).lines()
  }

  private var seeds: String {
    guard let first = provenanceValues.seeds.first, let last = provenanceValues.seeds.last else {
      return ""
    }
    return "\(first) to \(last)"
  }

  private var candidates: [String] {
    Paragraph.lines("On seeds held back, which a kind did not learn from:")
      + TextTable(
        headers: [
          "kind", "average\nprecision", "area under\nROC curve", "Brier\nscore", "log\nloss",
          "threshold", "groomers\nfound, %",
        ],
        rows: result.candidates.map { candidate in
          [
            Self.words(candidate.kind),
            Numerals.fixed(candidate.scores.averagePrecision, decimals: 3),
            Numerals.fixed(candidate.scores.areaUnderCurve, decimals: 3),
            Numerals.fixed(candidate.scores.brier, decimals: 5),
            Numerals.fixed(candidate.scores.logLoss, decimals: 4),
            Numerals.fixed(candidate.threshold, decimals: 3),
            Numerals.percent(candidate.groomersFound),
          ]
        }
      ).lines()
  }

  private var choice: [String] {
    let gain = result.gain
    let better =
      "Fold by fold, the average precision of trees is "
      + "\(Numerals.fixed(gain.mean.magnitude, decimals: 3)) \(gain.mean < 0 ? "lower" : "higher") in "
      + "the mean, with a standard error of \(Numerals.fixed(gain.error, decimals: 3)) over "
      + "\(result.candidates[0].precisions.count) folds; the table has all folds together. That is"
    let kept =
      result.isChosen
      ? (gain.isClear ? " clear, so they are kept." : " not clearly more, so the simpler is kept.")
      : " told only: the kind was asked for."
    return Paragraph.lines(
      better + kept + " Thresholds keep within "
        + "\(StressReport.number(result.budget)) first alerts on innocent accounts per 1,000 accounts "
        + "a week; groomers found are accounts with rows that reach them.")
  }

  private var importances: [String] {
    let order = result.importances.indices.sorted {
      (-result.importances[$0], $0) < (-result.importances[$1], $1)
    }
    return Paragraph.lines("What average precision loses if a feature's values change places:")
      + TextTable(
        headers: ["feature", "loss"],
        rows: order.prefix(Self.mostImportances).map { index in
          [result.model.features[index], Numerals.fixed(result.importances[index], decimals: 4)]
        }
      ).lines()
  }

  private var reliability: [String] {
    Paragraph.lines("Whether probabilities are true, on seeds held back, with 95 % intervals:")
      + TextTable(
        headers: ["probability", "rows", "accounts", "said", "found", "interval"],
        rows: result.reliability.bins.map { bin in
          [
            "\(bin.from) to \(bin.to)", Numerals.count(bin.rows), Numerals.count(bin.subjects),
            Numerals.fixed(bin.predicted, decimals: 4), Numerals.fixed(bin.observed, decimals: 4),
            "\(Numerals.fixed(bin.low, decimals: 4)) to \(Numerals.fixed(bin.high, decimals: 4))",
          ]
        }
      ).lines()
  }

  private var limits: [String] { ["What this cannot tell"] + Paragraph.list(Self.limits) }

  /// What training cannot tell, a sentence or two each.
  static let limits = [
    "Every world is invented: the model knows the habits that the scenarios give, and no others.",
    "A probability is that of an account's last row of a week, at the share of groomers trained on. "
      + "Where they are rarer it is too high; at the first of many looks, as in an alert, it can be off "
      + "either way, and `tocsin score` tells by how much.",
    "Rows are one a week, a detector looks at every event: it finds somewhat more of both than the "
      + "threshold says. Only a replay of other seeds tells.",
  ]

  private var next: [String] {
    [
      "Next, on a seed that it was not trained on:",
      "  tocsin replay FILE --detectors \(path.printable)",
    ]
  }

  private static func words(_ kind: Model.Kind) -> String {
    switch kind {
    case .logistic: "logistic regression"
    case .trees: "boosted trees"
    }
  }
}

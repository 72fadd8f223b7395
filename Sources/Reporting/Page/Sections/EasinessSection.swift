import Hardness
import Vocabulary

extension ReportSection {
  /// How easily groomers are told apart by means that no detector should need.
  static let easiness = ReportSection(id: "hardness", title: "Is the data too easy?") { report in
    let result = report.hardness
    let all = SeparationRow.allProfiles
    guard let best = result.row(all, .best) else {
      return [.paragraph("This file does not hold how easily its groomers are told apart.")]
    }
    let means: [(String, SeparationRow?)] =
      [
        ("the best single feature", best), ("two questions", result.row(all, .tree)),
        ("against their innocent twins", result.row(all, .twin)),
      ] + Feature.Family.allCases.map { ("best of \($0.rawValue)", result.row(all, $0)) }
    let rows = means.compactMap { name, row -> DotChart.Row? in
      guard let row else { return nil }
      let reach = row.standardError.map { 1.96 * $0 }
      return DotChart.Row(
        name: name, value: row.auc,
        low: row.auc.flatMap { auc in reach.map { max(0.5, auc - $0) } },
        high: row.auc.flatMap { auc in reach.map { min(1, auc + $0) } })
    }
    let chart = DotChart(
      x: Axis(
        title: "AUC: 0.5 tells nothing, 1 tells all", scale: Scale(.linear, from: 0.45, to: 1),
        tickCount: 6, label: Axis.plain),
      rows: rows, reference: (0.5, "chance"))
    return HardnessLine(result: result, database: report.context.database).sentences.map {
      .paragraph($0.prefix(1).uppercased() + $0.dropFirst())
    } + [
      PageFigure(
        id: "separation", title: "How well single features tell groomers from innocent adults",
        reading:
          "AUC is the chance that a groomer's account has more of a feature than an innocent "
          + "adult's, or less where that tells better. Each dot is the best feature of its kind, chosen with the truth known, with 1.96 "
          + "standard errors to either side. The best of many is above 0.5 by chance alone: the "
          + "numbers say how far.",
        drawing: chart.drawing, numbers: numbers(result)
      ).markup
    ] + [.details("How to read this", [.list(HardnessReport.notes)])]
  }

  private static func numbers(_ result: HardnessResult) -> TextTable {
    TextTable(
      headers: [
        "profile", "by", "against", "feature", "AUC", "standard error", "by chance", "groomers",
        "innocent",
      ],
      rows: result.rows.map { row in
        [
          row.profile, row.measure, row.against, row.feature, Numerals.auc(row.auc),
          Numerals.auc(row.standardError), Numerals.auc(row.chance), Numerals.count(row.groomers),
          Numerals.count(row.innocents),
        ]
      }, wordColumns: [0, 1, 2, 3])
  }
}

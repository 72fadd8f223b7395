import Population
import Scoring
import Vocabulary

extension ReportSection {
  /// Who is flagged in error, by what they are to children.
  static let falseAlarms = ReportSection(id: "false-alarms", title: "Flagged in error") { report in
    let cells = MetricCells(evaluation: report.evaluation)
    let table = FalseAlarmTable(evaluation: report.evaluation)
    guard !table.kinds.isEmpty else { return [] }
    func row(of kind: Role, by detector: String) -> MetricRow? {
      cells.row(.falseAlarms(among: kind), detector)
    }
    let any = Evaluation.anyDetector
    func isFew(_ kind: Role) -> Bool {
      (row(of: kind, by: any)?.total ?? 0) < FalseAlarmTable.fewestAccounts
    }
    let rows = table.kinds.map { kind in
      let row = row(of: kind, by: any)
      return DotChart.Row(
        name: "\(words(for: kind)) (\(Numerals.count(row?.total ?? 0)))",
        value: isFew(kind) ? nil : row?.value, low: row?.low, high: row?.high,
        missing: "too few accounts for a share")
    }
    let highest = rows.filter { $0.value != nil }.compactMap(\.high).max() ?? 0
    let chart = DotChart(
      x: Axis(
        title: "Share of innocent accounts flagged by any detector",
        scale: Scale(.linear, from: 0, to: max(highest * 1.05, 0.01)), tickCount: 5,
        label: Axis.percent),
      rows: rows)
    let numbers = TextTable(
      headers: ["kind", "innocent accounts"] + cells.detectors.map { "\($0.title), %" },
      rows: table.kinds.map { kind in
        [words(for: kind), Numerals.count(row(of: kind, by: any)?.total ?? 0)]
          + cells.detectors.map { detector in
            isFew(kind) ? "few" : MetricCells.percent(row(of: kind, by: detector.name))
          }
      })
    return [
      PageFigure(
        id: "kinds", title: "Innocent accounts flagged, by kind",
        reading: "Every account is of one kind; beside it, how many there are. 'adult' stands for "
          + "adults of no other kind. Of kinds with under \(FalseAlarmTable.fewestAccounts) accounts "
          + "no share is given.",
        drawing: chart.drawing, numbers: numbers
      ).markup
    ]
  }

  private static func words(for kind: Role) -> String { kind.name.replacing("-", with: " ") }
}

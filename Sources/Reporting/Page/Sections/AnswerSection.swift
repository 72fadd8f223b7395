extension ReportSection {
  /// The answer in one sentence, its price, and the trade of the one for the other.
  static let answer = ReportSection(id: "answer", title: "The answer") { report in
    let answer = Answer(evaluation: report.evaluation)
    return [
      .paragraph(answer.atItsPrice, class: "answer"),
      .paragraph(answer.inVain.map { "What that costs: \($0)." } ?? answer.price),
    ]
      + report.hardness.warnings.map { .paragraph($0, class: "warning") }
      + (AlarmFigure(report: report).markup.map { [$0] } ?? [])
  }
}

import Scoring
import Vocabulary

extension ReportSection {
  /// How early each detector was: the share of meetings it alerted before, and lead times.
  static let howEarly = ReportSection(id: "how-early", title: "How early") { report in
    let cells = MetricCells(evaluation: report.evaluation)
    guard report.evaluation.scope.meetings > 0 else {
      return [.paragraph("Nobody met within this run, so there is no lead time to give.")]
    }
    let rows = cells.detectors.enumerated().map { number, detector in
      let row = cells.row(.precededByDays(7), detector.name)
      return DotChart.Row(
        name: detector.title, value: row?.value, low: row?.low, high: row?.high,
        look: look(of: detector.name, at: number))
    }
    let chart = DotChart(
      x: Axis(
        title: "Share of meetings", scale: Scale(.linear, from: 0, to: 1), tickCount: 5,
        label: Axis.percent),
      rows: rows)
    return [
      PageFigure(
        id: "a-week-before",
        title: "Meetings with an alert on the groomer at least 7 days before",
        reading: "A dot is the share of all first meetings, misses among them; the line through it "
          + "is its 95 % interval, with meetings of one groomer taken together.",
        drawing: chart.drawing, numbers: numbers(cells)
      ).markup,
      .paragraph(
        "Lead is the time from the first alert to the meeting: 'none' where there was no alert, "
          + "below 0 where it came after the meeting. Meetings without an alert stay in every share "
          + "and every median.", class: "note"),
    ]
  }

  /// The look of a detector: all of them together stand apart.
  static func look(of detector: String, at number: Int) -> SeriesLook {
    detector == Evaluation.anyDetector
      ? SeriesLook(colour: .ink, dashes: [], marker: .diamond) : .at(number)
  }

  private static func numbers(_ cells: MetricCells) -> TextTable {
    TextTable(
      headers: [
        "detector", "meetings preceded", "share, %", "by 1 day or more, %",
        "by 7 days or more, %", "by 30 days or more, %", "median lead, days",
        "middle half of leads, days",
      ],
      rows: cells.detectors.map { detector in
        [detector.title, cells.count(.preceded, detector.name)]
          + [.preceded, .precededByDays(1), .precededByDays(7), .precededByDays(30)].map {
            cells.percent($0, detector.name)
          }
          + [
            cells.days(.leadMedian, detector.name),
            Numerals.daysRange(
              cells.row(.leadLowerQuartile, detector.name)?.value,
              cells.row(.leadUpperQuartile, detector.name)?.value),
          ]
      })
  }
}

import Foundation
import Scoring
import Vocabulary

extension ReportSection {
  /// What the alerts cost: workload here, and precision where groomers are rarer.
  static let price = ReportSection(id: "price", title: "At what price") { report in
    let cells = MetricCells(evaluation: report.evaluation)
    let workload = TextTable(
      headers: [
        "detector", "accounts flagged", "flagged per 1,000 accounts a week",
        "alerts per 1,000 accounts a week", "groomers flagged, %", "precision here, %",
      ],
      rows: cells.detectors.map { detector in
        [
          detector.title, cells.count(.accountsAlerted, detector.name),
          cells.rate(.firstAlertRate, detector.name), cells.rate(.alertRate, detector.name),
          cells.percent(.groomersAlerted, detector.name), cells.percent(.precision, detector.name),
        ]
      })
    return [
      .paragraph(
        "Precision is the share of flagged accounts that are groomers'. In this world groomers are "
          + "far more common than in life, or there would be no meeting to measure; the rarer they "
          + "are, the more of the accounts flagged are innocent."),
      workload.markup(caption: "What each detector flags, with 95 % intervals"),
      precision(report, cells),
    ]
  }

  private static func precision(_ report: RunReport, _ cells: MetricCells) -> Markup {
    let prevalences = Prevalence.grid.compactMap { prevalence -> (Prevalence, Double)? in
      switch prevalence {
      case .ofThisWorld: nil
      case .oneAdultIn(let adults): (prevalence, Double(adults))
      }
    }
    let series = cells.detectors.enumerated().map { number, detector in
      LineChart.Series(
        name: detector.title,
        points: smooth(
          prevalences.compactMap { prevalence, adults in
            let row = cells.row(.precision(at: prevalence), detector.name)
            if row?.isPrecisionWithoutFalseAlarm == true { return nil }
            return row?.value.map { (x: adults, y: $0, low: row?.low, high: row?.high) }
          }),
        isShaded: detector.name == Evaluation.anyDetector || cells.detectors.count == 1,
        look: look(of: detector.name, at: number))
    }.filter { !$0.points.isEmpty }
    let bounded = cells.detectors.filter { detector in
      prevalences.contains {
        cells.row(.precision(at: $0.0), detector.name)?.isPrecisionWithoutFalseAlarm == true
      }
    }.map(\.title)
    let last = prevalences.last?.1 ?? 10_000
    let chart = LineChart(
      x: Axis(
        title: "Adult accounts per groomer",
        scale: Scale(.logarithmic, from: min(prevalences.first?.1 ?? 100, last / 10), to: last),
        tickCount: 5, label: Axis.plain),
      y: Axis(
        title: "Precision among adults flagged", scale: Scale(.linear, from: 0, to: 1),
        tickCount: 5, label: Axis.percent),
      series: series)
    return PageFigure(
      id: "precision", title: "How many of the adults flagged would be groomers",
      reading: "From left to right groomers become rarer; how rare they are in life nobody knows. "
        + "Shaded: the 95 % interval of all detectors together; those of each are in the numbers."
        + (bounded.isEmpty
          ? ""
          : " Not drawn, as no adult was flagged in error here, so that only the least that is likely "
            + "can be told (> in the numbers): \(bounded.joined(separator: ", "))."),
      drawing: chart.drawing,
      numbers: TextTable(
        headers: ["detector"] + prevalences.map { "1 in \(Numerals.count(Int($0.1))), %" },
        rows: cells.detectors.map { detector in
          [detector.title]
            + prevalences.map { cells.percent(.precision(at: $0.0), detector.name) }
        })
    ).markup
  }

  /// Points between those given, by Bayes' rule: the odds of being right fall as those of meeting a
  /// groomer do.
  private static func smooth(_ points: [LineChart.Series.Point]) -> [LineChart.Series.Point] {
    let steps = 8
    func shifted(_ share: Double?, from: Double, to: Double) -> Double? {
      share.map { share in
        share == 1 ? 1 : 1 / (1 + (1 - share) / share * (to - 1) / (from - 1))
      }
    }
    let between = zip(points, points.dropFirst()).flatMap { point, next in
      (0..<steps).map { step -> LineChart.Series.Point in
        let adults = point.x * pow(next.x / point.x, Double(step) / Double(steps))
        return (
          adults, shifted(point.y, from: point.x, to: adults) ?? point.y,
          shifted(point.low, from: point.x, to: adults),
          shifted(point.high, from: point.x, to: adults)
        )
      }
    }
    return between + points.suffix(1)
  }
}

import Scoring
import Vocabulary

extension ReportSection {
  /// How well scores tell groomers from innocent adults, at every threshold: ROC and precision-recall.
  static let thresholds = ReportSection(id: "thresholds", title: "How well scores tell apart") {
    report in
    let figure = RankingFigure(report: report)
    guard !figure.drawn.isEmpty else { return [] }
    return [
      .paragraph(
        "A detector gives each account a score, and flags those from its threshold on. Here its "
          + "threshold is left open: every adult account is ranked by the highest score it ever had, "
          + "those without one last. That says nothing of when; the first chart of the page does."),
      figure.explanation, figure.areas, figure.roc, figure.precisionRecall,
    ]
  }
}

/// The charts of how well scores tell groomers' accounts from those of innocent adults.
struct RankingFigure {
  let report: RunReport

  /// How many points of a line are drawn at most.
  static let mostPoints = 80

  /// The detectors that are drawn, with their places among all: those with most area.
  var drawn: [(place: Int, detector: RunReport.Priced)] {
    let known = report.priced.enumerated().filter { !$0.element.roc.points.isEmpty }
    return known.sorted {
      ($1.element.roc.area?.value ?? 0, $0.offset) < ($0.element.roc.area?.value ?? 0, $1.offset)
    }.prefix(AlarmFigure.mostLines).sorted { $0.offset < $1.offset }
      .map { (place: $0.offset, detector: $0.element) }
  }

  private var tables: ThresholdTables { ThresholdTables(evaluation: report.evaluation) }
  private var cells: MetricCells { MetricCells(evaluation: report.evaluation) }

  /// The areas of all detectors.
  var areas: Markup {
    let prices = WeeklyRate.prices
    return TextTable(
      headers: ["detector", "area under ROC", "average precision, %"]
        + prices.map { "preceded at a price of \(Markup.shortest($0.perThousand)), %" },
      rows: report.priced.map { detector in
        [
          detector.name, tables.area(detector.name),
          cells.percent(.averagePrecision, detector.name),
        ] + prices.map { cells.percent(.preceded(at: $0), detector.name) }
      }
    ).markup(
      caption:
        "What scores could give, with 95 % intervals; accounts of one person are taken together")
  }

  /// What the columns of `areas` mean.
  var explanation: Markup {
    .paragraph(
      "The area under the line of the first chart below (ROC) is the chance that a groomer's account "
        + "scored higher than an innocent adult's: 0.5 is guessing, 1 is perfect. Average precision is "
        + "the share of groomers' among the adults flagged, over all thresholds: guessing gives "
        + "\(guessing) % here. The last columns are meetings with an alert before, where so many "
        + "innocent accounts per 1,000 may be flagged a week.")
  }

  private var guessing: String {
    report.priced.compactMap(\.precisionRecall.baseline).first.map(Numerals.percent)
      ?? Numerals.unknown
  }

  /// The detector with the most area, whose interval is shaded.
  private var best: String? {
    drawn.max {
      ($0.detector.roc.area?.value ?? 0, $1.place) < ($1.detector.roc.area?.value ?? 0, $0.place)
    }?.detector.name
  }

  private var shading: String {
    "Shaded: the 95 % interval of \(best ?? "none"), the one with the most area. "
      + (drawn.count < report.priced.count
        ? "Drawn are the \(drawn.count) with most area; the numbers have all. " : "")
      + (report.unpriced.isEmpty
        ? ""
        : "Without a line, as only their alerts are known here: "
          + "\(report.unpriced.joined(separator: ", ")). ")
  }

  /// Groomers flagged against innocent adults flagged.
  var roc: Markup {
    let series = drawn.map { place, detector in
      LineChart.Series(
        name: detector.name,
        points: detector.roc.points.thinned(to: Self.mostPoints).map {
          ($0.falseAlarms, $0.hits.value, $0.hits.low, $0.hits.high)
        },
        isShaded: detector.name == best, look: .at(place))
    }
    return PageFigure(
      id: "roc", title: "Groomers flagged, against innocent adults flagged (ROC)",
      reading:
        "From the lower left, where nobody is flagged, to the upper right, where everybody is. A "
        + "line that rises steeply at the left finds groomers before it flags innocents; one along "
        + "the dotted diagonal is guessing. \(shading)",
      drawing: chart(
        x: "Share of innocent adults flagged", y: "Share of groomers' accounts flagged",
        series + [Self.guess([(0, 0, nil, nil), (1, 1, nil, nil)])]
      ).drawing,
      numbers: TextTable(
        headers: ["detector", "threshold", "innocent adults flagged, %", "groomers flagged, %"],
        rows: report.priced.flatMap { detector in
          detector.roc.points.thinned(to: Self.mostPoints).map { point in
            [
              detector.name, Self.threshold(point.threshold),
              Numerals.percent(point.falseAlarms), Self.share(point.hits),
            ]
          }
        })
    ).markup
  }

  /// How many of those flagged are groomers', against how many of all groomers are flagged.
  var precisionRecall: Markup {
    let series = drawn.map { place, detector in
      let points = detector.precisionRecall.points.thinned(to: Self.mostPoints)
      // The precision of a threshold holds from the recall of the one before: steps, no slopes.
      let corners = zip([0] + points.map(\.recall), points).flatMap {
        from, point -> [LineChart.Series.Point] in
        let precision = point.precision
        return [from, point.recall].map { ($0, precision.value, precision.low, precision.high) }
      }
      return LineChart.Series(
        name: detector.name, points: corners, isShaded: detector.name == best, look: .at(place))
    }
    let baseline = drawn.compactMap(\.detector.precisionRecall.baseline).first ?? 0
    return PageFigure(
      id: "precision-recall", title: "How many flagged are groomers', against how many are found",
      reading: "Further right more groomers are found; the higher the line there, the fewer of the "
        + "adults flagged are innocent. Guessing lies on the dotted line, the share of groomers in "
        + "this world, far above that in life: with fewer groomers every line is lower. \(shading)",
      drawing: chart(
        x: "Share of groomers' accounts flagged", y: "Share of adults flagged that are groomers'",
        series + [Self.guess([(0, baseline, nil, nil), (1, baseline, nil, nil)])]
      ).drawing,
      numbers: TextTable(
        headers: ["detector", "threshold", "groomers flagged, %", "precision here, %"],
        rows: report.priced.flatMap { detector in
          detector.precisionRecall.points.thinned(to: Self.mostPoints).map { point in
            [
              detector.name, Self.threshold(point.threshold), Numerals.percent(point.recall),
              Self.share(point.precision),
            ]
          }
        })
    ).markup
  }

  private func chart(x: String, y: String, _ series: [LineChart.Series]) -> LineChart {
    func axis(_ title: String) -> Axis {
      Axis(
        title: title, scale: Scale(.linear, from: 0, to: 1), tickCount: 5, label: Axis.percent)
    }
    return LineChart(x: axis(x), y: axis(y), series: series)
  }

  private static func guess(_ points: [LineChart.Series.Point]) -> LineChart.Series {
    LineChart.Series(
      name: "guessing", points: points, isShaded: false,
      look: SeriesLook(colour: .softInk, dashes: [2, 4], marker: .disc))
  }

  private static func threshold(_ score: Double?) -> String {
    score.map { Numerals.significant($0) } ?? Numerals.none
  }

  private static func share(_ estimate: Estimate) -> String {
    "\(Numerals.percent(estimate.value)) (\(Numerals.percentRange(estimate.low, estimate.high)))"
  }
}

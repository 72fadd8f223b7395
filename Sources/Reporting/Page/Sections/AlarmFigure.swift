import Foundation
import Scoring
import Vocabulary

/// The curve that matters most: meetings alerted in time against false alarms, at every threshold.
struct AlarmFigure {
  let report: RunReport

  /// How many detectors are drawn at most; the numbers have all.
  static let mostLines = 8

  /// The figure; nil without a meeting, or where no detector could be run again.
  var markup: Markup? {
    guard report.evaluation.scope.meetings > 0, !drawn.isEmpty else { return nil }
    let chart = LineChart(
      x: Axis(
        title: "Price: innocent accounts flagged per 1,000 accounts a week",
        scale: Scale(.logarithmic, from: cheapest, to: dearest), tickCount: 5, label: Axis.plain),
      y: Axis(
        title: "Share of meetings with an alert before", scale: Scale(.linear, from: 0, to: 1),
        tickCount: 5, label: Axis.percent),
      series: series + together, markMeans: "as it was run, at its own threshold")
    return PageFigure(
      id: "in-time", title: "Meetings alerted in time, against false alarms", reading: reading,
      drawing: chart.drawing, numbers: numbers
    ).markup
  }

  private var cells: MetricCells { MetricCells(evaluation: report.evaluation) }

  /// The detectors that are drawn, with their places among all.
  private var drawn: [(place: Int, detector: RunReport.Priced)] {
    ranked.prefix(Self.mostLines).sorted { $0.offset < $1.offset }
      .map { (place: $0.offset, detector: $0.element) }
  }

  /// The detectors by the share of meetings that they warned of as they were run, most first.
  private var ranked: [(offset: Int, element: RunReport.Priced)] {
    func share(_ detector: RunReport.Priced) -> Double {
      cells.row(.preceded, detector.name)?.value ?? 0
    }
    return Array(report.priced.enumerated()).sorted { one, other in
      let (first, second) = (share(one.element), share(other.element))
      return first == second ? one.offset < other.offset : first > second
    }
  }

  private var reading: String {
    let left = report.priced.count - drawn.count
    let shaded =
      "The left edge is no false alarm at all. Shaded: the 95 % interval of \(best ?? "none"), which "
      + "warned of most meetings as it was run; the numbers have those of all. "
    let lines =
      "Each line is one detector at every threshold, chosen with the truth known: the best "
      + "that any choice could give. Higher is more meetings warned of, further left fewer innocent "
      + "accounts flagged. "
    return lines + shaded
      + (left > 0
        ? "Drawn are the \(drawn.count) that warn of most meetings as they were run; the numbers "
          + "have all. " : "")
      + (report.unpriced.isEmpty
        ? ""
        : "Without a line, as only their alerts are known here: "
          + "\(report.unpriced.joined(separator: ", ")). ")
  }

  /// The detector that warned of most meetings, as it was run.
  private var best: String? { ranked.first?.element.name }

  /// The ends of the axis of prices: half of the least that is paid, and a power of ten beyond what
  /// alerts cost as they were run.
  private var cheapest: Double {
    let paid = drawn.flatMap { $0.detector.curve.points.map(\.price) }.filter { $0 > 0 }
    return min(paid.min() ?? 0.01, dearest / 50) / 2
  }

  private var dearest: Double {
    let own = report.evaluation.detectors.map(price).max() ?? 0
    return pow(10, ceil(log10(max(own * 5, 0.1))))
  }

  /// What a detector costs as it was run: innocent accounts flagged per 1,000 accounts a week.
  private func price(of detector: String) -> Double {
    let flagged = cells.row(.accountsAlerted, detector)?.count ?? 0
    let right = cells.row(.groomersAlerted, detector)?.count ?? 0
    let scope = report.evaluation.scope
    return Double(flagged - right) / (Double(scope.accounts) / 1_000 * scope.days / 7)
  }

  /// Where a detector stands as it was run: its price, and the share of meetings that it warned of.
  func mark(of detector: String) -> (x: Double, y: Double)? {
    cells.row(.preceded, detector)?.value.map { (x: price(of: detector), y: $0) }
  }

  private var series: [LineChart.Series] {
    drawn.map { place, detector in
      let within = detector.curve.points.filter { $0.price <= dearest }
      var points = within.compactMap { point in
        point.preceded.map { (x: point.price, y: $0.value, low: $0.low, high: $0.high) }
      }
      if let last = points.last { points.append((dearest, last.y, last.low, last.high)) }
      return LineChart.Series(
        name: detector.name, points: points.map { ($0.x, $0.y, $0.low, $0.high) }, isStepped: true,
        isShaded: detector.name == best, mark: mark(of: detector.name), look: .at(place))
    }
  }

  /// All detectors together, as they were run: a mark without a line.
  private var together: [LineChart.Series] {
    let any = Evaluation.anyDetector
    guard cells.detectors.count > 1 else { return [] }
    return [
      LineChart.Series(
        name: "all of them together", points: [], mark: mark(of: any),
        look: ReportSection.look(of: any, at: 0))
    ]
  }

  private var numbers: TextTable {
    func share(_ estimate: Estimate?) -> String {
      estimate.map {
        "\(Numerals.percent($0.value)) (\(Numerals.percentRange($0.low, $0.high)))"
      } ?? Numerals.unknown
    }
    func lead(_ lead: AlarmCurve.Lead) -> String {
      "\(lead.days.map(Numerals.days) ?? Numerals.none)"
        + (lead.low == nil && lead.high == nil
          ? "" : " (\(Numerals.daysRange(lead.low, lead.high)))")
    }
    return TextTable(
      headers: [
        "detector", "price", "innocent accounts", "threshold", "alert before, %",
        "by 7 days or more, %", "by 30 days or more, %", "median lead, days",
      ],
      rows: report.priced.flatMap { detector in
        detector.curve.points.map { point in
          [
            detector.name, Numerals.rate(point.price), Numerals.count(point.falseAlarms),
            point.threshold.map { Numerals.significant($0) } ?? Numerals.none,
            share(point.preceded),
            share(point.precededBy7Days), share(point.precededBy30Days), lead(point.medianLead),
          ]
        }
      })
  }
}

import Scoring

extension ReportSection {
  /// How fast each detector is over all sustained contacts, and what came first.
  static let pace = ReportSection(id: "pace", title: "How long undetected") { report in
    let curves = report.survival
    guard let all = curves.curves.last, all.contacts > 0 else { return [] }
    return [undetected(curves.curves)] + (curves.incidences.last.map { [first($0)] } ?? [])
  }

  private static func title(of detector: String) -> String {
    detector == Evaluation.anyDetector ? "any of them" : detector
  }

  /// The lines that are drawn: of one detector alone its own, not the same again for all together.
  private static func shown(_ curves: [SurvivalCurve]) -> [SurvivalCurve] {
    curves.count == 2 ? Array(curves.prefix(1)) : curves
  }

  private static func undetected(_ curves: [SurvivalCurve]) -> Markup {
    let shown = shown(curves)
    let end = shown.map(\.followUpDays).max() ?? 1
    let chart = LineChart(
      x: Axis(
        title: "Days since first contact", scale: Scale(.linear, from: 0, to: max(end, 1)),
        tickCount: 6, label: Axis.plain),
      y: Axis(
        title: "Share of contacts without an alert yet", scale: Scale(.linear, from: 0, to: 1),
        tickCount: 5, label: Axis.percent),
      series: shown.enumerated().map { number, curve in
        LineChart.Series(
          name: title(of: curve.detector),
          points: curve.points.map {
            ($0.days, $0.undetected.value, $0.undetected.low, $0.undetected.high)
          }
            + (curve.points.last.map {
              [(end, $0.undetected.value, $0.undetected.low, $0.undetected.high)]
            } ?? []),
          isStepped: true,
          isShaded: shown.count == 1 || curve.detector == Evaluation.anyDetector,
          look: look(of: curve.detector, at: number))
      })
    let contacts = Numerals.counting(shown.first?.contacts ?? 0, "sustained contact")
    return PageFigure(
      id: "undetected", title: "Contacts whose groomer nothing had flagged yet",
      reading:
        "Of \(contacts), also those without a meeting, each counted as long as it could be "
        + "watched (Kaplan and Meier); an alert before the first contact counts as on day 0. Shaded: the 95 % interval of all detectors together, with "
        + "all contacts of a groomer taken together. The sooner a line falls, the better.",
      drawing: chart.drawing,
      numbers: TextTable(
        headers: [
          "detector", "contacts", "flagged by the end", "half flagged by day",
          "mean days undetected in the first 30", "... in the first 90",
        ],
        rows: shown.map { curve in
          [
            title(of: curve.detector), Numerals.count(curve.contacts),
            Numerals.count(curve.alerted),
            days(curve.median.days, curve.median.low, curve.median.high),
          ]
            + curve.restrictedMeans.map { days($0.days, $0.low, $0.high) }
        }),
      more: TextTable(
        headers: ["detector", "day", "under observation", "without an alert yet, %"],
        rows: shown.flatMap { curve in
          curve.points.map { point in
            [
              title(of: curve.detector), Numerals.days(point.days), Numerals.count(point.atRisk),
              share(point.undetected),
            ]
          }
        })
    ).markup
  }

  private static func first(_ incidence: CompetingIncidence) -> Markup {
    let end = max(incidence.followUpDays, 1)
    let outcomes: [(name: String, share: KeyPath<CompetingIncidence.Point, Estimate>)] = [
      ("an alert, in time", \.alerted), ("the meeting", \.met), ("contact broke off", \.brokenOff),
    ]
    let chart = LineChart(
      x: Axis(
        title: "Days since first contact", scale: Scale(.linear, from: 0, to: end), tickCount: 6,
        label: Axis.plain),
      y: Axis(
        title: "Share of contacts", scale: Scale(.linear, from: 0, to: 1), tickCount: 5,
        label: Axis.percent),
      series: outcomes.enumerated().map { number, outcome in
        let points = incidence.points.map { point in
          let share = point[keyPath: outcome.share]
          return (x: point.days, y: share.value, low: share.low, high: share.high)
        }
        let last = points.last.map { [(x: end, y: $0.y, low: $0.low, high: $0.high)] } ?? []
        return LineChart.Series(
          name: outcome.name, points: (points + last).map { ($0.x, $0.y, $0.low, $0.high) },
          isStepped: true, look: .at(number))
      })
    return PageFigure(
      id: "what-came-first",
      title: "What came first: an alert of any detector, the meeting, or an end",
      reading: "Each contact ends in the first of three ways, or goes on. To treat a meeting as if "
        + "the alert might still come in time would flatter the detectors; here it does not "
        + "(Aalen and Johansen). Shaded: 95 % intervals.",
      drawing: chart.drawing,
      numbers: TextTable(
        headers: ["day", "under observation"] + outcomes.map { "\($0.name), %" } + [
          "nothing yet, %"
        ],
        rows: incidence.points.map { point in
          [Numerals.days(point.days), Numerals.count(point.atRisk)]
            + outcomes.map { share(point[keyPath: $0.share]) } + [Numerals.percent(point.waiting)]
        })
    ).markup
  }

  private static func share(_ estimate: Estimate) -> String {
    "\(Numerals.percent(estimate.value)) (\(Numerals.percentRange(estimate.low, estimate.high)))"
  }

  private static func days(_ value: Double?, _ low: Double?, _ high: Double?) -> String {
    guard let value else { return "not within the run" }
    return Numerals.days(value)
      + (low == nil && high == nil
        ? "" : " (\(low.map(Numerals.days) ?? "?") to \(high.map(Numerals.days) ?? "?"))")
  }
}

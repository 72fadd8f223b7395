import Foundation
import Scoring
import Vocabulary

/// What became of the headline's metrics: over the values of each key, or detector by detector where
/// nothing but the seed varies.
struct SweepEffects {
  let page: SweepPage

  /// Dots on a page, at most: our choice, which leaves it well under 3 MB.
  private static let mostDots = 700
  /// Detectors that are drawn one by one, at most.
  private static let mostDetectors = 8

  /// The sections, one per key.
  var sections: [HTMLPage.Section] {
    guard page.worlds > 0 else { return [] }
    guard !page.varied.isEmpty else {
      return [
        HTMLPage.Section(
          id: "detectors", title: "Detector by detector", content: drawn.map(byDetector))
      ]
    }
    return page.varied.enumerated().map { number, key in
      HTMLPage.Section(
        id: "key-\(number + 1)", title: key.key, content: content(of: number))
    }
  }

  /// A metric that is drawn, with the words for it.
  private struct Drawn {
    var id: String
    var metric: Metric
    var title: String
    var unit: String
    var label: (Double) -> String
    /// The ends of the axis, whatever the values.
    var least: Double?
    var most: Double?
  }

  private var drawn: [Drawn] {
    [
      Drawn(
        id: "preceded", metric: .preceded, title: "Meetings with an alert before",
        unit: "Share of meetings", label: Axis.percent, least: 0, most: 1),
      Drawn(
        id: "rate", metric: .firstAlertRate, title: "Accounts flagged",
        unit: "Flagged per 1,000 accounts a week", label: Axis.plain, least: 0, most: nil),
      Drawn(
        id: "lead", metric: .leadMedian, title: "Median lead time",
        unit: "Days from alert to meeting", label: Axis.plain, least: nil, most: nil),
    ]
  }

  /// What the columns of a table of all headline metrics are called.
  static let titles = [
    "meetings preceded, %", "median lead, days", "flagged per 1,000 a week",
    "precision at 1 in 1,000, %",
  ]

  /// What a detector is called.
  static func title(of detector: String) -> String {
    detector == Evaluation.anyDetector ? "any of them" : detector
  }

  /// All detectors, that of all together first.
  private var detectors: [String] {
    var names: [String] = []
    for detector in page.points.flatMap(\.detectors) where !names.contains(detector.name) {
      names.append(detector.name)
    }
    return names.filter { $0 == Evaluation.anyDetector }
      + names.filter { $0 != Evaluation.anyDetector }
  }

  private func content(of key: Int) -> [Markup] {
    let dots = max(1, page.points.count * page.varied.count * drawn.count)
    let single = detectors.dropFirst().prefix(min(Self.mostDetectors, Self.mostDots / dots))
    let left = detectors.count - 1 - single.count
    return drawn.map { effect($0, of: key, on: Evaluation.anyDetector) }
      + single.map { detector in
        .details(detector, drawn.map { effect($0, of: key, on: detector) })
      }
      + (left > 0
        ? [
          .paragraph(
            "Not drawn one by one: \(Numerals.counting(left, "detector")); their numbers are in the "
              + "table of all.", class: "note")
        ] : [])
  }

  private func found(_ drawn: Drawn, _ detector: String, at point: ReplicatedPoint) -> Replicates? {
    point.detectors.first { $0.name == detector }?[drawn.metric]
  }

  /// One metric of one detector over the values of a key.
  private func effect(_ drawn: Drawn, of key: Int, on detector: String) -> Markup {
    let shown = page.points.compactMap { point -> (ReplicatedPoint, Replicates)? in
      found(drawn, detector, at: point).map { (point, $0) }
    }
    let name = page.varied[key].key
    let place = detectors.firstIndex(of: detector) ?? 0
    let missing = shown.count { $0.1.value == nil }
    let reading =
      "A dot is one point of the experiment over its value of \(name), with the 95 % interval over "
      + "its worlds."
      + (page.varied.count > 1 ? " Dots side by side differ in other keys." : "")
      + (missing > 0
        ? " \(Numerals.counting(missing, "point")) without a value: no alert to take one from in half "
          + "of the worlds or more, or nothing to measure." : "")
      + Self.withoutInterval(shown.map(\.1))
    return PageFigure(
      id: "\(drawn.id)-\(key + 1)-\(place)",
      title: "\(drawn.title), \(Self.title(of: detector)), by \(name)", reading: reading,
      drawing: drawing(drawn, shown, of: key), numbers: numbers(drawn, shown)
    ).markup
  }

  /// Why no median has an interval, where that is so.
  private static func withoutInterval(_ found: [Replicates]) -> String {
    let medians = found.filter { $0.told == .median && $0.worlds > 0 }
    return medians.isEmpty || medians.contains { $0.interval != nil }
      ? "" : " Medians over worlds have none here: an interval of a median needs six worlds."
  }

  private func drawing(
    _ drawn: Drawn, _ shown: [(ReplicatedPoint, Replicates)], of key: Int
  ) -> (Canvas) -> PageChart.Drawing {
    let y = axis(drawn, shown.map(\.1))
    let values = shown.map { Double($0.0.settings[key].value) }
    let numbers = values.compactMap(\.self)
    guard numbers.count == values.count, let least = numbers.min(), let most = numbers.max(),
      least < most
    else {
      return DotChart(
        x: y,
        rows: shown.map { point, found in
          row(named: point.settings[key].value, found, y)
        }
      ).drawing
    }
    // As much room as a third of a step beside the first and the last.
    let isWide = least > 0 && most / least >= 20
    let scale =
      isWide
      ? Scale(.logarithmic, from: least / 1.3, to: most * 1.3)
      : Scale(
        .linear, from: least - (most - least) * 0.08, to: most + (most - least) * 0.08)
    return PointChart(
      x: Axis(title: page.varied[key].key, scale: scale, tickCount: 5, label: Axis.plain), y: y,
      points: zip(numbers, shown).compactMap { x, shown in
        shown.1.value.map { value in
          let ends = Self.ends(of: shown.1, within: y)
          return (x: x, y: value, low: ends?.low, high: ends?.high)
        }
      }
    ).drawing
  }

  /// A metric of every detector, where nothing but the seed varies.
  private func byDetector(_ drawn: Drawn) -> Markup {
    guard let point = page.points.first else { return .block("p", []) }
    let rows = detectors.compactMap { name in found(drawn, name, at: point).map { (name, $0) } }
    let x = axis(drawn, rows.map(\.1))
    let chart = DotChart(
      x: x,
      rows: rows.enumerated().map { number, row in
        var dot = self.row(named: Self.title(of: row.0), row.1, x)
        dot.look = ReportSection.look(of: row.0, at: number)
        return dot
      })
    return PageFigure(
      id: "\(drawn.id)-detectors", title: drawn.title,
      reading: "A dot is what \(Numerals.counting(point.worlds, "world")) give, with the 95 % "
        + "interval over worlds." + Self.withoutInterval(rows.map(\.1)),
      drawing: chart.drawing,
      numbers: TextTable(
        headers: ["detector", "worlds", drawn.title.lowercased()],
        rows: rows.map {
          [
            Self.title(of: $0.0), Numerals.count($0.1.worlds),
            SweepReport.cell($0.1, of: point, drawn.metric),
          ]
        })
    ).markup
  }

  private func row(named name: String, _ found: Replicates, _ axis: Axis) -> DotChart.Row {
    let ends = Self.ends(of: found, within: axis)
    return DotChart.Row(
      name: name, value: found.value, low: ends?.low, high: ends?.high,
      missing: found.worlds > 0 ? "none" : "nothing to measure")
  }

  /// The ends of an interval, infinite ones at those of the axis; nil without an interval.
  private static func ends(
    of found: Replicates, within axis: Axis
  ) -> (low: Double, high: Double)? {
    found.interval.map {
      (low: $0.low ?? axis.scale.lower, high: $0.high ?? axis.scale.upper)
    }
  }

  private func axis(_ drawn: Drawn, _ found: [Replicates]) -> Axis {
    let values = found.filter { $0.value != nil }.flatMap {
      [$0.value, $0.interval?.low, $0.interval?.high].compactMap(\.self)
    }
    let lower = drawn.least ?? min(0, values.min() ?? 0)
    let upper = drawn.most ?? max(lower + 0.1, (values.max() ?? 1) * 1.05)
    return Axis(
      title: drawn.unit, scale: Scale(.linear, from: lower, to: upper), tickCount: 5,
      label: drawn.label)
  }

  private func numbers(_ drawn: Drawn, _ shown: [(ReplicatedPoint, Replicates)]) -> TextTable {
    TextTable(
      headers: page.varied.map(\.key) + ["worlds", drawn.title.lowercased()],
      rows: shown.map { point, found in
        point.settings.map(\.value)
          + [
            Numerals.count(found.worlds), SweepReport.cell(found, of: point, drawn.metric),
          ]
      }, wordColumns: Set(page.varied.indices))
  }
}

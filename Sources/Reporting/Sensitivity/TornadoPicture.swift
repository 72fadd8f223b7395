import Scoring
import Vocabulary

extension SensitivityReport {
  /// How many keys a picture shows: those that move the metric most.
  static let pictured = 16

  /// The keys that move the metric most as bars, as an SVG file with a line break at its end.
  ///
  /// Of a tornado, bars go from the metric at the low end of a key's range to that at its high end,
  /// about the line of the scenario itself; of the other methods, from 0 to the size of the effect,
  /// with its interval as a line.
  public func picture() -> String {
    let sheet = Sheet(
      title: "What the answer rests on: \(result.metric)", reading: reading,
      notes: [explanation],
      footer:
        "\(method) \(scenario.shortened(to: 60)); invented worlds, no real person or account; "
        + "Tocsin \(version).")
    return sheet.document(chart(in: sheet))
  }

  private var shown: [SensitivityResult.Key] { Array(moving.prefix(Self.pictured)) }

  private var reading: String {
    guard let first = shown.first else { return "no key moves it." }
    let rest = result.keys.count - shown.count
    return "\(first.path) moves it most. The metric is in \(result.unit)."
      + (rest > 0 ? " \(Numerals.count(rest)) further keys move it less, or not at all." : "")
  }

  private func chart(in sheet: Sheet) -> [Markup] {
    let shown = shown
    let bars = shown.map(Bar.init)
    let ends = bars.flatMap { [$0.from, $0.to, $0.low, $0.high] } + [result.baseline ?? 0]
    guard let least = ends.min(), let most = ends.max(), least < most else {
      return sheet.nothing(because: "no key moves the metric")
    }
    let room = sheet.room
    let area = Box(
      left: room.left + 390, top: room.top, width: room.width - 390 - 24, height: room.height - 44)
    let frame = Frame(
      area: area,
      x: Axis(title: axisTitle, scale: Scale(.linear, from: least, to: most), label: Axis.plain),
      y: Axis(title: "", scale: Scale(.linear, from: 0, to: Double(shown.count)), tickCount: 1) {
        _ in ""
      })
    let names = Lettering(size: 12, anchor: .end)
    let rows = zip(shown, bars).enumerated().flatMap { row, pair -> [Markup] in
      let (key, bar) = pair
      let middle = frame.dot(bar.from, Double(shown.count - row) - 0.5)
      let height = min(area.height / Double(shown.count) * 0.6, 16)
      let words = "\(key.path)  \(Self.range(of: key))"
      return [
        names.element(
          names.shortened(words, width: 380), at: Dot(x: area.left - 8, y: middle.y + 4))
      ] + bar.elements(in: frame, at: middle.y, height: height)
    }
    let base = result.baseline.map { value in
      let foot = frame.dot(value, 0)
      return Markup.line(
        from: foot, to: Dot(x: foot.x, y: area.top),
        Stroke(colour: .ink, width: 1.5, dashes: [5, 4]))
    }
    return frame.elements + rows + (base.map { [$0] } ?? [])
  }

  private var axisTitle: String {
    switch result.method {
    case .morris: "Mean size of the change over the range (mu*)"
    case .sobol: "Share of the variance (total index)"
    case .tornado: "\(result.metric): low end hollow, high end filled"
    }
  }
}

/// A bar of the picture: what it spans, and its interval.
private struct Bar {
  var from = 0.0
  var to = 0.0
  var low = 0.0
  var high = 0.0
  /// Whether the bar has a low and a high end, and no interval.
  var isSwing = false

  init(_ key: SensitivityResult.Key) {
    switch key.finding {
    case nil: break
    case .effects(let size, _, _): take(size)
    case .indices(let total, _): take(total)
    case .swing(let low, let high, _):
      (from, to, self.low, self.high, isSwing) = (low, high, low, high, true)
    }
  }

  private mutating func take(_ estimate: Estimate) {
    (to, low, high) = (estimate.value, estimate.low, estimate.high)
  }

  func elements(in frame: Frame, at y: Double, height: Double) -> [Markup] {
    let (one, other) = (frame.dot(from, 0).x, frame.dot(to, 0).x)
    let box = Box(
      left: min(one, other), top: y - height / 2, width: abs(other - one), height: height)
    guard isSwing else {
      let stroke = Stroke(colour: .ink, width: 1.5)
      let (left, right) = (frame.dot(low, 0).x, frame.dot(high, 0).x)
      return [.rectangle(box, fill: .here, opacity: 0.75)]
        + [.line(from: Dot(x: left, y: y), to: Dot(x: right, y: y), stroke)]
        + [left, right].map { x in
          .line(from: Dot(x: x, y: y - 4), to: Dot(x: x, y: y + 4), stroke)
        }
    }
    return [
      .rectangle(box, fill: .here, opacity: 0.35),
      .circle(
        Dot(x: one, y: y), radius: height / 3, fill: .paper, Stroke(colour: .here, width: 2)),
      .circle(
        Dot(x: other, y: y), radius: height / 3, fill: .here, Stroke(colour: .here, width: 2)),
    ]
  }
}

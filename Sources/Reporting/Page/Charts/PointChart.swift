/// Values over the numbers that gave them: a dot each, and its 95 % interval as a line through it.
struct PointChart {
  /// A dot; an end of its interval is that of the axis where it is infinite.
  typealias Point = (x: Double, y: Double, low: Double?, high: Double?)

  var x: Axis
  var y: Axis
  var points: [Point]
  var look = SeriesLook.at(0)

  /// How far dots of one number stand apart, in pixels, and all of them together at most.
  private static let step = 9.0
  private static let spread = 36.0

  /// The chart; dots of one number stand side by side.
  func drawing(on canvas: Canvas) -> PageChart.Drawing {
    let area = Box(
      left: 56, top: 30, width: canvas.width - 56 - 28, height: canvas == .wide ? 240 : 200)
    let frame = Frame(area: area, x: x, y: y, titles: .above)
    var alike: [Double: Int] = [:]
    for point in points { alike[point.x, default: 0] += 1 }
    var drawn: [Double: Int] = [:]
    let dots = points.flatMap { point -> [Markup] in
      let (count, place) = (alike[point.x] ?? 1, drawn[point.x, default: 0])
      drawn[point.x] = place + 1
      let step = min(Self.step, Self.spread / Double(count))
      let aside = (Double(place) - Double(count - 1) / 2) * step
      return element(of: point, aside: aside, in: frame)
    }
    return (height: frame.foot, elements: frame.elements + dots)
  }

  private func element(of point: Point, aside: Double, in frame: Frame) -> [Markup] {
    func dot(_ value: Double) -> Dot {
      let dot = frame.dot(point.x, value)
      return Dot(x: dot.x + aside, y: dot.y)
    }
    let stroke = Stroke(colour: look.colour, width: 2.5, opacity: 0.7)
    let interval = point.low.flatMap { low in
      point.high.map { high in [Markup.line(from: dot(low), to: dot(high), stroke)] }
    }
    return (interval ?? [])
      + [look.marker.element(at: dot(point.y), size: 9, colour: look.colour)]
  }
}

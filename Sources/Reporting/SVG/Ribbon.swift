extension Frame {
  /// The area between a lower and an upper line, such as an error to both sides.
  func ribbon(
    _ values: [(x: Double, lower: Double, upper: Double)], fill: Colour, opacity: Double
  ) -> Markup {
    .area(
      values.map { dot($0.x, $0.upper) } + values.reversed().map { dot($0.x, $0.lower) },
      fill: fill, opacity: opacity)
  }

  /// The area from one value to another on both axes.
  func box(x: ClosedRange<Double>, y: ClosedRange<Double>) -> Box {
    let (corner, opposite) = (dot(x.lowerBound, y.upperBound), dot(x.upperBound, y.lowerBound))
    return Box(
      left: corner.x, top: corner.y, width: opposite.x - corner.x, height: opposite.y - corner.y)
  }
}

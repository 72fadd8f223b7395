/// The shape that stands for a point of a chart.
enum Marker {
  case disc
  case diamond
  case square

  /// The shape around a point.
  func element(at dot: Dot, size: Double, colour: Colour) -> Markup {
    let edge = Stroke(colour: .paper)
    let half = size / 2
    switch self {
    case .disc: return .circle(dot, radius: half, fill: colour, edge)
    case .square:
      return .rectangle(
        Box(left: dot.x - half, top: dot.y - half, width: size, height: size), fill: colour, edge)
    case .diamond:
      let reach = half * 1.3
      return .area(
        [
          Dot(x: dot.x, y: dot.y - reach), Dot(x: dot.x + reach, y: dot.y),
          Dot(x: dot.x, y: dot.y + reach), Dot(x: dot.x - reach, y: dot.y),
        ], fill: colour)
    }
  }
}

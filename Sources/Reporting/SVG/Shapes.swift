/// A point of a picture, in pixels from its top left corner.
struct Dot {
  var x: Double
  var y: Double
}

/// A rectangle of a picture, in pixels from its top left corner.
struct Box {
  var left: Double
  var top: Double
  var width: Double
  var height: Double

  var right: Double { left + width }
  var bottom: Double { top + height }
  var middle: Dot { Dot(x: left + width / 2, y: top + height / 2) }

  /// Whether two rectangles share more than an edge.
  func overlaps(_ other: Box) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  /// Whether a point lies inside.
  func contains(_ dot: Dot) -> Bool {
    dot.x > left && dot.x < right && dot.y > top && dot.y < bottom
  }

  /// Whether another lies inside.
  func contains(_ other: Box) -> Bool {
    other.left >= left && other.right <= right && other.top >= top && other.bottom <= bottom
  }

  /// The rectangle, smaller by so much on each side.
  func inset(_ margin: Double) -> Box {
    Box(
      left: left + margin, top: top + margin, width: width - 2 * margin,
      height: height - 2 * margin)
  }
}

/// How a line is drawn.
struct Stroke {
  var colour: Colour
  var width = 1.0
  /// Lengths of dashes and gaps in pixels; none for a whole line.
  var dashes: [Double] = []
  var opacity = 1.0

  /// The attributes of an element that is drawn with this line.
  var attributes: [(String, String)] {
    [("stroke", colour.hex), ("stroke-width", Markup.number(width))]
      + (dashes.isEmpty
        ? [] : [("stroke-dasharray", dashes.map(Markup.number).joined(separator: " "))])
      + (opacity < 1 ? [("stroke-opacity", Markup.number(opacity))] : [])
  }
}

extension Markup {
  /// A straight line.
  static func line(from: Dot, to: Dot, _ stroke: Stroke) -> Markup {
    Markup(
      "line",
      [
        ("x1", number(from.x)), ("y1", number(from.y)), ("x2", number(to.x)), ("y2", number(to.y)),
      ] + stroke.attributes)
  }

  /// A line through points.
  static func line(through dots: [Dot], _ stroke: Stroke) -> Markup {
    Markup(
      "path",
      [("d", path(through: dots)), ("fill", "none"), ("stroke-linejoin", "round")]
        + stroke.attributes)
  }

  /// The area between points, closed.
  static func area(_ dots: [Dot], fill: Colour, opacity: Double = 1) -> Markup {
    Markup(
      "path", [("d", path(through: dots) + "Z"), ("fill", fill.hex)] + fillOpacity(opacity))
  }

  /// A rectangle.
  static func rectangle(
    _ box: Box, fill: Colour?, opacity: Double = 1, _ stroke: Stroke? = nil
  ) -> Markup {
    Markup(
      "rect",
      [
        ("x", number(box.left)), ("y", number(box.top)), ("width", number(box.width)),
        ("height", number(box.height)), ("fill", fill?.hex ?? "none"),
      ] + fillOpacity(opacity) + (stroke?.attributes ?? []))
  }

  /// A circle.
  static func circle(
    _ middle: Dot, radius: Double, fill: Colour, opacity: Double = 1, _ stroke: Stroke? = nil
  ) -> Markup {
    Markup(
      "circle",
      [
        ("cx", number(middle.x)), ("cy", number(middle.y)), ("r", number(radius)),
        ("fill", fill.hex),
      ] + fillOpacity(opacity) + (stroke?.attributes ?? []))
  }

  /// Elements that belong together.
  static func group(_ elements: [Markup], _ attributes: [(String, String)] = []) -> Markup {
    Markup("g", attributes, .elements(elements))
  }

  private static func path(through dots: [Dot]) -> String {
    dots.enumerated().map { "\($0 == 0 ? "M" : "L")\(number($1.x)) \(number($1.y))" }.joined()
  }

  private static func fillOpacity(_ opacity: Double) -> [(String, String)] {
    opacity < 1 ? [("fill-opacity", number(opacity))] : []
  }
}

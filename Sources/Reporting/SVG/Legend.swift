/// What the lines and marks of a chart stand for.
struct Legend {
  /// A line of the legend.
  struct Entry {
    /// What is shown beside the words.
    enum Sample {
      case line(Stroke, Marker?)
      case fill(Colour, Stroke?)
      case marker(Marker, Colour)
    }

    var sample: Sample
    var words: String
  }

  /// The corner of a chart that a legend stands in.
  enum Corner {
    case topLeft, topRight, bottomLeft, bottomRight
  }

  var entries: [Entry]

  private static let lettering = Lettering(size: 12)
  private static let sampleWidth = 34.0
  static let lineHeight = 20.0

  /// How large it is.
  private var size: (width: Double, height: Double) {
    let widest = entries.map { Self.lettering.width(of: $0.words) }.max() ?? 0
    return (Self.sampleWidth + 8 + widest + 20, Double(entries.count) * Self.lineHeight + 12)
  }

  /// The legend in a corner of a chart.
  func elements(in area: Box, _ corner: Corner) -> [Markup] {
    let (width, height) = size
    let isLeft = corner == .topLeft || corner == .bottomLeft
    let isTop = corner == .topLeft || corner == .topRight
    let box = Box(
      left: isLeft ? area.left + 12 : area.right - 12 - width,
      top: isTop ? area.top + 10 : area.bottom - 10 - height, width: width, height: height)
    return [.rectangle(box, fill: .paper, opacity: 0.9, Stroke(colour: .grid))]
      + entries.enumerated().flatMap { number, entry in
        let middle = box.top + 6 + (Double(number) + 0.5) * Self.lineHeight
        return Self.elements(of: entry, at: Dot(x: box.left + 10, y: middle))
      }
  }

  /// The legend as lines below each other, the middle of the first at a height, with no edge.
  func column(from dot: Dot) -> [Markup] {
    entries.enumerated().flatMap { number, entry in
      Self.elements(of: entry, at: Dot(x: dot.x, y: dot.y + Double(number) * Self.lineHeight))
    }
  }

  private static func elements(of entry: Entry, at dot: Dot) -> [Markup] {
    let end = Dot(x: dot.x + sampleWidth, y: dot.y)
    let middle = Dot(x: dot.x + sampleWidth / 2, y: dot.y)
    var elements: [Markup]
    switch entry.sample {
    case .line(let stroke, let marker):
      elements = [.line(from: dot, to: end, stroke)]
      if let marker {
        elements.append(marker.element(at: middle, size: 8, colour: stroke.colour))
      }
    case .fill(let colour, let stroke):
      let box = Box(left: dot.x + 4, top: dot.y - 6, width: sampleWidth - 8, height: 12)
      elements = [.rectangle(box, fill: colour, stroke)]
    case .marker(let marker, let colour):
      elements = [marker.element(at: middle, size: 8, colour: colour)]
    }
    return elements + [lettering.element(entry.words, at: Dot(x: end.x + 8, y: dot.y + 4))]
  }
}

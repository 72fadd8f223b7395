/// A row per thing: its name, its value as a dot, and the 95 % interval as a line through it.
struct DotChart {
  /// A row.
  struct Row {
    var name: String
    /// The value; without one the row says so.
    var value: Double?
    var low: Double?
    var high: Double?
    /// What stands in place of a dot that is missing.
    var missing = "nothing to measure"
    var look = SeriesLook.at(0)
  }

  var x: Axis
  var rows: [Row]
  /// A value to compare with, such as what chance gives.
  var reference: (value: Double, words: String)?

  private static let words = Lettering(size: Canvas.letterSize)

  /// The chart; names stand beside the rows where there is room, and above them where there is none.
  func drawing(on canvas: Canvas) -> PageChart.Drawing {
    let isWide = canvas == .wide
    let widest = rows.map { Self.words.width(of: $0.name) }.max() ?? 0
    let room = isWide ? min(widest, 260) + 16 : 18
    let step = isWide ? 26.0 : 40
    let top = reference == nil ? 8.0 : 26
    let area = Box(
      left: room, top: top, width: canvas.width - room - 20,
      height: Double(max(rows.count, 1)) * step)
    let frame = Frame(
      area: area, x: x, y: .hidden(Scale(.linear, from: 0, to: Double(max(rows.count, 1)))),
      titles: .above)
    let marked = rows.enumerated().flatMap { number, row -> [Markup] in
      let middle = area.top + (Double(number) + (isWide ? 0.5 : 0.7)) * step
      return name(of: row, beside: area, middle, isWide) + self.row(row, in: frame, at: middle)
    }
    let line = reference.map {
      frame.upright(at: $0.value, $0.words, Stroke(colour: .softInk, width: 1.5, dashes: [4, 3]))
    }
    return (height: frame.foot, elements: frame.elements + (line ?? []) + marked)
  }

  private func name(
    of row: Row, beside area: Box, _ middle: Double, _ isWide: Bool
  ) -> [Markup] {
    var words = Self.words
    guard isWide else {
      words.hasHalo = true
      return [
        words.element(
          words.shortened(row.name, width: area.width), at: Dot(x: area.left + 4, y: middle - 10))
      ]
    }
    words.anchor = .end
    return [
      words.element(
        words.shortened(row.name, width: area.left - 16), at: Dot(x: area.left - 10, y: middle + 4))
    ]
  }

  private func row(_ row: Row, in frame: Frame, at height: Double) -> [Markup] {
    guard let value = row.value else {
      var words = Self.words
      words.colour = .softInk
      return [words.element(row.missing, at: Dot(x: frame.area.left + 6, y: height + 4))]
    }
    func dot(_ value: Double) -> Dot { Dot(x: frame.dot(value, 0).x, y: height) }
    let stroke = Stroke(colour: row.look.colour, width: 2.5, opacity: 0.7)
    let interval = row.low.flatMap { low in
      row.high.map { high in
        [Markup.line(from: dot(low), to: dot(high), stroke)]
          + [low, high].map { end in
            let dot = dot(end)
            return .line(
              from: Dot(x: dot.x, y: dot.y - 4), to: Dot(x: dot.x, y: dot.y + 4), stroke)
          }
      }
    }
    return (interval ?? [])
      + [row.look.marker.element(at: dot(value), size: 10, colour: row.look.colour)]
  }
}

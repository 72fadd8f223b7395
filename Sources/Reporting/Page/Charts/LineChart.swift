/// Lines over one axis, each with its interval as a shade and its name at its end.
struct LineChart {
  /// A line.
  struct Series {
    /// A point of a line, with a 95 % interval where there is one.
    typealias Point = (x: Double, y: Double, low: Double?, high: Double?)

    var name: String
    /// From left to right.
    var points: [Point]
    /// Whether it stays as it is until the next point.
    var isStepped = false
    var isShaded = true
    /// A point to mark, such as a detector's own threshold.
    var mark: (x: Double, y: Double)?
    var look: SeriesLook
  }

  var x: Axis
  var y: Axis
  var series: [Series]
  /// What a marked point stands for, if any is.
  var markMeans: String?

  private static let words = Lettering(size: Canvas.letterSize)
  private static let lineHeight = 17.0

  /// The chart; its names stand beside the lines where there is room, and below where there is none.
  func drawing(on canvas: Canvas) -> PageChart.Drawing {
    let widest = series.map { Self.words.width(of: $0.name) }.max() ?? 0
    let isWide = canvas == .wide
    let right = isWide ? min(widest, 200) + 26 : 24
    let plot = Box(
      left: 56, top: 30, width: canvas.width - 56 - right, height: isWide ? 300 : 240)
    let key = isWide ? [] : keyEntries
    let frame = Frame(area: plot, x: x, y: y, titles: .above)
    let elements =
      frame.elements + series.flatMap { shade(of: $0, in: frame) }
      + series.flatMap { line(of: $0, in: frame) }
      + series.compactMap { mark(of: $0, in: frame) }
      + (isWide ? names(in: frame, upTo: canvas.width) + namesOfMarks(in: frame) : [])
      + Legend(entries: key).column(from: Dot(x: 12, y: frame.foot + 8))
    let marked = isWide && markMeans != nil ? markKey(below: frame) : []
    return (
      height: frame.foot + 4 + (marked.isEmpty ? 0 : 22) + Double(key.count) * Legend.lineHeight,
      elements: elements + marked
    )
  }

  private func corners(of series: Series) -> [Series.Point] {
    guard series.isStepped else { return series.points }
    return zip([nil] + series.points.map(Optional.some), series.points).flatMap { before, point in
      before.map { [(point.x, $0.y, $0.low, $0.high), point] } ?? [point]
    }
  }

  private func shade(of series: Series, in frame: Frame) -> [Markup] {
    guard series.isShaded else { return [] }
    let band = corners(of: series).compactMap { point in
      point.low.flatMap { low in point.high.map { (x: point.x, lower: low, upper: $0) } }
    }
    return band.count < 2 ? [] : [frame.ribbon(band, fill: series.look.colour, opacity: 0.13)]
  }

  private func line(of series: Series, in frame: Frame) -> [Markup] {
    series.points.isEmpty
      ? [] : [frame.line(corners(of: series).map { ($0.x, $0.y) }, series.look.stroke())]
  }

  private func mark(of series: Series, in frame: Frame) -> Markup? {
    series.mark.map { mark in
      series.look.marker.element(
        at: frame.dot(mark.x, mark.y), size: 11, colour: series.look.colour)
    }
  }

  private var keyEntries: [Legend.Entry] {
    series.map { line in
      Legend.Entry(
        sample: line.points.isEmpty
          ? .marker(line.look.marker, line.look.colour)
          : .line(line.look.stroke(), line.mark == nil ? nil : line.look.marker),
        words: line.name)
    } + (markMeans.map { [.init(sample: .marker(.disc, .softInk), words: $0)] } ?? [])
  }

  private func markKey(below frame: Frame) -> [Markup] {
    markMeans.map { words in
      Legend(entries: [.init(sample: .marker(.disc, .softInk), words: words)])
        .column(from: Dot(x: frame.area.left - 8, y: frame.foot + 10))
    } ?? []
  }

  /// The names at the ends of the lines, moved apart where lines end close to each other.
  private func names(in frame: Frame, upTo width: Double) -> [Markup] {
    let ends = series.compactMap { line -> (series: Series, dot: Dot)? in
      line.points.last.map { (line, frame.dot($0.x, $0.y)) }
    }.sorted { $0.dot.y < $1.dot.y }
    let heights = Self.apart(
      ends.map(\.dot.y), by: Self.lineHeight, within: frame.area.top...frame.area.bottom)
    return zip(ends, heights).flatMap { end, y -> [Markup] in
      let left = frame.area.right + 14
      var words = Self.words
      words.colour = end.series.look.colour
      let name = words.shortened(end.series.name, width: width - left - 6)
      return [
        .line(
          from: end.dot, to: Dot(x: left - 3, y: y),
          Stroke(colour: end.series.look.colour, opacity: 0.6)),
        words.element(name, at: Dot(x: left, y: y + 4)),
      ]
    }
  }

  /// The names of marks that stand on no line, beside them.
  private func namesOfMarks(in frame: Frame) -> [Markup] {
    series.filter(\.points.isEmpty).compactMap { series in
      guard let mark = series.mark else { return nil }
      let dot = frame.dot(mark.x, mark.y)
      let isLeft = dot.x > frame.area.middle.x
      return Lettering(
        size: Canvas.letterSize, colour: series.look.colour, anchor: isLeft ? .end : .start,
        hasHalo: true
      ).element(series.name, at: Dot(x: dot.x + (isLeft ? 8 : -8), y: dot.y - 12))
    }
  }

  /// Ascending heights moved as little as it takes to have room between them, from top to bottom.
  static func apart(
    _ heights: [Double], by room: Double, within range: ClosedRange<Double>
  ) -> [Double] {
    var moved: [Double] = []
    for height in heights { moved.append(max(height, (moved.last ?? -.infinity) + room)) }
    var limit = range.upperBound
    for index in moved.indices.reversed() {
      moved[index] = min(moved[index], limit)
      limit = moved[index] - room
    }
    return moved
  }
}

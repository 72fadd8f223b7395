/// A strip per case, one below the other and aligned at the meeting: contact, stages, the move off
/// the platform, and the first alert.
struct CaseStrips {
  /// A case, all moments in days from the meeting: below 0 before it.
  struct Strip {
    var firstContact: Double
    /// When each stage began, in order.
    var stages: [Double]
    var movedOffPlatform: Double?
    /// The first alert on the groomer; nil without one.
    var alert: Double?
  }

  /// From above to below.
  var strips: [Strip]

  private static let thin = Stroke(colour: .softInk, width: 1.5, opacity: 0.8)
  private static let early = Colour.here
  private static let late = SeriesLook.colours[1]

  /// The chart.
  func drawing(on canvas: Canvas) -> PageChart.Drawing {
    let step = strips.count > 40 ? 9.0 : 12
    let moments = strips.flatMap { [$0.firstContact] + ($0.alert.map { [$0] } ?? []) }
    let first = min((moments.min() ?? -1).rounded(.down), -1)
    let last = max((moments.max() ?? 0).rounded(.up), 1)
    let isWide = canvas == .wide
    let area = Box(
      left: 14, top: 24, width: canvas.width - 28, height: Double(strips.count) * step + 8)
    let x = Axis(
      title: isWide ? "Days before (below 0) and after the first meeting" : "Days from the meeting",
      scale: Scale(.linear, from: first, to: last), tickCount: isWide ? 10 : 5, label: Axis.signed)
    let frame = Frame(area: area, x: x, y: .hidden(Scale(.linear, from: 0, to: 1)))
    let drawn = strips.enumerated().flatMap { number, strip in
      elements(of: strip, in: frame, at: area.top + 4 + (Double(number) + 0.5) * step)
    }
    let foot = frame.dot(0, 0)
    let meeting = [
      Markup.line(from: foot, to: Dot(x: foot.x, y: area.top), Stroke(colour: .ink, width: 1.5)),
      Lettering(size: Canvas.letterSize, anchor: .end).element(
        "first meeting", at: Dot(x: foot.x + 3, y: area.top - 8)),
    ]
    let key = Self.key.column(from: Dot(x: 14, y: frame.foot + 12))
    let height = frame.foot + 6 + Double(Self.key.entries.count) * Legend.lineHeight
    return (height: height, elements: frame.elements + drawn + meeting + key)
  }

  private func elements(of strip: Strip, in frame: Frame, at height: Double) -> [Markup] {
    func dot(_ day: Double) -> Dot { Dot(x: frame.dot(day, 0).x, y: height) }
    // Each stage is drawn thicker than the one before it.
    let starts = [strip.firstContact] + strip.stages.filter { $0 > strip.firstContact && $0 < 0 }
    var line: [Markup] = zip(starts, starts.dropFirst() + [0]).enumerated().map { number, ends in
      .line(
        from: dot(ends.0), to: dot(ends.1),
        Stroke(colour: .softInk, width: 1.5 + 1.4 * Double(number), opacity: 0.55))
    }
    if let moved = strip.movedOffPlatform, moved < 0 {
      let place = dot(moved)
      line.append(
        .line(
          from: Dot(x: place.x, y: height - 4), to: Dot(x: place.x, y: height + 4),
          Stroke(colour: .ink, width: 1.5)))
    }
    guard let alert = strip.alert else { return line }
    let lead =
      alert < strip.firstContact
      ? [Markup.line(from: dot(alert), to: dot(strip.firstContact), Self.dots)] : []
    return line + lead
      + [
        alert < 0
          ? Marker.disc.element(at: dot(alert), size: 8, colour: Self.early)
          : Marker.diamond.element(at: dot(alert), size: 8, colour: Self.late)
      ]
  }

  private static let dots = Stroke(colour: early, width: 1.5, dashes: [1, 3])

  private static let key = Legend(entries: [
    .init(sample: .marker(.disc, early), words: "first alert, before the meeting"),
    .init(sample: .marker(.diamond, late), words: "first alert, too late"),
    .init(sample: .line(thin, nil), words: "contact; thicker with each stage"),
    .init(
      sample: .line(dots, nil), words: "noticed before this contact began"),
  ])
}

extension Axis {
  /// How a number that may be below 0 is written.
  static func signed(_ value: Double) -> String {
    (value < 0 ? "−" : "") + plain(value.magnitude)
  }
}

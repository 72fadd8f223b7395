extension Frame {
  /// A line through pairs of values.
  func line(_ values: [(x: Double, y: Double)], _ stroke: Stroke) -> Markup {
    .line(through: values.map { dot($0.x, $0.y) }, stroke)
  }

  /// A line up through a value of the horizontal axis, with words on its top.
  func upright(at value: Double, _ words: String, _ stroke: Stroke) -> [Markup] {
    let foot = dot(value, y.scale.lower)
    return [
      .line(from: foot, to: Dot(x: foot.x, y: area.top + 20), stroke),
      Lettering(size: 12, colour: stroke.colour, anchor: .middle, hasHalo: true).element(
        words, at: Dot(x: foot.x, y: area.top + 14)),
    ]
  }
}

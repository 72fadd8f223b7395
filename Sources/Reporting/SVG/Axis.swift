/// An axis of a chart: its scale, its title with the unit, and how its values are written.
struct Axis {
  var title: String
  var scale: Scale
  /// About how many values are marked; 0 for none.
  var tickCount = 6
  /// How a value is written.
  var label: (Double) -> String
}

extension Axis {
  /// The values that are marked.
  var ticks: [Double] { tickCount == 0 ? [] : scale.ticks(about: tickCount) }

  /// An axis that only places what is drawn: without values and title.
  static func hidden(_ scale: Scale) -> Axis {
    Axis(title: "", scale: scale, tickCount: 0, label: plain)
  }

  /// How a share is written: `25 %`, `0.1 %`.
  static func percent(_ share: Double) -> String { plain(share * 100) + " %" }

  /// How any number is written: as short as it is, with a comma between thousands.
  static func plain(_ value: Double) -> String {
    let text = Markup.shortest(value)
    return value >= 1_000 ? Numerals.count(Int(value.rounded())) : text
  }
}

extension Markup {
  /// A number without zeros at its end, to four decimals or as many as asked for.
  static func shortest(_ value: Double, decimals: Int = 4) -> String {
    var text = Numerals.fixed(value, decimals: decimals)
    guard text.contains(".") else { return text }
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
  }
}

/// The area of a chart with an axis along its foot and one along its left side.
struct Frame {
  let area: Box
  let x: Axis
  let y: Axis
  /// Where the title of the axis along the left side stands.
  var titles = TitlePlace.turned

  /// Where the title of a vertical axis stands.
  enum TitlePlace {
    /// Beside its values, turned to read upwards.
    case turned
    /// Above its values, where the left side has no room to give.
    case above
  }

  /// Where a pair of values lies.
  func dot(_ horizontal: Double, _ vertical: Double) -> Dot {
    Dot(
      x: area.left + x.scale.position(of: horizontal) * area.width,
      y: area.bottom - y.scale.position(of: vertical) * area.height)
  }

  /// The grid and both axes, to be drawn before what they measure.
  var elements: [Markup] {
    let lines = Stroke(colour: .grid)
    let vertical = x.ticks
    let horizontal = y.ticks
    let grid =
      vertical.map { tick in
        let dot = dot(tick, y.scale.lower)
        return Markup.line(from: dot, to: Dot(x: dot.x, y: area.top), lines)
      }
      + horizontal.map { tick in
        let dot = dot(x.scale.lower, tick)
        return Markup.line(from: dot, to: Dot(x: area.right, y: dot.y), lines)
      }
    let ends = [
      Dot(x: area.left, y: area.top), Dot(x: area.left, y: area.bottom),
      Dot(x: area.right, y: area.bottom),
    ]
    return grid + [.line(through: ends, Stroke(colour: .softInk))] + horizontalWords(vertical)
      + verticalWords(horizontal)
  }

  private func horizontalWords(_ ticks: [Double]) -> [Markup] {
    let labels = Lettering(colour: .softInk, anchor: .middle)
    return ticks.map { tick in
      labels.element(
        x.label(tick), at: Dot(x: dot(tick, y.scale.lower).x, y: area.bottom + 18))
    } + Self.title.elements(titleLines, at: Dot(x: area.middle.x, y: area.bottom + 40))
  }

  private static let title = Lettering(size: 13, anchor: .middle)

  /// The title of the axis along the foot, in lines that are little wider than the area.
  private var titleLines: [String] { Self.title.lines(x.title, width: area.width + 40) }

  /// Where what is drawn below the axis along the foot may begin.
  var foot: Double {
    area.bottom + 50 + Double(max(titleLines.count, 1) - 1) * Self.title.lineHeight
  }

  private func verticalWords(_ ticks: [Double]) -> [Markup] {
    let labels = Lettering(colour: .softInk, anchor: .end)
    return ticks.map { tick in
      labels.element(y.label(tick), at: Dot(x: area.left - 8, y: dot(x.scale.lower, tick).y + 4))
    } + verticalTitle
  }

  private var verticalTitle: [Markup] {
    guard !y.title.isEmpty else { return [] }
    return switch titles {
    case .turned:
      [
        Lettering(size: 13, anchor: .middle).element(
          y.title, at: Dot(x: area.left - 62, y: area.middle.y), turned: -90)
      ]
    case .above: [Lettering(size: 13).element(y.title, at: Dot(x: 2, y: area.top - 14))]
    }
  }
}

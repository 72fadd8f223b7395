/// Words in a picture: sizes, where they are tied to, and how wide they may become.
struct Lettering {
  /// Which end of a text its point is.
  enum Anchor: String {
    case start, middle, end
  }

  /// Height of the font in pixels.
  var size = 12.0
  var colour = Colour.ink
  var anchor = Anchor.start
  var isBold = false
  /// Whether a white edge sets the words off from what is behind them.
  var hasHalo = false

  /// A text whose baseline goes through a point.
  func element(_ text: String, at dot: Dot, turned degrees: Double = 0) -> Markup {
    var attributes = [
      ("x", Markup.number(dot.x)), ("y", Markup.number(dot.y)),
      ("font-size", Markup.number(size)), ("fill", colour.hex),
    ]
    if anchor != .start { attributes.append(("text-anchor", anchor.rawValue)) }
    if isBold { attributes.append(("font-weight", "bold")) }
    if hasHalo {
      attributes += [
        ("stroke", Colour.paper.hex), ("stroke-width", "3"), ("stroke-linejoin", "round"),
        ("paint-order", "stroke"),
      ]
    }
    if degrees != 0 {
      attributes.append(
        (
          "transform",
          "rotate(\(Markup.number(degrees)) \(Markup.number(dot.x)) "
            + "\(Markup.number(dot.y)))"
        ))
    }
    return Markup("text", attributes, .text(text))
  }

  /// Lines of text under each other, the first with its baseline through a point.
  func elements(_ lines: [String], at dot: Dot) -> [Markup] {
    lines.enumerated().map { number, line in
      element(line, at: Dot(x: dot.x, y: dot.y + Double(number) * lineHeight))
    }
  }

  /// From one baseline to the next.
  var lineHeight: Double { (size * 1.3).rounded() }

  /// About how wide a text is at most, in pixels.
  ///
  /// Fonts are the reader's own: widths are those of a wide one (DejaVu Sans), in classes.
  func width(of text: String) -> Double {
    text.reduce(0) { $0 + Self.width(of: $1) } * size * (isBold ? 1.1 : 1)
  }

  /// Breaks a text at spaces into lines of at most so many pixels.
  func lines(_ text: String, width limit: Double) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ").map(String.init) {
      let longer = lines.last.map { $0 + " " + word }
      if let longer, width(of: longer) <= limit {
        lines[lines.count - 1] = longer
      } else {
        lines.append(word)
      }
    }
    return lines
  }

  /// A text cut to so many pixels, with an ellipsis where something is missing.
  func shortened(_ text: String, width limit: Double) -> String {
    guard width(of: text) > limit else { return text }
    var short = text
    while !short.isEmpty, width(of: short + "…") > limit { short.removeLast() }
    return short + "…"
  }

  private static func width(of character: Character) -> Double {
    guard character.isASCII else { return 1 }
    switch character {
    case "i", "j", "l", "'", ".", ",", ":", ";", "|", "I", " ": return 0.33
    case "f", "r", "t", "(", ")", "-", "/", "[", "]": return 0.41
    case "m", "w", "M", "W", "%", "@": return 0.95
    case "A"..."Z": return 0.72
    default: return 0.62
    }
  }
}

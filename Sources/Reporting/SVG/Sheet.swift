/// A picture that stands on its own: title, what to see, the chart, its source and whose world it is.
struct Sheet {
  /// What the picture shows.
  var title: String
  /// What to see in it: a sentence or two.
  var reading: String
  /// What is drawn and how it was measured, and where published figures come from.
  var notes: [String]
  /// Which world it is.
  var footer: String

  /// The size of every picture, in pixels; it may be scaled.
  static let size = (width: 900.0, height: 600.0)
  private static let margin = 28.0
  private static let small = Lettering(size: 11, colour: .softInk)
  private static let plain = Lettering(size: 14)

  private static var textWidth: Double { size.width - 2 * margin }

  private var readingLines: [String] {
    Self.plain.lines("What to see: " + reading, width: Self.textWidth)
  }

  private var footLines: [String] {
    (notes + [footer]).flatMap { Self.small.lines($0, width: Self.textWidth) }
  }

  /// Where the chart may be drawn, all its words included.
  var room: Box {
    let top = 62 + Double(readingLines.count - 1) * Self.plain.lineHeight + 18
    let bottom = Self.size.height - 16 - Double(footLines.count) * Self.small.lineHeight - 8
    return Box(left: Self.margin, top: top, width: Self.textWidth, height: bottom - top)
  }

  /// The whole picture as the text of an SVG file.
  func document(_ chart: [Markup]) -> String {
    var root = element(chart)
    let (width, height) = Self.size
    root.attributes.insert(
      contentsOf: [("width", Markup.number(width)), ("height", Markup.number(height))], at: 1)
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + root.markup()
  }

  /// The whole picture as an element.
  ///
  /// - Parameters:
  ///   - chart: what is drawn in its room.
  ///   - prefix: what the names of its title and description begin with, within a page; nothing in a
  ///     file of its own.
  ///   - name: the class of the element, if it has one.
  /// - Returns: an `svg` element, as large as what it stands in.
  func element(_ chart: [Markup], ids prefix: String? = nil, class name: String? = nil) -> Markup {
    let (width, height) = Self.size
    let (titleID, wordsID) = (
      prefix.map { $0 + "-title" } ?? "title", prefix.map { $0 + "-words" } ?? "desc"
    )
    return .block(
      "svg",
      [("xmlns", "http://www.w3.org/2000/svg")] + (name.map { [("class", $0)] } ?? []) + [
        ("viewBox", "0 0 \(Markup.number(width)) \(Markup.number(height))"),
        ("role", "img"), ("aria-labelledby", "\(titleID) \(wordsID)"),
        ("font-family", "sans-serif"),
      ],
      [
        Markup("title", [("id", titleID)], .text(title)),
        Markup(
          "desc", [("id", wordsID)], .text(([reading] + notes + [footer]).joined(separator: " "))),
        .rectangle(Box(left: 0, top: 0, width: width, height: height), fill: .paper),
      ] + head + chart + foot)
  }

  private var head: [Markup] {
    [Lettering(size: 20, isBold: true).element(title, at: Dot(x: Self.margin, y: 36))]
      + Self.plain.elements(readingLines, at: Dot(x: Self.margin, y: 62))
  }

  private var foot: [Markup] {
    let lines = footLines
    let first = Self.size.height - 14 - Double(lines.count - 1) * Self.small.lineHeight
    return Self.small.elements(lines, at: Dot(x: Self.margin, y: first))
  }
}

/// What a chart of a page is drawn on: wide, as on a desk or on paper, or narrow, as on a phone.
///
/// Both are in the page, and its style sheet shows the one that fits; words are as large on either.
enum Canvas: String, CaseIterable {
  case wide, narrow

  /// How wide it is, in pixels.
  var width: Double {
    switch self {
    case .wide: 820
    case .narrow: 343
    }
  }

  /// The size of words beside axes, in pixels.
  static let letterSize = 12.0
}

/// A chart of a page: what it shows in words, and how it is drawn.
struct PageChart {
  /// A chart drawn: its elements, and how high they are, in pixels.
  typealias Drawing = (height: Double, elements: [Markup])

  /// What it shows, as a screen reader announces it.
  var title: String
  /// What is to be seen in it, in words alone.
  var description: String
  /// Draws it.
  var drawing: (Canvas) -> Drawing

  /// The chart for both widths.
  ///
  /// - Parameter id: a name that no other element of the page has.
  /// - Returns: an `svg` element for each width.
  func markup(id: String) -> [Markup] {
    Canvas.allCases.map { canvas in
      let drawing = drawing(canvas)
      let own = "\(id)-\(canvas.rawValue)"
      let (width, height) = (Markup.number(canvas.width), Markup.number(drawing.height))
      return .block(
        "svg",
        [
          ("xmlns", "http://www.w3.org/2000/svg"), ("class", "chart \(canvas.rawValue)"),
          ("viewBox", "0 0 \(width) \(height)"), ("role", "img"),
          ("aria-labelledby", "\(own)-title \(own)-words"), ("font-family", "inherit"),
        ],
        [
          Markup("title", [("id", "\(own)-title")], .text(title)),
          Markup("desc", [("id", "\(own)-words")], .text(description)),
        ] + drawing.elements)
    }
  }
}

import Vocabulary

/// An element of a page in HTML or of a picture in SVG, with its attributes in order.
///
/// Whatever a scenario is called, it cannot leave its element: texts are escaped when written. What is
/// written is well-formed XML and HTML at once, as long as elements of HTML that have an end tag have
/// content, if only an empty text.
struct Markup {
  /// What is inside an element.
  enum Content {
    case nothing
    case text(String)
    /// Elements, a line each.
    case elements([Markup])
    /// Words and elements among them, on one line: no space comes between them.
    case prose([Prose])
    /// Rules of a style sheet, as they are.
    case style(StyleSheet)
  }

  /// A part of running text.
  enum Prose {
    case words(String)
    case element(Markup)
  }

  /// The name, such as `path`.
  var name: String
  /// Names and values.
  var attributes: [(name: String, value: String)]
  /// What is inside.
  var content: Content

  init(_ name: String, _ attributes: [(String, String)] = [], _ content: Content = .nothing) {
    self.name = name
    self.attributes = attributes.map { (name: $0.0, value: $0.1) }
    self.content = content
  }

  /// The element as markup, a line per element, with a line break at its end.
  func markup(indent: Int = 0) -> String {
    let margin = String(repeating: " ", count: indent)
    guard case .elements(let elements) = content else { return margin + inline + "\n" }
    let inner = elements.map { $0.markup(indent: indent + 1) }.joined()
    return "\(margin)\(startTag)>\n\(inner)\(margin)\(endTag)\n"
  }

  /// The element on a line.
  private var inline: String {
    switch content {
    case .nothing: return startTag + "/>"
    case .text(let text): return "\(startTag)>\(text.printable.inXML)\(endTag)"
    case .elements(let elements): return startTag + ">" + elements.map(\.inline).joined() + endTag
    case .prose(let prose):
      let inner = prose.map { part in
        switch part {
        case .words(let words): words.printable.inXML
        case .element(let element): element.inline
        }
      }
      return startTag + ">" + inner.joined() + endTag
    case .style(let sheet): return "\(startTag)>\n\(sheet.text)\(endTag)"
    }
  }

  private var startTag: String {
    "<" + name + attributes.map { " \($0.name)=\"\($0.value.printable.inXML)\"" }.joined()
  }

  private var endTag: String { "</\(name)>" }

  /// A coordinate: at most two decimals, so that the last bits of a logarithm change no picture.
  static func number(_ value: Double) -> String {
    var text = Numerals.fixed(value, decimals: 2)
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
  }
}

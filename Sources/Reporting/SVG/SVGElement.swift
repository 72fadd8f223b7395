import Vocabulary

/// An element of a picture in SVG, with its attributes in order.
///
/// Whatever a scenario is called, it cannot leave its element: texts are escaped when written.
struct SVGElement {
  /// What is inside an element.
  enum Content {
    case nothing
    case text(String)
    case elements([SVGElement])
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
    let values = attributes.map { " \($0.name)=\"\($0.value.printable.inXML)\"" }.joined()
    switch content {
    case .nothing: return "\(margin)<\(name)\(values)/>\n"
    case .text(let text): return "\(margin)<\(name)\(values)>\(text.printable.inXML)</\(name)>\n"
    case .elements(let elements):
      let inner = elements.map { $0.markup(indent: indent + 1) }.joined()
      return "\(margin)<\(name)\(values)>\n\(inner)\(margin)</\(name)>\n"
    }
  }

  /// A coordinate: at most two decimals, so that the last bits of a logarithm change no picture.
  static func number(_ value: Double) -> String {
    var text = Numerals.fixed(value, decimals: 2)
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
  }
}

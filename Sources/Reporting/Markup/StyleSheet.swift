/// Rules of a style sheet, none of them of user input: each is a literal of the source or a colour.
struct StyleSheet {
  /// The rules.
  private(set) var text: String

  init(_ rules: StaticString) { text = rules.description + "\n" }

  /// Adds the rules that draw pictures in other colours, of those within a class of elements.
  ///
  /// A picture stands on its own with the colours that are written in it; within a page, rules are
  /// stronger than those.
  mutating func redraw(
    _ colours: [(from: Colour, to: Colour)], within container: StaticString,
    when condition: StaticString
  ) {
    let rules = colours.flatMap { pair in
      ["fill", "stroke"].map { property in
        "\(container) [\(property)=\"\(pair.from.hex)\"]{\(property):\(pair.to.hex)}"
      }
    }
    text += "\(condition){\n" + rules.joined(separator: "\n") + "\n}\n"
  }
}

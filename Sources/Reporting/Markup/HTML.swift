/// The elements of HTML that a page is made of.
extension Markup {
  /// An element around others, a line each.
  static func block(_ name: String, _ elements: [Markup]) -> Markup {
    Markup(name, [], .elements(elements))
  }

  /// An element with attributes around others, a line each.
  static func block(
    _ name: String, _ attributes: [(String, String)], _ elements: [Markup]
  ) -> Markup {
    Markup(name, attributes, .elements(elements))
  }

  /// A heading of a level from 1 to 6.
  static func heading(_ level: Int, _ words: String, id: String? = nil) -> Markup {
    precondition((1...6).contains(level), "a heading of level \(level)")
    return Markup("h\(level)", id.map { [("id", $0)] } ?? [], .text(words))
  }

  /// A paragraph of plain words.
  static func paragraph(_ words: String, class name: String? = nil) -> Markup {
    Markup("p", name.map { [("class", $0)] } ?? [], .text(words.withUnbrokenPercents))
  }

  /// A paragraph of words and elements among them.
  static func paragraph(_ prose: [Prose], class name: String? = nil) -> Markup {
    Markup("p", name.map { [("class", $0)] } ?? [], .prose(prose))
  }

  /// A list, an item of plain words each.
  static func list(_ items: [String]) -> Markup {
    .block("ul", items.map { Markup("li", [], .text($0.withUnbrokenPercents)) })
  }

  /// Words as they are typed, such as a command or a key.
  static func code(_ words: String) -> Markup { Markup("code", [], .text(words)) }

  /// Lines as they are typed, none broken.
  ///
  /// Where they are wider than the page they can be moved sideways, by keys too: hence the name, and
  /// the place in the order of the tab key.
  static func listing(_ lines: [String], named name: String) -> Markup {
    let prose = lines.enumerated().flatMap { number, line -> [Prose] in
      (number == 0 ? [] : [.element(Markup("br"))]) + [.words(line)]
    }
    return Markup(
      "pre", [("tabindex", "0"), ("role", "region"), ("aria-label", name)],
      .elements([Markup("code", [], .prose(prose))]))
  }

  /// What is shown only to those who ask for it.
  static func details(_ summary: String, _ elements: [Markup]) -> Markup {
    .block("details", [Markup("summary", [], .text(summary))] + elements)
  }
}

extension String {
  /// The text with no line break before a sign of percent.
  fileprivate var withUnbrokenPercents: String { replacing(" %", with: "\u{A0}%") }
}

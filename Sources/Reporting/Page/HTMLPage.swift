/// A page in HTML that stands on its own: head, landmarks, a list of its sections, and support.
struct HTMLPage {
  /// A part of the page with a heading.
  struct Section {
    /// A name that no other element of the page has.
    var id: String
    var title: String
    var content: [Markup]
  }

  /// What the reader's window is called.
  var title: String
  /// What kind of page it is, above the heading.
  var kind: String
  var heading: String
  /// A line or two below the heading.
  var facts: String
  var sections: [Section]

  /// The page as the text of a file.
  func document() -> String {
    let root = Markup.block("html", [("lang", "en")], [head, body])
    return "<!DOCTYPE html>\n" + root.markup()
  }

  private var head: Markup {
    // The page asks the network for nothing, and a reader's program holds it to that.
    .block(
      "head",
      [
        Markup("meta", [("charset", "utf-8")]),
        Markup(
          "meta", [("name", "viewport"), ("content", "width=device-width, initial-scale=1")]),
        Markup(
          "meta",
          [
            ("http-equiv", "Content-Security-Policy"),
            ("content", "default-src 'none'; style-src 'unsafe-inline'"),
          ]),
        Markup("title", [], .text(title)),
        Markup("style", [], .style(.page)),
      ])
  }

  private var body: Markup {
    .block(
      "body",
      [
        Markup("a", [("class", "skip"), ("href", "#main")], .text("Skip to the answer")),
        .block(
          "header",
          [
            .paragraph(kind, class: "brand"), .heading(1, heading),
            .paragraph(facts, class: "facts"),
          ]),
        contents,
        .block("main", [("id", "main")], sections.map(Self.element)),
        .block("footer", [.paragraph(Limits.support), .paragraph(Limits.invented, class: "note")]),
      ])
  }

  private var contents: Markup {
    .block(
      "nav", [("aria-label", "Sections")],
      [
        .block(
          "ul",
          sections.map { section in
            Markup(
              "li", [],
              .prose([
                .element(Markup("a", [("href", "#\(section.id)")], .text(section.title)))
              ]))
          })
      ])
  }

  private static func element(of section: Section) -> Markup {
    let title = "\(section.id)-heading"
    return .block(
      "section", [("id", section.id), ("aria-labelledby", title)],
      [.heading(2, section.title, id: title)] + section.content)
  }
}

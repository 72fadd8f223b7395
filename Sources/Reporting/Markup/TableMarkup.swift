extension TextTable {
  /// The table in HTML, the first column the headers of its rows.
  ///
  /// Where it is wider than the page it can be moved sideways, by keys too: hence the name, and the
  /// place in the order of the tab key.
  ///
  /// - Parameter caption: what it says, in a line.
  /// - Returns: an element around the table.
  func markup(caption: String) -> Markup {
    let table = Markup.block(
      "table",
      [
        Markup("caption", [], .text(caption)),
        .block("thead", [.block("tr", headers.enumerated().map(head))]),
        .block("tbody", rows.map { row in .block("tr", row.enumerated().map(cell)) }),
      ])
    return .block(
      "div",
      [("class", "scroll"), ("role", "region"), ("tabindex", "0"), ("aria-label", caption)],
      [table])
  }

  private func head(column: Int, words: String) -> Markup {
    let text = words.replacing("-\n", with: "-").replacing("\n", with: " ")
    guard !text.allSatisfy(\.isWhitespace) else { return Markup("td", [], .text("")) }
    return Markup("th", [("scope", "col")] + alignment(of: column), .text(text))
  }

  private func cell(column: Int, words: String) -> Markup {
    column == 0 && !words.isEmpty
      ? Markup("th", [("scope", "row")], .text(words))
      : Markup("td", alignment(of: column), .text(words))
  }

  private func alignment(of column: Int) -> [(String, String)] {
    wordColumns.contains(column) ? [] : [("class", "number")]
  }
}

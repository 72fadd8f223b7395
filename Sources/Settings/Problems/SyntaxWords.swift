/// Says in plain words what the YAML library says in those of its grammar.
enum SyntaxWords {
  /// The words for a problem at a character; the library's own if the problem is a rare one.
  static func plain(_ problem: String, at character: String?, since start: Location?) -> String {
    if character == "\t" {
      return "found a tab, expected spaces; YAML is indented with spaces alone"
    }
    if problem == "found character that cannot start any token", let character {
      return "a value cannot begin with \(character); put it in quotes"
    }
    if let words = unclosed[problem] {
      guard case .position(let line, let column) = start else { return words }
      return words + ", from line \(line), column \(column) on"
    }
    if let words = table[problem] { return words }
    return "this is not valid YAML (\(problem)); check the lines up to here"
  }

  /// Problems that lie where something began rather than where it failed to end.
  private static let unclosed = [
    "did not find expected ',' or ']'":
      "expected a comma or the end of the list, ]; check its brackets and quotes",
    "did not find expected ',' or '}'":
      "expected a comma or the end of the mapping, }; check its braces and quotes",
    "found unexpected end of stream": "a text in quotes has no end; check its quotes",
    "found unexpected document indicator": "a text in quotes has no end; check its quotes",
  ]

  private static let table = [
    "mapping values are not allowed in this context":
      "a colon is not expected here; check the indent, or put a text that holds a colon in quotes",
    "did not find expected key":
      "expected a key here; check that the indent is that of the keys above",
    "did not find expected '-' indicator":
      "expected a further element here; check that the indent is that of the - above",
    "did not find expected node content": "expected a value here; write one",
    "could not find expected ':'":
      "a key without a colon; write key: value, with a space after the colon",
    "block sequence entries are not allowed in this context":
      "a list cannot begin here; begin it on a line of its own",
    "found unknown escape character":
      "a backslash in double quotes begins an unknown escape; use single quotes",
    "did not find expected <document start>":
      "a second value at the top level; check that the indent is that of the keys above",
    "did not find expected alphabetic or numeric character":
      "a value cannot begin with & here; put it in quotes",
    "did not find expected comment or line break":
      "expected the end of the line after | or >; begin the text on the next line",
  ]
}

extension String {
  /// The text as it may stand in XML 1.0, between tags and in an attribute.
  ///
  /// It goes by Unicode scalars, as the readers of XML do: to Swift, a `<` with a combining accent
  /// behind it is one other character and no `<`. Breaks and tabs are written as references, which
  /// readers leave as they are, and what XML forbids (production 2 of the recommendation) as U+FFFD.
  ///
  /// - Complexity: linear in the length of the text.
  public var inXML: String {
    // Forbidden are control characters and two that begin with this byte in UTF-8.
    guard utf8.contains(where: { $0 < 0x20 || $0 == 0xEF || "&<>\"".utf8.contains($0) }) else {
      return self
    }
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "\t", "\n", "\r": text += "&#\(scalar.value);"
      case "\0"..<" ", "\u{FFFE}", "\u{FFFF}": text += "\u{FFFD}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}

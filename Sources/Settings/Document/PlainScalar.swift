/// What YAML makes of a scalar without quotes.
enum PlainScalar {
  /// Whether YAML 1.2 (core schema) reads it as no value.
  static func isNothing(_ text: String) -> Bool {
    ["", "~", "null", "Null", "NULL"].contains(text)
  }

  /// Whether YAML 1.2 (core schema) reads it as a number, a flag or no value.
  static func isNotText(_ text: String) -> Bool {
    isNothing(text) || Digits(text) != nil
      || ["true", "True", "TRUE", "false", "False", "FALSE"].contains(text)
      || [".nan", ".inf", "-.inf", "+.inf"].contains(text.lowercased())
      || text.hasPrefix("0x") || text.hasPrefix("0o")
  }

  /// Whether a text may be written without quotes, for readers of YAML 1.1 and 1.2 alike.
  static func isSafe(_ text: String) -> Bool {
    guard let first = text.utf8.first, isLetter(first), text.utf8.last != 0x20 else {
      return false
    }
    let hasOnlyPlainCharacters = text.utf8.allSatisfy { byte in
      isLetter(byte) || (48...57).contains(byte) || " -_./".utf8.contains(byte)
    }
    let words = ["yes", "no", "on", "off", "y", "n", "true", "false", "null", "nan", "inf"]
    return hasOnlyPlainCharacters && !words.contains(text.lowercased())
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte)
  }
}

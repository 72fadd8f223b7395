/// Cuts a query into tokens.
struct Lexer {
  private let text: [Character]
  private var position = 0

  /// Signs of more than one character.
  private static let longSigns = ["<>", "<=", ">=", "=~", "..", "||", "!="]
  private static let signs = "()[]{},.:;|&!+-*/%^<>=~"

  private init(_ query: String) {
    text = Array(query)
  }

  /// The tokens of a query; the last is its end.
  static func tokens(of query: String) throws(PatternError) -> [Token] {
    var lexer = Lexer(query)
    var tokens: [Token] = []
    while true {
      try lexer.skipBlanks()
      let start = lexer.position
      guard let first = lexer.peek() else {
        return tokens + [Token(kind: .end, range: start..<start)]
      }
      let kind = try lexer.token(beginningWith: first)
      tokens.append(Token(kind: kind, range: start..<lexer.position))
    }
  }

  private func peek(_ offset: Int = 0) -> Character? {
    position + offset < text.count ? text[position + offset] : nil
  }

  private func starts(with sign: String) -> Bool {
    text[position...].starts(with: sign)
  }

  private mutating func take(while belongs: (Character) -> Bool) -> String {
    let start = position
    while let next = peek(), belongs(next) { position += 1 }
    return String(text[start..<position])
  }

  private mutating func skipBlanks() throws(PatternError) {
    while let next = peek() {
      if next.isWhitespace {
        position += 1
      } else if starts(with: "//") {
        _ = take { !$0.isNewline }
      } else if starts(with: "/*") {
        let start = position
        position += 2
        while !starts(with: "*/") {
          guard position < text.count else {
            throw PatternError(.unterminated("the comment"), at: start..<(start + 2))
          }
          position += 1
        }
        position += 2
      } else {
        return
      }
    }
  }

  private mutating func token(beginningWith first: Character) throws(PatternError) -> Token.Kind {
    if first.isNameStart { return .word(take(while: \.isNamePart), isQuoted: false) }
    if first.isDigit { return try number() }
    if first == "." && peek(1)?.isDigit == true { return try number() }
    switch first {
    case "'", "\"": return .text(try quoted(by: first))
    case "`": return .word(try quoted(by: first), isQuoted: true)
    case "$": return .parameter(try parameterName())
    default: break
    }
    if let sign = Self.longSigns.first(where: starts(with:)) {
      position += sign.count
      return .sign(sign == "!=" ? "<>" : sign)
    }
    guard Self.signs.contains(first) else {
      throw PatternError(.unexpectedCharacter(first), at: position..<(position + 1))
    }
    position += 1
    return .sign(String(first))
  }

  private mutating func parameterName() throws(PatternError) -> String {
    let start = position
    position += 1
    let name = take(while: \.isNamePart)
    guard !name.isEmpty else {
      throw PatternError(
        .unexpected(found: "\"$\"", expected: "the name of a parameter after it"),
        at: start..<(start + 1))
    }
    return name
  }

  private mutating func number() throws(PatternError) -> Token.Kind {
    let start = position
    var digits = take(while: \.isDigit)
    var isWhole = true
    // In `1..3` two points follow the number.
    if peek() == ".", peek(1)?.isDigit == true {
      position += 1
      digits += "." + take(while: \.isDigit)
      isWhole = false
    }
    if let next = peek(), "eE".contains(next) {
      let sign = peek(1).map { "+-".contains($0) } == true ? String(text[position + 1]) : ""
      if peek(1 + sign.count)?.isDigit == true {
        position += 1 + sign.count
        digits += "e" + sign + take(while: \.isDigit)
        isWhole = false
      }
    }
    if let next = peek(), next.isNamePart {
      throw PatternError(
        .unexpected(found: "\"\(next)\"", expected: "no letter right after a number"),
        at: position..<(position + 1))
    }
    if isWhole, let number = Int64(digits) { return .integer(number) }
    guard !isWhole, let number = Double(digits.first == "." ? "0" + digits : digits),
      number.isFinite
    else { throw PatternError(.numberTooLarge, at: start..<position) }
    return .real(number)
  }

  /// A text or a name in quotes, which a doubled quote or one after a backslash does not end.
  private mutating func quoted(by quote: Character) throws(PatternError) -> String {
    let start = position
    var content = ""
    position += 1
    while let next = peek() {
      position += 1
      if next == quote {
        guard peek() == quote else {
          try check(content, of: quote, from: start)
          return content
        }
        position += 1
        content.append(quote)
      } else if next == "\\", quote != "`", let escaped = peek() {
        position += 1
        content.append(["n": "\n", "t": "\t", "r": "\r"][escaped] ?? escaped)
      } else {
        content.append(next)
      }
    }
    throw PatternError(
      .unterminated(quote == "`" ? "the name in backticks" : "the text"), at: start..<(start + 1))
  }

  /// Names go into the statement, so none may end it or take the terminal over.
  private func check(_ content: String, of quote: Character, from start: Int) throws(PatternError) {
    guard quote == "`" else { return }
    let isPlain = content.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    guard !content.isEmpty, isPlain else {
      throw PatternError(
        .unexpected(found: "this name", expected: "a name of visible characters"),
        at: start..<position)
    }
  }
}

extension Character {
  fileprivate var isDigit: Bool { isASCII && isNumber }
  fileprivate var isNameStart: Bool { isLetter || self == "_" }
  fileprivate var isNamePart: Bool { isNameStart || isDigit }
}

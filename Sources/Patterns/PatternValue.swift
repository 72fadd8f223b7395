public import Vocabulary

/// A value that a query is given.
public enum PatternValue: Equatable, Sendable {
  /// No value.
  case null
  /// A whole number.
  case integer(Int64)
  /// A number with a fraction.
  case real(Double)
  /// A text.
  case text(String)
  /// True or false; SQLite is handed 1 or 0.
  case boolean(Bool)

  /// Reads a value as it is given on a command line: a number, `true`, `false`, `null`, or a text.
  ///
  /// Quotes around it make a text of anything.
  public init(parsing text: String) {
    switch text {
    case "null": self = .null
    case "true": self = .boolean(true)
    case "false": self = .boolean(false)
    default:
      if let quote = text.first, "'\"".contains(quote), text.count > 1, text.last == quote {
        self = .text(String(text.dropFirst().dropLast()))
      } else if let number = Int64(text) {
        self = .integer(number)
      } else if text.allSatisfy("0123456789.+-eE".contains), let number = Double(text),
        number.isFinite
      {
        self = .real(number)
      } else {
        self = .text(text)
      }
    }
  }
}

extension PatternValue {
  /// The value as SQLite is handed it.
  public var cell: Cell {
    switch self {
    case .null: .null
    case .integer(let number): .integer(number)
    case .real(let number): .real(number)
    case .text(let text): .text(text)
    case .boolean(let isTrue): .integer(isTrue ? 1 : 0)
    }
  }
}

/// Why something that looks like a number is refused, with what to write instead if it is known.
public enum NumberFault: Sendable, Equatable {
  /// A fraction where a whole number is expected.
  case fraction
  /// A whole number in the form of a fraction or with an exponent.
  case notWrittenWhole(String)
  /// Underscores, commas, spaces or apostrophes between digits.
  case separators(String)
  /// A comma in the place of the decimal point.
  case decimalComma(String)
  /// Zeros at the start, which some readers take for octal.
  case leadingZero(String)
  /// A percent sign.
  case percent(String)
  /// Something after the number, such as its unit.
  case unitAttached(String)
  /// Quotes around the number.
  case quoted(String)
  /// Infinity, or not a number.
  case notFinite
  /// More than the type can hold.
  case tooLarge
  /// So near to zero that it would become zero.
  case tooSmall
  /// Hexadecimal, octal or binary.
  case otherBase
}

extension NumberFault {
  /// What to do about it.
  var advice: String {
    switch self {
    case .fraction: "write it without a fraction"
    case .notWrittenWhole(let number): "write \(number)"
    case .separators(let number): "write \(number), with digits alone"
    case .decimalComma(let number): "write \(number), with a point"
    case .leadingZero(let number): "write \(number), without zeros in front"
    case .percent(let share): "write \(share) for a share of one"
    case .unitAttached(let number): "write \(number) alone"
    case .quoted: "remove the quotes"
    case .notFinite: "write a finite number"
    case .tooLarge: "write a smaller number, this one is too large to be held"
    case .tooSmall: "write 0 or a larger number, this one is too small to be held"
    case .otherBase: "write it in decimal"
    }
  }
}

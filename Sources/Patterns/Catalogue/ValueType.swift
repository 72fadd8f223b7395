/// What kind of value an expression has.
public indirect enum ValueType: Equatable, Sendable {
  /// A whole number.
  case integer
  /// A number with a fraction.
  case real
  /// A text.
  case text
  /// True or false; SQLite gives 1 or 0.
  case boolean
  /// A node of that kind: SQLite gives its id.
  case node(String)
  /// An edge: SQLite gives a JSON object with its type, its ends and what tells it from others.
  case edge
  /// A list: SQLite gives a JSON array.
  case list(ValueType)
  /// No value, which fits everywhere.
  case null

  /// How messages and help call it.
  public var words: String {
    switch self {
    case .integer: "a whole number"
    case .real: "a number"
    case .text: "a text"
    case .boolean: "true or false"
    case .node(let kind): "a node (\(kind))"
    case .edge: "an edge"
    case .list: "a list"
    case .null: "null"
    }
  }

  var isNumber: Bool { self == .integer || self == .real || self == .null }

  /// Whether values of both types can be equal.
  func isComparable(with other: ValueType) -> Bool {
    self == .null || other == .null || self == other || isNumber && other.isNumber
  }
}

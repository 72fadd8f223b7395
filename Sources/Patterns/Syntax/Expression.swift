/// A value that is worked out for every match; values are equal wherever they stand.
struct Expression: Equatable, Sendable {
  var form: Form
  var range: Range<Int>
  /// How deep it is nested; SQLite refuses what is too deep.
  var height: Int

  /// What the value is.
  indirect enum Form: Equatable, Sendable {
    case literal(PatternValue)
    case parameter(String)
    case variable(String)
    case property(of: Name, Name)
    case labelled(Name, LabelExpression)
    case list([Expression])
    case call(Name, [Expression], isDistinct: Bool, isStar: Bool)
    case not(Expression)
    case negative(Expression)
    case binary(BinaryOperator, Expression, Expression)
    case isNull(Expression, negated: Bool)
    case among(Expression, Expression)
    case cases([Case], otherwise: Expression?)
    case exists(Subpattern)
  }

  /// `WHEN condition THEN value`.
  struct Case: Equatable, Sendable {
    var condition: Expression
    var value: Expression
  }

  /// What stands in `EXISTS { ... }`.
  struct Subpattern: Equatable, Sendable {
    var patterns: [PathPattern]
    var condition: Expression?
  }

  init(_ form: Form, at range: Range<Int>) {
    self.form = form
    self.range = range
    height = 1 + (form.children.map(\.height).max() ?? 0)
  }

  static func == (one: Expression, other: Expression) -> Bool { one.form == other.form }
}

extension Expression.Form {
  /// The values that this one is made of; those within a pattern are not among them.
  var children: [Expression] {
    switch self {
    case .literal, .parameter, .variable, .property, .labelled: []
    case .list(let values), .call(_, let values, _, _): values
    case .not(let value), .negative(let value), .isNull(let value, _): [value]
    case .binary(_, let left, let right), .among(let left, let right): [left, right]
    case .cases(let cases, let otherwise):
      cases.flatMap { [$0.condition, $0.value] } + (otherwise.map { [$0] } ?? [])
    case .exists(let subpattern): subpattern.condition.map { [$0] } ?? []
    }
  }
}

/// An operator between two values.
enum BinaryOperator: String, Sendable {
  case or = "OR"
  case xor = "XOR"
  case and = "AND"
  case equal = "="
  case different = "<>"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case startsWith = "STARTS WITH"
  case endsWith = "ENDS WITH"
  case contains = "CONTAINS"
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divided = "/"
  case remainder = "%"
}

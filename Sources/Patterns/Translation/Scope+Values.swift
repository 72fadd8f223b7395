/// Translates values and conditions.
extension Scope {
  /// A condition of WHERE.
  func condition(_ expression: Expression) throws(PatternError) -> Fragment {
    let fragment = try value(expression)
    try expect(fragment, .boolean, "a condition", at: expression.range)
    return fragment
  }

  /// A value; aggregates are refused but in RETURN.
  func value(
    _ expression: Expression, aggregates: Bool = false
  ) throws(PatternError) -> Fragment {
    func inner(_ expression: Expression) throws(PatternError) -> Fragment {
      try value(expression, aggregates: aggregates)
    }
    switch expression.form {
    case .literal(let value): return literal(value)
    case .parameter(let name):
      return literal(try translation.parameter(name, at: expression.range))
    case .variable(let name): return try variable(Name(text: name, range: expression.range))
    case .property(let variable, let name): return try property(name, of: variable)
    case .labelled(let variable, let labels): return try labelled(variable, labels)
    case .list:
      throw PatternError(
        .unsupported("a list among values", advice: "lists follow IN"), at: expression.range)
    case .call(let name, let values, let isDistinct, let isStar):
      return try call(
        Call(name: name, values: values, isDistinct: isDistinct, isStar: isStar),
        at: expression.range, aggregates: aggregates)
    case .not(let value):
      let fragment = try inner(value)
      try expect(fragment, .boolean, "NOT", at: value.range)
      return .operation([fragment], type: .boolean) { "NOT \($0[0])" }
    case .negative(let value):
      let fragment = try inner(value)
      try expectNumber(fragment, "-", at: value.range)
      return .operation([fragment], type: fragment.type) { "-\($0[0])" }
    case .binary(let sign, let left, let right):
      return try binary(sign, left, right, inner)
    case .isNull(let value, let negated):
      var fragment = Fragment.operation([try inner(value)], type: .boolean) {
        "\($0[0]) IS \(negated ? "NOT " : "")NULL"
      }
      fragment.canBeNull = false
      return fragment
    case .among(let value, let list): return try among(value, list, inner)
    case .cases(let cases, let otherwise): return try self.cases(cases, otherwise, inner)
    case .exists(let subpattern): return try exists(subpattern)
    }
  }

  private func literal(_ value: PatternValue) -> Fragment {
    let type: ValueType =
      switch value {
      case .null: .null
      case .integer: .integer
      case .real: .real
      case .text: .text
      case .boolean: .boolean
      }
    return Fragment(
      sql: translation.bind(value), type: type, canBeNull: value == .null, isWhole: true)
  }

  // MARK: Operators

  private func binary(
    _ sign: BinaryOperator, _ left: Expression, _ right: Expression,
    _ inner: (Expression) throws(PatternError) -> Fragment
  ) throws(PatternError) -> Fragment {
    let (one, other) = (try inner(left), try inner(right))
    let both = [one, other]
    switch sign {
    case .and, .or, .xor:
      try expect(one, .boolean, sign.rawValue, at: left.range)
      try expect(other, .boolean, sign.rawValue, at: right.range)
      if sign == .xor { return .operation(both, type: .boolean) { "\($0[0]) <> \($0[1])" } }
      return .whole(both, type: .boolean) { _ in "(\(one.sql) \(sign.rawValue) \(other.sql))" }
    case .startsWith, .endsWith, .contains:
      try expect(one, .text, sign.rawValue, at: left.range)
      try expect(other, .text, sign.rawValue, at: right.range)
      return .operation(both, type: .boolean) { sign.textTest($0[0], $0[1]) }
    case .plus where one.type == .text && other.type == .text:
      return .whole(both, type: .text) { "(\($0[0]) || \($0[1]))" }
    case .plus, .minus, .times, .divided, .remainder:
      try expectNumber(one, sign.rawValue, at: left.range)
      try expectNumber(other, sign.rawValue, at: right.range)
      if sign == .remainder {
        // SQLite would leave the fractions out and say nothing.
        try expect(one, .integer, "%", at: left.range)
        try expect(other, .integer, "%", at: right.range)
      }
      let type: ValueType = one.type == .real || other.type == .real ? .real : .integer
      var result = Fragment.whole(both, type: type) { "(\($0[0]) \(sign.rawValue) \($0[1]))" }
      // Nothing can be divided by 0.
      if sign == .divided || sign == .remainder { result.canBeNull = true }
      return result
    case .equal, .different, .less, .lessOrEqual, .greater, .greaterOrEqual:
      return try comparison(sign, one, other, at: left.range.lowerBound..<right.range.upperBound)
    }
  }

  /// A comparison of values that can be compared.
  func comparison(
    _ sign: BinaryOperator, _ one: Fragment, _ other: Fragment, at range: Range<Int>
  ) throws(PatternError) -> Fragment {
    guard one.type.isComparable(with: other.type) else {
      throw PatternError(
        .mistyped(place: sign.rawValue, expected: one.type.words, found: other.type.words),
        at: range)
    }
    if sign != .equal, sign != .different {
      for type in [one.type, other.type] where !type.isOrdered {
        throw PatternError(
          .mistyped(place: sign.rawValue, expected: "a number or a text", found: type.words),
          at: range)
      }
    }
    return .operation([one, other], type: .boolean) { "\($0[0]) \(sign.rawValue) \($0[1])" }
  }

  private func among(
    _ value: Expression, _ list: Expression,
    _ inner: (Expression) throws(PatternError) -> Fragment
  ) throws(PatternError) -> Fragment {
    guard case .list(let elements) = list.form else {
      throw PatternError(
        .unexpected(found: "another value", expected: "a list after IN, such as [1, 2]"),
        at: list.range)
    }
    let wanted = try inner(value)
    var parts = [wanted]
    for element in elements {
      let fragment = try inner(element)
      guard wanted.type.isComparable(with: fragment.type) else {
        throw PatternError(
          .mistyped(place: "IN", expected: wanted.type.words, found: fragment.type.words),
          at: element.range)
      }
      parts.append(fragment)
    }
    return .operation(parts, type: .boolean) {
      "\($0[0]) IN (\($0.dropFirst().joined(separator: ", ")))"
    }
  }

  private func cases(
    _ cases: [Expression.Case], _ otherwise: Expression?,
    _ inner: (Expression) throws(PatternError) -> Fragment
  ) throws(PatternError) -> Fragment {
    var conditions: [Fragment] = []
    var values: [Fragment] = []
    for one in cases {
      let condition = try inner(one.condition)
      try expect(condition, .boolean, "WHEN", at: one.condition.range)
      conditions.append(condition)
      values.append(try inner(one.value))
    }
    if let otherwise { values.append(try inner(otherwise)) }
    let type = try common(values, "CASE", at: cases[0].value.range)
    var result = Fragment.whole(conditions + values, type: type) { _ in
      let whens = zip(conditions, values).map { "WHEN \($0.sql) THEN \($1.sql)" }
      let last = values.dropFirst(cases.count).map { " ELSE \($0.sql)" }.joined()
      return "CASE \(whens.joined(separator: " "))\(last) END"
    }
    result.canBeNull = true
    return result
  }

  // MARK: Types

  /// The one type that all values have.
  func common(
    _ values: [Fragment], _ place: String, at range: Range<Int>
  ) throws(PatternError) -> ValueType {
    var type = ValueType.null
    for value in values {
      guard type.isComparable(with: value.type) else {
        throw PatternError(
          .mistyped(place: place, expected: type.words, found: value.type.words), at: range)
      }
      if type == .null || value.type == .real { type = value.type == .null ? type : value.type }
    }
    return type
  }

  private func expect(
    _ fragment: Fragment, _ type: ValueType, _ place: String, at range: Range<Int>
  ) throws(PatternError) {
    guard fragment.type == type || fragment.type == .null else {
      throw PatternError(
        .mistyped(place: place, expected: type.words, found: fragment.type.words), at: range)
    }
  }

  private func expectNumber(
    _ fragment: Fragment, _ place: String, at range: Range<Int>
  ) throws(PatternError) {
    guard fragment.type.isNumber else {
      throw PatternError(
        .mistyped(place: place, expected: "a number", found: fragment.type.words), at: range)
    }
  }
}

extension BinaryOperator {
  fileprivate func textTest(_ text: String, _ part: String) -> String {
    switch self {
    case .startsWith: "instr(\(text), \(part)) = 1"
    case .endsWith:
      "(length(\(part)) <= length(\(text)) AND substr(\(text), length(\(text)) - length(\(part)) "
        + "+ 1) = \(part))"
    default: "instr(\(text), \(part)) > 0"
    }
  }
}

extension ValueType {
  fileprivate var isOrdered: Bool {
    switch self {
    case .integer, .real, .text, .boolean, .null: true
    case .node, .edge, .list: false
    }
  }
}

/// Values and conditions, from what binds least to what binds most.
extension Parser {
  mutating func expression() throws(PatternError) -> Expression {
    try nested { parser throws(PatternError) in try parser.disjunction() }
  }

  private mutating func disjunction() throws(PatternError) -> Expression {
    let start = next
    var left = try exclusion()
    while accept(keyword: "OR") {
      left = try make(.binary(.or, left, try exclusion()), from: start)
    }
    return left
  }

  private mutating func exclusion() throws(PatternError) -> Expression {
    let start = next
    var left = try conjunction()
    while accept(keyword: "XOR") {
      left = try make(.binary(.xor, left, try conjunction()), from: start)
    }
    return left
  }

  private mutating func conjunction() throws(PatternError) -> Expression {
    let start = next
    var left = try negation()
    while accept(keyword: "AND") {
      left = try make(.binary(.and, left, try negation()), from: start)
    }
    return left
  }

  private mutating func negation() throws(PatternError) -> Expression {
    let start = next
    guard accept(keyword: "NOT") else { return try comparison() }
    let value = try nested { parser throws(PatternError) in try parser.negation() }
    return try make(.not(value), from: start)
  }

  /// `a < b`, or a chain of such as `1 < a <= 3`, which means that each holds.
  private mutating func comparison() throws(PatternError) -> Expression {
    let start = next
    var left = try predicate()
    var all: Expression?
    while let sign = comparisonSign {
      let leftStart = next
      advance()
      let right = try predicate()
      let one = try make(.binary(sign, left, right), from: all == nil ? start : leftStart)
      all =
        try all.map { all throws(PatternError) in
          try make(.binary(.and, all, one), from: start)
        } ?? one
      left = right
    }
    return all ?? left
  }

  private var comparisonSign: BinaryOperator? {
    guard case .sign(let sign) = next.kind else { return nil }
    return ["=", "<>", "<", "<=", ">", ">="].contains(sign) ? BinaryOperator(rawValue: sign) : nil
  }

  /// `IS NULL`, `IN`, `STARTS WITH`, `ENDS WITH`, `CONTAINS`.
  private mutating func predicate() throws(PatternError) -> Expression {
    let start = next
    var value = try sum()
    while true {
      if accept(keyword: "IS") {
        let negated = accept(keyword: "NOT")
        guard accept(keyword: "NULL") else {
          throw unexpected("NULL (a label is tested by a:label)")
        }
        value = try make(.isNull(value, negated: negated), from: start)
      } else if accept(keyword: "IN") {
        value = try make(.among(value, try sum()), from: start)
      } else if accept(keyword: "STARTS") {
        try expect(keyword: "WITH")
        value = try make(.binary(.startsWith, value, try sum()), from: start)
      } else if accept(keyword: "ENDS") {
        try expect(keyword: "WITH")
        value = try make(.binary(.endsWith, value, try sum()), from: start)
      } else if accept(keyword: "CONTAINS") {
        value = try make(.binary(.contains, value, try sum()), from: start)
      } else if next.kind == .sign("=~") {
        throw unsupported("=~", "use STARTS WITH, ENDS WITH or CONTAINS")
      } else {
        return value
      }
    }
  }

  private mutating func sum() throws(PatternError) -> Expression {
    let start = next
    var left = try product()
    while true {
      if accept(sign: "+") {
        left = try make(.binary(.plus, left, try product()), from: start)
      } else if accept(sign: "-") {
        left = try make(.binary(.minus, left, try product()), from: start)
      } else if next.kind == .sign("||") {
        throw unsupported("||", "texts are put together by +")
      } else {
        return left
      }
    }
  }

  private mutating func product() throws(PatternError) -> Expression {
    let start = next
    var left = try signed()
    while true {
      if accept(sign: "*") {
        left = try make(.binary(.times, left, try signed()), from: start)
      } else if accept(sign: "/") {
        left = try make(.binary(.divided, left, try signed()), from: start)
      } else if accept(sign: "%") {
        left = try make(.binary(.remainder, left, try signed()), from: start)
      } else if next.kind == .sign("^") {
        throw unsupported("^", "multiply")
      } else {
        return left
      }
    }
  }

  private mutating func signed() throws(PatternError) -> Expression {
    let start = next
    if accept(sign: "-") {
      let value = try nested { parser throws(PatternError) in try parser.signed() }
      return try make(.negative(value), from: start)
    }
    if accept(sign: "+") {
      return try nested { parser throws(PatternError) in try parser.signed() }
    }
    return try postfix()
  }

  /// A value with what may follow it: a property, a label test.
  private mutating func postfix() throws(PatternError) -> Expression {
    let start = next
    var value = try atom()
    if case .variable(let name) = value.form {
      let variable = Name(text: name, range: value.range)
      if accept(sign: ".") {
        if next.kind == .sign("*") { throw unsupported(".*", "name the properties") }
        value = try make(.property(of: variable, try anyName("a property")), from: start)
      } else if accept(sign: ":") {
        value = try make(.labelled(variable, try labelExpression()), from: start)
      } else if next.kind == .sign("{") {
        throw unsupported("a map of properties", "name the properties one by one")
      }
    }
    if next.kind == .sign(".") {
      throw unsupported("a property of a value", "only variables have them")
    }
    if next.kind == .sign("[") { throw unsupported("an element of a list", "use IN") }
    return value
  }

  private mutating func atom() throws(PatternError) -> Expression {
    let start = next
    switch next.kind {
    case .integer(let number): return try literal(.integer(number))
    case .real(let number): return try literal(.real(number))
    case .text(let text): return try literal(.text(text))
    case .parameter(let name):
      advance()
      return try make(.parameter(name), from: start)
    case .sign("("):
      if isPattern { return try bareExists() }
      advance()
      var value = try expression()
      try expect(sign: ")")
      // A property or a label is that of a variable without parentheses.
      value.range = range(from: start)
      return value
    case .sign("["): return try list()
    case .sign("{"): throw unsupported("a map", "compare the properties one by one")
    case .word(let name, let isQuoted): return try word(name, isQuoted: isQuoted)
    default: throw unexpected("a value")
    }
  }

  private mutating func literal(_ value: PatternValue) throws(PatternError) -> Expression {
    let start = next
    advance()
    return try make(.literal(value), from: start)
  }

  private mutating func word(_ name: String, isQuoted: Bool) throws(PatternError) -> Expression {
    let start = next
    switch next.keyword {
    case "TRUE": return try literal(.boolean(true))
    case "FALSE": return try literal(.boolean(false))
    case "NULL": return try literal(.null)
    case "CASE": return try cases()
    case "EXISTS": return try exists()
    case "COUNT" where token(after: 1).kind == .sign("{"):
      throw unsupported("COUNT { ... }", "MATCH it and return count(*)")
    case "COLLECT" where token(after: 1).kind == .sign("{"):
      throw unsupported("COLLECT { ... }", "MATCH it and return collect(...)")
    default: break
    }
    if token(after: 1).kind == .sign("(") { return try call() }
    let variable = try variable("a value")
    return try make(.variable(variable.text), from: start)
  }

  private mutating func call() throws(PatternError) -> Expression {
    let start = next
    let name = try anyName("a function")
    if let known = Refusals.functions.first(where: {
      $0.key.lowercased() == name.text.lowercased()
    }) {
      throw PatternError(.unsupported("\(known.key)(...)", advice: known.value), at: name.range)
    }
    if name.text.lowercased() == "shortestpath" {
      throw PatternError(
        .unsupported(
          "shortestPath among values",
          advice: "match it: MATCH p = shortestPath((a)-[...]-(b)) RETURN length(p)"),
        at: name.range)
    }
    advance()
    if accept(sign: "*") {
      try expect(sign: ")")
      return try make(.call(name, [], isDistinct: false, isStar: true), from: start)
    }
    let isDistinct = accept(keyword: "DISTINCT")
    var values: [Expression] = []
    if !accept(sign: ")") {
      repeat { values.append(try expression()) } while accept(sign: ",")
      try expect(sign: ")", "\",\" or \")\"")
    }
    return try make(.call(name, values, isDistinct: isDistinct, isStar: false), from: start)
  }

  private mutating func list() throws(PatternError) -> Expression {
    let start = next
    advance()
    var values: [Expression] = []
    if accept(sign: "]") { return try make(.list([]), from: start) }
    if isVariable, token(after: 1).keyword == "IN" {
      throw unsupported("a list comprehension", "use WHERE, and collect(...) in RETURN")
    }
    repeat { values.append(try expression()) } while accept(sign: ",")
    if next.kind == .sign("|") {
      throw unsupported("a list comprehension", "use WHERE, and collect(...) in RETURN")
    }
    try expect(sign: "]", "\",\" or \"]\"")
    return try make(.list(values), from: start)
  }

  /// `CASE WHEN ... THEN ... ELSE ... END`, or `CASE value WHEN ...`, which compares the value.
  private mutating func cases() throws(PatternError) -> Expression {
    let start = next
    advance()
    let subject = next.keyword == "WHEN" ? nil : try expression()
    var cases: [Expression.Case] = []
    while accept(keyword: "WHEN") {
      let when = next
      var condition = try expression()
      if let subject { condition = try make(.binary(.equal, subject, condition), from: when) }
      try expect(keyword: "THEN")
      cases.append(.init(condition: condition, value: try expression()))
    }
    guard !cases.isEmpty else { throw unexpected("WHEN") }
    let otherwise = accept(keyword: "ELSE") ? try expression() : nil
    try expect(keyword: "END")
    return try make(.cases(cases, otherwise: otherwise), from: start)
  }

  // MARK: Patterns as conditions

  private mutating func exists() throws(PatternError) -> Expression {
    let start = next
    advance()
    let isBraced = next.kind == .sign("{")
    guard isBraced || next.kind == .sign("(") else { throw unexpected("\"{\" after EXISTS") }
    advance()
    return try nested { parser throws(PatternError) in
      _ = parser.accept(keyword: "MATCH")
      let patterns = try parser.patterns()
      let condition = parser.accept(keyword: "WHERE") ? try parser.expression() : nil
      if parser.next.keyword == "MATCH" || parser.next.keyword == "RETURN" {
        throw parser.unsupported("\(parser.next.words) within EXISTS", "write patterns and WHERE")
      }
      try parser.expect(sign: isBraced ? "}" : ")")
      return try parser.make(
        .exists(.init(patterns: patterns, condition: condition)), from: start)
    }
  }

  /// Whether a parenthesis begins a pattern, such as `(a)-[:friend]-(b)` among conditions.
  private var isPattern: Bool {
    var ahead = self
    ahead.advance()
    if case .word = ahead.next.kind { ahead.advance() }
    // `(a:child OR (b)--(c))` is a value that begins as a node does.
    if ahead.accept(sign: ":"), (try? ahead.labelExpression()) == nil { return false }
    if ahead.next.kind == .sign("{") || ahead.next.keyword == "WHERE" {
      while ![.sign(")"), .end].contains(ahead.next.kind) { ahead.advance() }
    }
    guard ahead.accept(sign: ")") else { return false }
    let (first, second) = (ahead.next.kind, ahead.token(after: 1).kind)
    let third = ahead.token(after: 2).kind
    return switch (first, second) {
    case (.sign("-"), .sign("[")): true
    case (.sign("-"), .sign("-")): third == .sign("(") || third == .sign(">")
    case (.sign("<"), .sign("-")): third == .sign("[") || third == .sign("-")
    default: false
    }
  }

  private mutating func bareExists() throws(PatternError) -> Expression {
    let start = next
    let pattern = try nested { parser throws(PatternError) in try parser.pathPattern() }
    return try make(.exists(.init(patterns: [pattern])), from: start)
  }
}

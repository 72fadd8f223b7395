/// Clauses: MATCH, WHERE, RETURN.
extension Parser {
  mutating func query() throws(PatternError) -> Query {
    guard next.keyword == "MATCH" || next.keyword == "OPTIONAL" else {
      throw unexpected("MATCH")
    }
    var matches: [MatchClause] = []
    while let clause = try matchClause() { matches.append(clause) }
    guard next.keyword == "RETURN" else {
      throw unexpected(
        matches.last?.condition == nil ? "WHERE, MATCH or RETURN" : "MATCH or RETURN")
    }
    let result = try returnClause()
    _ = accept(sign: ";")
    guard next.kind == .end else { throw unexpected("the end of the query") }
    return Query(matches: matches, result: result)
  }

  private mutating func matchClause() throws(PatternError) -> MatchClause? {
    let isOptional = accept(keyword: "OPTIONAL")
    guard isOptional || next.keyword == "MATCH" else { return nil }
    try expect(keyword: "MATCH")
    let patterns = try self.patterns()
    let condition = accept(keyword: "WHERE") ? try expression() : nil
    return MatchClause(isOptional: isOptional, patterns: patterns, condition: condition)
  }

  mutating func patterns() throws(PatternError) -> [PathPattern] {
    var patterns = [try pathPattern()]
    while accept(sign: ",") { patterns.append(try pathPattern()) }
    return patterns
  }

  private mutating func returnClause() throws(PatternError) -> ReturnClause {
    var clause = ReturnClause(range: next.range)
    try expect(keyword: "RETURN")
    clause.isDistinct = accept(keyword: "DISTINCT")
    if !accept(sign: "*") {
      repeat { clause.items.append(try item()) } while accept(sign: ",")
      guard clause.items.count <= Limit.columns else {
        throw PatternError(
          .tooLarge(what: "RETURN has \(clause.items.count) columns", limit: Limit.columns),
          at: clause.range)
      }
    }
    if accept(keyword: "ORDER") {
      try expect(keyword: "BY")
      repeat { clause.order.append(try order()) } while accept(sign: ",")
    }
    if accept(keyword: "SKIP") || accept(keyword: "OFFSET") { clause.skip = try rowCount() }
    if accept(keyword: "LIMIT") { clause.limit = try rowCount() }
    if next.keyword == "SKIP" || next.keyword == "OFFSET" {
      throw unexpected("the end of the query (\(next.words) stands before LIMIT)")
    }
    return clause
  }

  private mutating func item() throws(PatternError) -> ReturnClause.Item {
    let start = next
    let value = try expression()
    // The item as it is written, on one line.
    let written = String(text[range(from: start)]).split(whereSeparator: \.isWhitespace)
    guard accept(keyword: "AS") else {
      return .init(value: value, name: written.joined(separator: " "), isNamed: false)
    }
    return .init(value: value, name: try variable("the name of a column").text, isNamed: true)
  }

  private mutating func order() throws(PatternError) -> ReturnClause.Order {
    let value = try expression()
    if accept(keyword: "DESC") || accept(keyword: "DESCENDING") {
      return .init(value: value, isDescending: true)
    }
    _ = accept(keyword: "ASC") || accept(keyword: "ASCENDING")
    return .init(value: value, isDescending: false)
  }

  private mutating func rowCount() throws(PatternError) -> Expression {
    let start = next
    switch next.kind {
    case .integer(let number):
      advance()
      return try make(.literal(.integer(number)), from: start)
    case .parameter(let name):
      advance()
      return try make(.parameter(name), from: start)
    default: throw unexpected("a number of rows, from 0, or a parameter")
    }
  }
}

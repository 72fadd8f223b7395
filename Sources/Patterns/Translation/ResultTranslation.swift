/// Translates RETURN and what follows it.
struct ResultTranslation {
  /// What stands between SELECT and FROM.
  private(set) var select = ""
  /// What follows WHERE.
  private(set) var tail = ""
  private(set) var columns: [PatternStatement.Column] = []

  private let scope: Scope
  private let items: [ReturnClause.Item]
  private var fragments: [Fragment] = []
  private let isDistinct: Bool

  init(_ clause: ReturnClause, in scope: Scope) throws(PatternError) {
    self.scope = scope
    isDistinct = clause.isDistinct
    items = clause.items.isEmpty ? try Self.everything(in: scope, at: clause.range) : clause.items
    for item in items { fragments.append(try scope.value(item.value, aggregates: true)) }
    columns = zip(items, fragments).map { .init(name: $0.name, type: $1.type) }
    select =
      (isDistinct ? "DISTINCT " : "")
      + zip(items, fragments).map {
        "\($1.sql) AS \($0.name.quotedName)"
      }.joined(separator: ",\n  ")
    try addGroups()
    try addOrder(clause.order)
    try addLimit(clause)
  }

  private static func everything(
    in scope: Scope, at range: Range<Int>
  ) throws(PatternError) -> [ReturnClause.Item] {
    let names = scope.names
    guard !names.isEmpty else {
      throw PatternError(
        .unfit("RETURN * returns all variables, and the query has none"), at: range)
    }
    return names.map {
      .init(value: Expression(.variable($0), at: range), name: $0, isNamed: true)
    }
  }

  // MARK: Groups

  private var isGrouped: Bool { fragments.contains(where: \.isAggregate) }

  private var keys: [Expression] {
    zip(items, fragments).filter { !$1.isAggregate }.map(\.0.value)
  }

  /// Rows are grouped by all that is returned and no aggregate.
  private mutating func addGroups() throws(PatternError) {
    guard isGrouped else { return }
    for (item, fragment) in zip(items, fragments) where fragment.isAggregate {
      try checkGrouped(item.value)
    }
    let numbers = fragments.indices.filter { !fragments[$0].isAggregate }.map { "\($0 + 1)" }
    if !numbers.isEmpty { tail += "\nGROUP BY \(numbers.joined(separator: ", "))" }
  }

  /// Refuses what has no one value in a group.
  private func checkGrouped(_ expression: Expression) throws(PatternError) {
    if keys.contains(expression) { return }
    switch expression.form {
    case .literal, .parameter: return
    case .call(let name, _, _, _)
    where FunctionCatalogue.function(named: name.text)?.isAggregate == true:
      return
    case .property(let variable, _), .labelled(let variable, _):
      if keys.contains(where: { $0.form == .variable(variable.text) }) { return }
      throw PatternError(.ungrouped, at: expression.range)
    case .variable, .exists: throw PatternError(.ungrouped, at: expression.range)
    default: for child in expression.form.children { try checkGrouped(child) }
    }
  }

  // MARK: Order

  private mutating func addOrder(_ order: [ReturnClause.Order]) throws(PatternError) {
    var terms: [String] = []
    for one in order {
      let (sql, canBeNull) = try term(of: one.value)
      // A null is greater than all else, as openCypher has it; to SQLite it is less.
      let nulls = canBeNull ? (one.isDescending ? " NULLS FIRST" : " NULLS LAST") : ""
      terms.append(sql + (one.isDescending ? " DESC" : "") + nulls)
    }
    if !terms.isEmpty { tail += "\nORDER BY \(terms.joined(separator: ", "))" }
  }

  /// The number of a column, or a value that is not returned.
  private func term(of value: Expression) throws(PatternError) -> (String, canBeNull: Bool) {
    let column =
      items.firstIndex { item in
        item.isNamed && value.form == .variable(item.name)
      } ?? items.firstIndex { $0.value == value }
    if let column { return ("\(column + 1)", fragments[column].canBeNull) }
    if isDistinct {
      throw PatternError(
        .unfit("with DISTINCT only what is returned can be ordered by"), at: value.range)
    }
    let meant = value.replacing(
      Dictionary(
        items.filter(\.isNamed).map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first }
      ))
    if isGrouped { try checkGrouped(meant) }
    let fragment = try scope.value(meant, aggregates: isGrouped)
    // A number alone would be that of a column.
    return ("(\(fragment.sql))", fragment.canBeNull)
  }

  // MARK: Limit

  private mutating func addLimit(_ clause: ReturnClause) throws(PatternError) {
    let limit = try clause.limit.map { limit throws(PatternError) in try rowCount(limit) }
    let skip = try clause.skip.map { skip throws(PatternError) in try rowCount(skip) }
    if limit != nil || skip != nil { tail += "\nLIMIT \(limit ?? "-1")" }
    if let skip { tail += " OFFSET \(skip)" }
  }

  private func rowCount(_ expression: Expression) throws(PatternError) -> String {
    var value = PatternValue.null
    switch expression.form {
    case .literal(let literal): value = literal
    case .parameter(let name):
      value = try scope.translation.parameter(name, at: expression.range)
    default: break
    }
    guard case .integer(let number) = value, number >= 0 else {
      throw PatternError(
        .unexpected(found: "another value", expected: "a number of rows, from 0"),
        at: expression.range)
    }
    return scope.translation.bind(value)
  }
}

extension Expression {
  /// The value with variables replaced by the values that they name.
  fileprivate func replacing(_ named: [String: Expression]) -> Expression {
    func inner(_ value: Expression) -> Expression { value.replacing(named) }
    let replaced: Form =
      switch form {
      case .variable(let name): named[name]?.form ?? form
      case .literal, .parameter, .property, .labelled, .exists: form
      case .list(let values): .list(values.map(inner))
      case .call(let name, let values, let isDistinct, let isStar):
        .call(name, values.map(inner), isDistinct: isDistinct, isStar: isStar)
      case .not(let value): .not(inner(value))
      case .negative(let value): .negative(inner(value))
      case .binary(let sign, let left, let right): .binary(sign, inner(left), inner(right))
      case .isNull(let value, let negated): .isNull(inner(value), negated: negated)
      case .among(let value, let list): .among(inner(value), inner(list))
      case .cases(let cases, let otherwise):
        .cases(
          cases.map { Case(condition: inner($0.condition), value: inner($0.value)) },
          otherwise: otherwise.map(inner))
      }
    return Expression(replaced, at: range)
  }
}

/// Puts paths of many edges into the statement, each as a recursive table before the SELECT.
extension Scope {
  /// Puts a path in; it is gone along from the end of which fewer nodes are likely to fit.
  func placeWalk(
    _ step: PathPattern.Step, from left: NodePattern, conditions: [Expression], isShortest: Bool
  ) throws(PatternError) {
    guard let length = step.edge.length else { return }
    if !isShortest, length.upperBound > Parser.Limit.pathLength {
      throw PatternError(
        .tooLarge(
          what: "a path that lists its edges has up to \(length.upperBound)",
          limit: Parser.Limit.pathLength), at: step.edge.range)
    }
    let isReversed =
      rank(of: step.node, conditions: conditions) > rank(of: left, conditions: conditions)
    let (start, finish) = isReversed ? (step.node, left) : (left, step.node)
    let alternatives = alternatives(of: step.edge).map { isReversed ? $0.reversed : $0 }
    try expectAccounts(alternatives, at: step.edge.range)

    let key = try startKey(of: start)
    let table = translation.alias(
      for: Name(text: isShortest ? "shortest" : "path", range: step.edge.range), else: "w")
    let term = try walkTerms(
      table: table, step.edge, alternatives, upTo: length.upperBound,
      edges: isShortest ? .none : isReversed ? .before : .after)
    let columns = isShortest ? "start, finish, length" : "start, finish, length, edges"
    let rows = key.rows.replacing("\n", with: "\n    ")
    let first = "SELECT DISTINCT \(key.id), \(key.id), 0\(isShortest ? "" : ", ''")\n    \(rows)"
    translation.tables.append(
      "\(table) (\(columns)) AS (\n  \(first)\n  \(term)\n)")

    let alias = translation.alias(for: step.edge.variable, else: "w")
    let source =
      isShortest
      ? "(SELECT start, finish, min(length) AS length FROM \(table) GROUP BY start, finish)" : table
    clause.items.append(SourceItem(sql: "\(source) AS \(alias)", alias: alias))
    let walk = WalkBinding(
      alias: alias, types: Set(alternatives.map(\.type.name)), isShortest: isShortest,
      isOptional: clause.isOptional)
    try bind(step.edge.variable, to: .walk(walk))
    let least = isShortest ? max(1, length.lowerBound) : length.lowerBound
    if least > 0 {
      require(
        Fragment(sql: "\(alias).length >= \(least)", type: .boolean, aliases: [alias]))
    }
    try join(start, to: ["\(alias).start"], of: alias)
    try join(finish, to: ["\(alias).finish"], of: alias)
  }

  /// How few nodes are likely to fit a pattern; one that is bound already goes before others.
  private func rank(of pattern: NodePattern, conditions: [Expression]) -> Int {
    let name = pattern.variable.text
    let bound = node(name) ?? parent?.node(name)
    let said = conditions.reduce(0) { sum, condition in
      sum + (condition.fixes(name) ? 3 : condition.variables == [name] ? 1 : 0)
    }
    let isFixed = clause.conditions.contains {
      !(bound?.aliases.isDisjoint(with: $0.aliases) ?? true)
    }
    return max(pattern.selectivity, bound?.selectivity ?? 0) + said + (bound == nil ? 0 : 2)
      + (isFixed ? 2 : 0)
  }

  private func expectAccounts(
    _ alternatives: [KindInference.Alternative], at range: Range<Int>
  ) throws(PatternError) {
    for type in alternatives.map(\.type) {
      guard type.source.kind == "account", type.target.kind == "account" else {
        throw PatternError(
          .unfit(
            "a path of many edges goes from account to account, and \(type.name) does not; name "
              + "its types"), at: range)
      }
    }
  }

  /// Where paths begin: the ids of the nodes, and the rows that have them.
  private func startKey(
    of pattern: NodePattern
  ) throws(PatternError) -> (id: String, rows: String) {
    let name = pattern.variable.text
    var bound = node(name) ?? parent?.node(name)
    if bound == nil {
      let row = try placeRow(of: pattern)
      try describe(pattern)
      bound = row
    }
    if let bound, let rows = sources(reading: bound.aliases) { return (bound.id.sql, rows) }
    return ("n.id", "FROM account AS n")
  }

  /// Where the next edge stands among those of a path, which are listed from left to right.
  private enum EdgeListing { case none, before, after }

  /// The recursive SELECTs: one more edge, of each type and in each direction.
  private func walkTerms(
    table: String, _ edge: EdgePattern, _ alternatives: [KindInference.Alternative],
    upTo most: Int, edges listing: EdgeListing
  ) throws(PatternError) -> String {
    var terms: [String] = []
    for alternative in alternatives {
      let type = alternative.type
      var conditions = [
        "e.\(alternative.left.columns[0]) = w.finish", "w.length < \(most)",
      ]
      if let exists = type.exists {
        conditions.append(exists.filled(row: "e", at: translation.at))
      }
      conditions += try stepConditions(edge, alternative)
      let identity = type.identity(row: "e")
      if listing != .none { conditions.append("instr(w.edges, \(identity)) = 0") }
      let edges =
        switch listing {
        case .none: ""
        case .after: ", w.edges || ',' || \(identity)"
        case .before: ", ',' || \(identity) || w.edges"
        }
      terms.append(
        """
        \(listing == .none ? "UNION" : "UNION ALL") SELECT w.start, e.\(alternative.right.columns[0]), \
        w.length + 1\(edges)
            FROM \(table) AS w JOIN \(type.table) AS e ON \(conditions.joined(separator: " AND "))
        """)
    }
    return terms.joined(separator: "\n  ")
  }

  /// What a pattern says of every edge of a path.
  private func stepConditions(
    _ pattern: EdgePattern, _ alternative: KindInference.Alternative
  ) throws(PatternError) -> [String] {
    guard !pattern.properties.isEmpty || pattern.condition != nil else { return [] }
    let scope = try Scope(translation, patterns: [], usage: usage)
    scope.clauses.append(ClauseParts(isOptional: false))
    let edge = EdgeBinding(
      alternatives: [alternative], alias: "e", isRow: true, isOptional: false)
    try scope.bind(pattern.variable, to: .edge(edge))
    var found: [String] = []
    for property in pattern.properties {
      let value = try scope.property(property.name, of: pattern.variable)
      let wanted = try scope.value(property.value)
      found.append(try scope.comparison(.equal, value, wanted, at: property.name.range).sql)
    }
    if let condition = pattern.condition { found.append(try scope.condition(condition).sql) }
    return found
  }
}

/// Puts edges of fixed length into the statement.
extension Scope {
  /// Puts an edge between two nodes, and the nodes where nothing has bound them.
  func place(_ step: PathPattern.Step, from left: NodePattern) throws(PatternError) {
    let alternatives = alternatives(of: step.edge)
    if let type = bothWays(alternatives), isUnionNeedless(type, left, step.node) {
      return try placeBothWays(step, from: left, type: type)
    }
    try placeRowFirst(left)
    let alias = translation.alias(for: step.edge.variable, else: "e")
    let edge = EdgeBinding(
      alternatives: alternatives, alias: alias, isRow: alternatives.count == 1,
      isOptional: clause.isOptional)
    try bind(step.edge.variable, to: .edge(edge))
    if edge.isRow {
      let type = alternatives[0].type
      clause.items.append(SourceItem(sql: "\(type.table) AS \(alias)", alias: alias))
      if let exists = type.exists {
        require(
          Fragment(
            sql: exists.filled(row: alias, at: translation.at), type: .boolean,
            aliases: [alias]))
      }
    } else {
      let sql = "(\(union(of: edge, read: step.edge.variable.text))) AS \(alias)"
      clause.items.append(SourceItem(sql: sql, alias: alias))
    }
    try join(left, to: edge.ends.left, of: alias)
    try join(step.node, to: edge.ends.right, of: alias)
  }

  /// A node whose row is read stands before the edges that lead to it.
  private func placeRowFirst(_ pattern: NodePattern) throws(PatternError) {
    let name = pattern.variable.text
    guard node(name) == nil, usage.readsRow(of: name, kind: try kind(of: pattern.variable)) else {
      return
    }
    try placeRow(of: pattern)
  }

  private func row(of pattern: NodePattern) throws(PatternError) -> NodeBinding {
    if let bound = node(pattern.variable.text) { return bound }
    return try placeRow(of: pattern)
  }

  /// The one type without direction that can be meant.
  private func bothWays(_ alternatives: [KindInference.Alternative]) -> EdgeType? {
    guard let type = alternatives.first?.type, alternatives.count == 2,
      alternatives.allSatisfy({ $0.type.name == type.name }), !type.isDirected
    else { return nil }
    return type
  }

  /// Whether each edge is found in its table from either node, without both ways written out.
  private func isUnionNeedless(
    _ type: EdgeType, _ left: NodePattern, _ right: NodePattern
  ) -> Bool {
    let isBound = [left, right].map { node($0.variable.text) != nil }
    if isBound == [true, true] { return true }
    // Of an optional pair the whole table would be gone through for each node before it.
    return !clause.isOptional && type.source.isIndexed && type.target.isIndexed
  }

  /// Puts in an edge without direction as one row of its table: either end may be the lower one.
  private func placeBothWays(
    _ step: PathPattern.Step, from left: NodePattern, type: EdgeType
  ) throws(PatternError) {
    let first = try row(of: left)
    let alias = translation.alias(for: step.edge.variable, else: "e")
    clause.items.append(SourceItem(sql: "\(type.table) AS \(alias)", alias: alias))
    let edge = EdgeBinding(
      alternatives: [.init(type: type, isForward: true)], alias: alias, isRow: true,
      isOptional: clause.isOptional)
    try bind(step.edge.variable, to: .edge(edge))
    if let exists = type.exists {
      require(
        Fragment(
          sql: exists.filled(row: alias, at: translation.at), type: .boolean,
          aliases: [alias]))
    }
    let second = try row(of: step.node)
    let (lower, higher) = edge.ends
    let oneWay = Self.equal(first.key + second.key, lower + higher)
    let otherWay = Self.equal(second.key + first.key, lower + higher)
    require(
      Fragment(
        sql: "(\(oneWay) OR \(otherWay))", type: .boolean,
        aliases: first.aliases.union(second.aliases).union([alias])))
  }

  /// The rows of all tables that can hold the edge, in each direction, with what is read of them.
  private func union(of edge: EdgeBinding, read variable: String) -> String {
    let properties = (usage.properties[variable] ?? []).sorted()
    return edge.alternatives.map { alternative in
      let type = alternative.type
      func ends(_ name: String, _ end: EdgeType.End) -> [String] {
        zip(EdgeBinding.columns(name, end), end.columns).map { "e.\($1) AS \($0)" }
      }
      var columns = ["\(type.identity(row: "e")) AS edge"]
      columns += ends("source", alternative.left) + ends("target", alternative.right)
      columns += properties.map { name in
        let value = type.property(named: name)?.sql.filled(row: "e", at: translation.at)
        return "\(value ?? "NULL") AS \(name.quotedName)"
      }
      let exists = type.exists.map { " WHERE " + $0.filled(row: "e", at: translation.at) } ?? ""
      return "SELECT \(columns.joined(separator: ", ")) FROM \(type.table) AS e\(exists)"
    }.joined(separator: "\n    UNION ALL ")
  }
}

/// Puts nodes into the statement.
extension Scope {
  /// The clause that is being laid out.
  var clause: ClauseParts {
    get { clauses[clauses.count - 1] }
    set { clauses[clauses.count - 1] = newValue }
  }

  func require(_ structure: Fragment) { clause.structure.append(structure) }

  /// Binds a node to a row of its table.
  @discardableResult
  func placeRow(of pattern: NodePattern) throws(PatternError) -> NodeBinding {
    let kind = try kind(of: pattern.variable)
    let alias = translation.alias(for: pattern.variable, else: "n")
    clause.items.append(SourceItem(sql: "\(kind.table) AS \(alias)", alias: alias))
    let node = NodeBinding(
      kind: kind, key: kind.key.map { "\(alias).\($0)" }, row: alias, aliases: [alias],
      isOptional: clause.isOptional, selectivity: pattern.selectivity)
    try bind(pattern.variable, to: .node(node))
    if let exists = kind.exists {
      require(
        Fragment(
          sql: exists.filled(row: alias, at: translation.at), type: .boolean,
          aliases: [alias]))
    }
    return node
  }

  /// Binds a node to the columns of an edge that name it, or holds it against them.
  func join(
    _ pattern: NodePattern, to columns: [String], of alias: String
  ) throws(PatternError) {
    let name = pattern.variable
    let known: NodeBinding
    if let node = node(name.text) {
      known = node
    } else {
      try expectNode(name)
      let kind = try kind(of: name)
      guard usage.readsRow(of: name.text, kind: kind) else {
        let node = NodeBinding(
          kind: kind, key: columns, row: nil, aliases: [alias], isOptional: clause.isOptional,
          selectivity: pattern.selectivity)
        return try bind(name, to: .node(node))
      }
      known = try placeRow(of: pattern)
    }
    require(
      Fragment(
        sql: Self.equal(known.key, columns), type: .boolean,
        aliases: known.aliases.union([alias])))
  }

  /// Refuses a variable that stands for something else than a node.
  func expectNode(_ name: Name) throws(PatternError) {
    guard let other = binding(of: name.text) else { return }
    if case .node = other { return }
    throw PatternError(
      .taken(name: name.text, advice: "it is \(other.noun); give the node another name"),
      at: name.range)
  }

  /// What a pattern says of a node beyond its place: labels, properties, a condition.
  func describe(_ pattern: NodePattern) throws(PatternError) {
    guard let node = node(pattern.variable.text), described.insert(pattern.range).inserted else {
      return
    }
    if let labels = pattern.labels, let test = try labelTest(labels, of: node) { require(test) }
    for property in pattern.properties {
      let value = try self.property(property.name, of: pattern.variable)
      require(
        try comparison(.equal, value, try self.value(property.value), at: property.name.range))
    }
    if let condition = pattern.condition { require(try self.condition(condition)) }
  }

  /// Whether a node has labels; nil where every node of its kind has.
  func labelTest(
    _ labels: LabelExpression, of node: NodeBinding
  ) throws(PatternError) -> Fragment? {
    let sql = try labelSQL(labels, of: node)
    return sql == "1" ? nil : Fragment(sql: sql, type: .boolean, aliases: node.aliases)
  }

  private func labelSQL(
    _ labels: LabelExpression, of node: NodeBinding
  ) throws(PatternError) -> String {
    switch labels {
    case .label(let name):
      if name.text == node.kind.name { return "1" }
      guard let label = node.kind.labels.first(where: { $0.name == name.text }) else {
        guard GraphCatalogue.nodes.contains(where: { $0.labelNames.contains(name.text) }) else {
          throw PatternError(
            .unknown(noun: "label", name: name.text, known: node.kind.labelNames), at: name.range)
        }
        return "0"
      }
      return label.condition.filled(row: node.row ?? "", at: translation.at)
    case .not(let inner):
      let sql = try labelSQL(inner, of: node)
      // A declared age can be missing: then the test is null, and its opposite true.
      return sql == "1" ? "0" : sql == "0" ? "1" : "(\(sql)) IS NOT TRUE"
    case .and(let left, let right):
      let both = [try labelSQL(left, of: node), try labelSQL(right, of: node)]
      if both.contains("0") { return "0" }
      let tests = both.filter { $0 != "1" }
      return tests.isEmpty
        ? "1" : tests.count == 1 ? tests[0] : "(\(tests.joined(separator: " AND ")))"
    case .or(let left, let right):
      let both = [try labelSQL(left, of: node), try labelSQL(right, of: node)]
      if both.contains("1") { return "1" }
      let tests = both.filter { $0 != "0" }
      return tests.isEmpty
        ? "0" : tests.count == 1 ? tests[0] : "(\(tests.joined(separator: " OR ")))"
    }
  }

  static func equal(_ left: [String], _ right: [String]) -> String {
    zip(left, right).map { "\($0) = \($1)" }.joined(separator: " AND ")
  }
}

extension NodePattern {
  /// How few nodes fit, by its form alone: more is fewer.
  var selectivity: Int {
    (properties.isEmpty ? 0 : 3) + (condition == nil ? 0 : 1) + (labels == nil ? 0 : 1)
  }
}

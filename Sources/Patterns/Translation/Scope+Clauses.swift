/// Puts MATCH clauses into the statement: first what is of fixed length, then paths of many edges.
extension Scope {
  /// Puts a clause in.
  func add(
    _ patterns: [PathPattern], where condition: Expression?, isOptional: Bool
  ) throws(PatternError) {
    clauses.append(ClauseParts(isOptional: isOptional))
    var waiting = condition?.conjuncts ?? []
    for pattern in patterns {
      for node in pattern.nodes { try expectNode(node.variable) }
      if pattern.steps.isEmpty, node(pattern.start.variable.text) == nil {
        try placeRow(of: pattern.start)
      }
      for (left, step) in zip(pattern.nodes, pattern.steps) where step.edge.length == nil {
        try place(step, from: left)
      }
    }
    try describeBound(in: patterns)
    try addConditions(from: &waiting, all: false)
    for pattern in patterns {
      for (left, step) in zip(pattern.nodes, pattern.steps) where step.edge.length != nil {
        try placeWalk(step, from: left, conditions: waiting, isShortest: pattern.isShortest)
        for node in [left, step.node] { try describe(node) }
        try addConditions(from: &waiting, all: false)
      }
      if let name = pattern.variable {
        let edges = pattern.steps.compactMap { variables[$0.edge.variable.text] }
        try bind(name, to: .path(PathBinding(edges: edges)))
      }
    }
    try addConditions(from: &waiting, all: true)
    try keepEdgesApart(in: patterns)
  }

  /// Nodes that fixed edges or other clauses have bound.
  private func describeBound(in patterns: [PathPattern]) throws(PatternError) {
    for node in patterns.flatMap(\.nodes) { try describe(node) }
    for edge in patterns.flatMap(\.steps).map(\.edge) where edge.length == nil {
      for property in edge.properties {
        let value = try self.property(property.name, of: edge.variable)
        require(
          try comparison(.equal, value, try self.value(property.value), at: property.name.range))
      }
      if let condition = edge.condition { require(try self.condition(condition)) }
    }
  }

  /// Translates the conditions whose variables are bound by now.
  private func addConditions(
    from waiting: inout [Expression], all: Bool
  ) throws(PatternError) {
    var left: [Expression] = []
    for expression in waiting {
      if all || expression.variables.allSatisfy({ binding(of: $0) != nil }) {
        clause.conditions.append(try condition(expression))
      } else {
        left.append(expression)
      }
    }
    waiting = left
  }

  /// Within a clause no edge is matched twice.
  private func keepEdgesApart(in patterns: [PathPattern]) throws(PatternError) {
    let edges = patterns.flatMap(\.steps).map(\.edge)
    for (index, later) in edges.enumerated() {
      for earlier in edges[..<index] {
        guard let one = variables[earlier.variable.text], let other = variables[later.variable.text]
        else { continue }
        if let apart = Self.apart(one, other) { clause.conditions.append(apart) }
      }
    }
  }

  /// That two edges or paths share no edge; nil where their types say so already.
  private static func apart(_ one: Binding, _ other: Binding) -> Fragment? {
    switch (one, other) {
    case (.edge(let one), .edge(let other)):
      guard !one.types.isDisjoint(with: other.types) else { return nil }
      guard one.isRow, other.isRow else {
        return .operation([one.identity, other.identity], type: .boolean) {
          "\($0[0]) <> \($0[1])"
        }
      }
      let key = one.alternatives[0].type.key
      func row(_ edge: EdgeBinding) -> String {
        "(" + key.map { "\(edge.alias).\($0)" }.joined(separator: ", ") + ")"
      }
      return Fragment(
        sql: "\(row(one)) <> \(row(other))", type: .boolean, aliases: [one.alias, other.alias])
    case (.edge(let edge), .walk(let walk)), (.walk(let walk), .edge(let edge)):
      guard !walk.isShortest, !edge.types.isDisjoint(with: walk.types) else { return nil }
      return Fragment(
        sql: "instr(\(walk.alias).edges, \(edge.identity.sql)) = 0", type: .boolean,
        aliases: [edge.alias, walk.alias])
    case (.walk(let one), .walk(let other)):
      guard !one.isShortest, !other.isShortest, !one.types.isDisjoint(with: other.types) else {
        return nil
      }
      func edges(_ walk: WalkBinding) -> String {
        "json_each('[' || substr(\(walk.alias).edges, 2) || ']')"
      }
      return Fragment(
        sql: "NOT EXISTS (SELECT 1 FROM \(edges(one)) AS one JOIN \(edges(other)) AS other "
          + "ON one.value = other.value)", type: .boolean, aliases: [one.alias, other.alias])
    default: return nil
    }
  }
}

extension Expression {
  /// The conditions that must all hold for this one to hold.
  var conjuncts: [Expression] {
    if case .binary(.and, let left, let right) = form {
      left.conjuncts + right.conjuncts
    } else {
      [self]
    }
  }

  /// The variables that must be bound before it can be translated.
  var variables: Set<String> {
    var found = form.children.reduce(into: Set<String>()) { $0.formUnion($1.variables) }
    switch form {
    case .variable(let name): found.insert(name)
    case .property(let name, _), .labelled(let name, _): found.insert(name.text)
    case .exists(let subpattern):
      // Those of its own are bound within; which these are, is known when all outer ones are.
      for node in subpattern.patterns.flatMap(\.nodes) { found.insert(node.variable.text) }
    default: break
    }
    return found
  }

  /// Whether it says of one property of a variable what it equals.
  func fixes(_ variable: String) -> Bool {
    guard case .binary(.equal, let left, let right) = form else { return false }
    return [(left, right), (right, left)].contains { property, value in
      guard case .property(let name, _) = property.form else { return false }
      return name.text == variable && value.variables.isEmpty
    }
  }
}

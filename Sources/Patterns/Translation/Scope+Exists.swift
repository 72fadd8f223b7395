/// Translates `EXISTS { ... }`.
extension Scope {
  /// Whether a pattern matches together with what is bound already.
  ///
  /// It is looked up for each row where tables find it by their keys. Otherwise all nodes for which
  /// it matches are gathered once, and those of each row looked up among them: going through a whole
  /// table for each row would take for ever.
  func exists(_ subpattern: Expression.Subpattern) throws(PatternError) -> Fragment {
    let outer = Set(subpattern.patterns.flatMap(\.nodes).map(\.variable.text))
      .filter { node($0) != nil }.sorted()
    let isLookedUp = outer.isEmpty || isIndexed(subpattern.patterns, from: Set(outer))
    let scope = try Scope(
      translation, patterns: subpattern.patterns, usage: Usage(of: subpattern), parent: self,
      rebound: isLookedUp ? [] : Set(outer))
    try scope.add(subpattern.patterns, where: subpattern.condition, isOptional: false)
    let rows = SourceLayout.sql(of: scope.clauses).replacing("\n", with: "\n    ")
    var aliases = scope.outerAliases
    var test = "EXISTS (SELECT 1 \(rows))"
    if !isLookedUp {
      let mine = outer.compactMap { node($0)?.id }
      let theirs = outer.compactMap { scope.node($0)?.id.sql }
      for node in mine { aliases.formUnion(node.aliases) }
      func pair(_ ids: [String]) -> String { ids.joined(separator: " || ' ' || ") }
      test = "\(pair(mine.map(\.sql))) IN (SELECT \(pair(theirs)) \(rows))"
      if mine.contains(where: \.canBeNull) { test = "coalesce(\(test), 0)" }
    }
    return Fragment(sql: test, type: .boolean, aliases: aliases, canBeNull: false)
  }

  /// The rows further out that this scope reads.
  private var outerAliases: Set<String> {
    let own = Set(clauses.flatMap { $0.items.map(\.alias) })
    let read = clauses.flatMap { $0.structure + $0.conditions }
    return read.reduce(into: Set<String>()) { $0.formUnion($1.aliases) }.subtracting(own)
  }

  /// Whether each edge is found by a key of its table, one after the other, from nodes bound before.
  private func isIndexed(_ patterns: [PathPattern], from bound: Set<String>) -> Bool {
    var bound = bound
    for pattern in patterns {
      for (left, step) in zip(pattern.nodes, pattern.steps) {
        let types = step.edge.types.compactMap { name in
          GraphCatalogue.edges.first { $0.name == name.text }
        }
        guard types.count == 1, step.edge.length == nil else { return false }
        let (leftIsBound, rightIsBound) = (
          bound.contains(left.variable.text), bound.contains(step.node.variable.text)
        )
        let bothEnds = types[0].source.isIndexed && types[0].target.isIndexed
        let isFound =
          switch step.edge.direction {
          case .right:
            leftIsBound && types[0].source.isIndexed
              || rightIsBound && types[0].target.isIndexed
          case .left:
            rightIsBound && types[0].source.isIndexed
              || leftIsBound && types[0].target.isIndexed
          case .either: !types[0].isDirected && (leftIsBound && rightIsBound || bothEnds)
          }
        guard isFound, leftIsBound || rightIsBound else { return false }
        bound.formUnion([left.variable.text, step.node.variable.text])
      }
    }
    return true
  }
}

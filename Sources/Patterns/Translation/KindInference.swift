/// Finds the kind of every node and the types of every edge, from labels, types and directions.
struct KindInference {
  /// A type of edge, and which of its ends stands on the left.
  struct Alternative: Equatable {
    var type: EdgeType
    var isForward: Bool

    var left: EdgeType.End { isForward ? type.source : type.target }
    var right: EdgeType.End { isForward ? type.target : type.source }
    /// The same edge, gone along the other way.
    var reversed: Alternative { Alternative(type: type, isForward: !isForward) }

    static func == (one: Alternative, other: Alternative) -> Bool {
      one.type.name == other.type.name && one.isForward == other.isForward
    }
  }

  /// The kinds that a node can have, by variable.
  private var candidates: [String: Set<String>]
  private var ranges: [String: Range<Int>] = [:]
  /// What an edge can be, by variable.
  private(set) var alternatives: [String: [Alternative]] = [:]

  /// Infers what it can.
  ///
  /// - Parameters:
  ///   - patterns: all patterns that share variables.
  ///   - known: kinds of nodes that are bound outside of them.
  /// - Throws: `unknown` for a label or a type, `unfit` where labels and edges contradict each other.
  init(_ patterns: [PathPattern], known: [String: String]) throws(PatternError) {
    candidates = known.mapValues { [$0] }
    for node in patterns.flatMap(\.nodes) {
      let kinds =
        try node.labels.map { labels throws(PatternError) in
          try Self.kinds(of: labels)
        } ?? Set(GraphCatalogue.nodes.map(\.name))
      ranges[node.variable.text] = ranges[node.variable.text] ?? node.range
      try restrict(node.variable.text, to: kinds, at: node.range)
    }
    for step in patterns.flatMap(\.steps) {
      alternatives[step.edge.variable.text] = try Self.alternatives(of: step.edge)
    }
    while try propagate(patterns) {}
    for pattern in patterns {
      for step in pattern.steps where step.edge.types.isEmpty { preferSeen(step.edge) }
    }
    while try propagate(patterns) {}
  }

  /// The kind of a node.
  func kind(of variable: String) throws(PatternError) -> NodeKind {
    let names = candidates[variable] ?? []
    guard names.count == 1, let kind = names.first.flatMap(GraphCatalogue.node(named:)) else {
      let known = GraphCatalogue.nodes.map(\.name).filter(names.contains)
      throw PatternError(
        .unfit(
          "what is this node? Give it a label, such as (n:account); it can be: "
            + known.joined(separator: ", ")), at: ranges[variable] ?? 0..<0)
    }
    return kind
  }

  private mutating func restrict(
    _ variable: String, to kinds: Set<String>, at range: Range<Int>
  ) throws(PatternError) {
    let before = candidates[variable] ?? Set(GraphCatalogue.nodes.map(\.name))
    let after = before.intersection(kinds)
    guard !after.isEmpty else {
      throw PatternError(
        .unfit(
          kinds.isEmpty
            ? "no node has these labels together"
            : "no node is both \(Self.list(before)) and \(Self.list(kinds))"), at: range)
    }
    candidates[variable] = after
  }

  /// Lets edges restrict nodes and nodes edges; tells whether anything changed.
  private mutating func propagate(_ patterns: [PathPattern]) throws(PatternError) -> Bool {
    var changed = false
    for pattern in patterns {
      for (left, step) in zip(pattern.nodes, pattern.steps) {
        let before = alternatives[step.edge.variable.text] ?? []
        let (leftName, rightName) = (left.variable.text, step.node.variable.text)
        let leftKinds = candidates[leftName] ?? []
        let rightKinds = candidates[rightName] ?? []
        let fitting = before.filter {
          leftKinds.contains($0.left.kind) && rightKinds.contains($0.right.kind)
        }
        guard !fitting.isEmpty else {
          throw Self.misfit(step.edge, before, from: leftKinds, to: rightKinds)
        }
        alternatives[step.edge.variable.text] = fitting
        if step.edge.length?.contains(0) == true {
          let both = leftKinds.intersection(rightKinds)
          try restrict(leftName, to: both, at: step.edge.range)
        }
        try restrict(leftName, to: Set(fitting.map(\.left.kind)), at: step.edge.range)
        try restrict(rightName, to: Set(fitting.map(\.right.kind)), at: step.edge.range)
        changed =
          changed || fitting != before || candidates[leftName] != leftKinds
          || candidates[rightName] != rightKinds
      }
    }
    return changed
  }

  /// An edge of any type is one that a platform sees, if there is such a one.
  private mutating func preferSeen(_ edge: EdgePattern) {
    let seen = alternatives[edge.variable.text]?.filter { !$0.type.isTruth } ?? []
    if !seen.isEmpty { alternatives[edge.variable.text] = seen }
  }

  private static func alternatives(
    of edge: EdgePattern
  ) throws(PatternError) -> [Alternative] {
    var found: [Alternative] = []
    for type in try types(of: edge) {
      if edge.direction != .either, !type.isDirected {
        guard edge.types.isEmpty else {
          throw PatternError(
            .unfit("\(type.name) has no direction; write -[:\(type.name)]-"), at: edge.range)
        }
        continue
      }
      if edge.direction != .left { found.append(Alternative(type: type, isForward: true)) }
      if edge.direction != .right { found.append(Alternative(type: type, isForward: false)) }
    }
    return found
  }

  private static func types(of edge: EdgePattern) throws(PatternError) -> [EdgeType] {
    if edge.types.isEmpty { return GraphCatalogue.edges }
    var types: [EdgeType] = []
    for name in edge.types where !types.contains(where: { $0.name == name.text }) {
      guard let type = GraphCatalogue.edges.first(where: { $0.name == name.text }) else {
        throw PatternError(
          .unknown(
            noun: "type of edge", name: name.text, known: GraphCatalogue.edges.map(\.name)),
          at: name.range)
      }
      types.append(type)
    }
    return types
  }

  /// The kinds of nodes that can have such labels, or can be without them.
  private static func kinds(
    of labels: LabelExpression, negated: Bool = false
  ) throws(PatternError) -> Set<String> {
    func both(
      _ left: LabelExpression, _ right: LabelExpression
    ) throws(PatternError) -> (Set<String>, Set<String>) {
      (try kinds(of: left, negated: negated), try kinds(of: right, negated: negated))
    }
    switch labels {
    case .label(let name):
      guard let kind = GraphCatalogue.nodes.first(where: { $0.labelNames.contains(name.text) })
      else {
        throw PatternError(
          .unknown(
            noun: "label", name: name.text, known: GraphCatalogue.nodes.flatMap(\.labelNames)),
          at: name.range)
      }
      // What is no child is an account all the same.
      guard negated, name.text == kind.name else { return [kind.name] }
      return Set(GraphCatalogue.nodes.map(\.name)).subtracting([kind.name])
    case .not(let inner): return try kinds(of: inner, negated: !negated)
    case .and(let left, let right):
      let (one, other) = try both(left, right)
      return negated ? one.union(other) : one.intersection(other)
    case .or(let left, let right):
      let (one, other) = try both(left, right)
      return negated ? one.intersection(other) : one.union(other)
    }
  }

  private static func misfit(
    _ edge: EdgePattern, _ before: [Alternative], from left: Set<String>, to right: Set<String>
  ) -> PatternError {
    let leads = before.map {
      $0.type.isDirected
        ? "\($0.type.name) leads from \($0.type.source.kind) to \($0.type.target.kind)"
        : "\($0.type.name) is between \($0.type.source.kind)s"
    }
    let known =
      leads.isEmpty || edge.types.isEmpty ? "" : "; " + Set(leads).sorted().joined(separator: ", ")
    return PatternError(
      .unfit("no such edge leads from \(list(left)) to \(list(right))\(known)"), at: edge.range)
  }

  private static func list(_ kinds: Set<String>) -> String {
    kinds.count == GraphCatalogue.nodes.count
      ? "any node" : kinds.sorted().joined(separator: " or ")
  }
}

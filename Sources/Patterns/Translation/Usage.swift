/// What of its variables a query reads: a node of which only the id is read needs no table.
struct Usage {
  /// The properties read, by variable.
  private(set) var properties: [String: Set<String>] = [:]
  /// Variables whose labels are read.
  private(set) var labelled: Set<String> = []

  init(of query: Query) {
    for clause in query.matches {
      add(clause.patterns)
      if let condition = clause.condition { add(condition) }
    }
    for item in query.result.items { add(item.value) }
    for order in query.result.order { add(order.value) }
  }

  init(of subpattern: Expression.Subpattern) {
    add(subpattern.patterns)
    if let condition = subpattern.condition { add(condition) }
  }

  /// Whether the row of a node is read, rather than its id alone.
  func readsRow(of variable: String, kind: NodeKind) -> Bool {
    labelled.contains(variable) || properties[variable].map { !$0.isSubset(of: ["id"]) } ?? false
  }

  private mutating func add(_ patterns: [PathPattern]) {
    for pattern in patterns {
      for node in pattern.nodes {
        let name = node.variable.text
        if let labels = node.labels, labels != node.labels?.kindAlone { labelled.insert(name) }
        add(node.properties, of: name)
        if let condition = node.condition { add(condition) }
      }
      for step in pattern.steps {
        add(step.edge.properties, of: step.edge.variable.text)
        if let condition = step.edge.condition { add(condition) }
      }
    }
  }

  private mutating func add(_ patterns: [PropertyPattern], of variable: String) {
    for pattern in patterns {
      properties[variable, default: []].insert(pattern.name.text)
      add(pattern.value)
    }
  }

  private mutating func add(_ value: Expression) {
    switch value.form {
    case .property(let variable, let name):
      properties[variable.text, default: []].insert(name.text)
    case .labelled(let variable, _): labelled.insert(variable.text)
    case .call(let function, let values, _, _) where function.text.lowercased() == "labels":
      if case .variable(let name)? = values.first?.form { labelled.insert(name) }
    case .exists(let subpattern): add(subpattern.patterns)
    default: break
    }
    for child in value.form.children { add(child) }
  }
}

extension LabelExpression {
  /// Itself if it is one label that all nodes of a kind have.
  fileprivate var kindAlone: LabelExpression? {
    if case .label(let name) = self, GraphCatalogue.node(named: name.text) != nil {
      self
    } else {
      nil
    }
  }
}

/// Translates what begins with a name: variables, properties, labels, functions.
extension Scope {
  /// A call of a function.
  struct Call {
    var name: Name
    var values: [Expression]
    var isDistinct: Bool
    var isStar: Bool
  }

  func variable(_ name: Name) throws(PatternError) -> Fragment {
    switch try bound(name) {
    case .node(let node): return node.id
    case .edge(let edge): return edge.identity
    case .walk(let walk): return try list(of: [.walk(walk)], name)
    case .path(let path): return try list(of: path.edges, name)
    }
  }

  func property(_ name: Name, of variable: Name) throws(PatternError) -> Fragment {
    switch try bound(variable) {
    case .node(let node):
      guard let property = node.kind.property(named: name.text) else {
        throw unknown(name, of: node.kind.name, node.kind.properties)
      }
      if name.text == "id" {
        var id = node.id
        id.type = property.type
        return id
      }
      return Fragment(
        sql: property.sql.filled(row: node.row ?? "", at: translation.at), type: property.type,
        aliases: node.aliases, isWhole: true)
    case .edge(let edge):
      let types = edge.alternatives.map(\.type)
      guard let property = types.lazy.compactMap({ $0.property(named: name.text) }).first else {
        throw unknown(name, of: types[0].name, types.flatMap(\.properties))
      }
      let own = property.sql == "$e.\(property.name)"
      let row = property.sql.filled(row: edge.alias, at: translation.at)
      let sql =
        !edge.isRow ? "\(edge.alias).\(name.text.quotedName)" : own ? row : edge.ifMatched(row)
      return Fragment(sql: sql, type: property.type, aliases: [edge.alias], isWhole: true)
    case .walk, .path:
      throw PatternError(
        .unfit(
          "\(variable.text) stands for several edges, which have no property together; a property "
            + "that each must have stands in the pattern, such as [\(variable.text):requested*1..2 "
            + "{outcome: 'accepted'}]"), at: variable.range)
    }
  }

  func labelled(_ variable: Name, _ labels: LabelExpression) throws(PatternError) -> Fragment {
    guard case .node(let node) = try bound(variable) else {
      throw PatternError(
        .unfit("\(variable.text) is no node, and nodes alone have labels"), at: variable.range)
    }
    let test = try labelTest(labels, of: node)?.sql ?? "1"
    let known = "(\(test)) IS TRUE"
    return Fragment(
      sql: node.isOptional ? "iif(\(node.key[0]) IS NULL, NULL, \(known))" : "(\(known))",
      type: .boolean, aliases: node.aliases, canBeNull: node.isOptional, isWhole: true)
  }

  private func bound(_ name: Name) throws(PatternError) -> Binding {
    guard let binding = binding(of: name.text) else {
      throw PatternError(
        .unknown(noun: "variable", name: name.text, known: names), at: name.range)
    }
    return binding
  }

  private func unknown(
    _ name: Name, of owner: String, _ properties: [Property]
  ) -> PatternError {
    PatternError(
      .unknown(noun: "property of \(owner)", name: name.text, known: properties.map(\.name)),
      at: name.range)
  }

  // MARK: Paths

  /// The edges of a path, one after the other.
  private func list(of edges: [Binding], _ name: Name) throws(PatternError) -> Fragment {
    var parts: [Fragment] = []
    for edge in edges {
      switch edge {
      case .walk(let walk) where walk.isShortest:
        throw PatternError(
          .unsupported(
            "the edges of a shortest path", advice: "length(\(name.text)) says how many they are"),
          at: name.range)
      case .walk(let walk):
        parts.append(
          Fragment(sql: "\(walk.alias).edges", type: .text, aliases: [walk.alias], isWhole: true))
      case .edge(let edge):
        parts.append(.whole([edge.identity], type: .text) { "',' || \($0[0])" })
      default: break
      }
    }
    return .operation(parts, type: .list(.edge)) {
      $0.isEmpty ? "'[]'" : "'[' || substr(\($0.joined(separator: " || ")), 2) || ']'"
    }
  }

  private func length(of edges: [Binding]) -> Fragment {
    var fixed = 0
    var parts: [Fragment] = []
    for edge in edges {
      switch edge {
      case .walk(let walk): parts.append(walk.length)
      case .edge(let edge) where edge.isOptional:
        parts.append(.whole([edge.identity], type: .integer) { _ in edge.ifMatched("1") })
      default: fixed += 1
      }
    }
    return .whole(parts, type: .integer) { sql in
      let terms = sql + (fixed > 0 || sql.isEmpty ? ["\(fixed)"] : [])
      return terms.count == 1 ? terms[0] : "(\(terms.joined(separator: " + ")))"
    }
  }

  // MARK: Functions

  func call(
    _ call: Call, at range: Range<Int>, aggregates: Bool
  ) throws(PatternError) -> Fragment {
    if let special = try specialCall(call, at: range) { return special }
    guard let function = FunctionCatalogue.function(named: call.name.text) else {
      throw PatternError(
        .unknown(
          noun: "function", name: call.name.text,
          known: FunctionCatalogue.all.map(\.name) + ["labels"]), at: call.name.range)
    }
    guard !function.isAggregate || aggregates else {
      throw PatternError(
        .unfit(
          "\(function.name)(...) counts over many matches and stands in RETURN, in no other "
            + "aggregate"), at: range)
    }
    if call.isStar {
      guard function.name == "count" else {
        throw PatternError(
          .unexpected(found: "\"*\"", expected: function.signature), at: range)
      }
      return Fragment(
        sql: "count(*)", type: .integer, isAggregate: true, canBeNull: false, isWhole: true)
    }
    guard function.takesCount(call.values.count), !call.isDistinct || function.isAggregate else {
      throw PatternError(
        .unexpected(found: "\(call.values.count) values", expected: function.signature), at: range)
    }
    var values: [Fragment] = []
    for (index, expression) in call.values.enumerated() {
      let value = try value(expression, aggregates: aggregates && !function.isAggregate)
      if let parameter = function.parameter(index), !parameter.accepts(value.type) {
        throw PatternError(
          .mistyped(place: function.signature, expected: parameter.words, found: value.type.words),
          at: expression.range)
      }
      values.append(value)
    }
    if function.isVariadic { _ = try common(values, function.signature, at: range) }
    let given = values.map(\.type)
    var result = Fragment.whole(values, type: function.gives(given)) { sql in
      function.sql(
        call.isDistinct ? sql.map { "DISTINCT \($0)" } : sql,
        function.readsTime ? self.translation.at() : "")
    }
    result.isAggregate = result.isAggregate || function.isAggregate
    result.canBeNull = !function.isNeverNull
    return result
  }

  /// Functions that look at what a variable stands for, and not at its value.
  private func specialCall(_ call: Call, at range: Range<Int>) throws(PatternError) -> Fragment? {
    guard call.values.count == 1, case .variable(let text) = call.values[0].form else { return nil }
    let name = Name(text: text, range: call.values[0].range)
    switch (call.name.text.lowercased(), try bound(name)) {
    case ("length", .path(let path)), ("size", .path(let path)): return length(of: path.edges)
    case ("length", .walk(let walk)), ("size", .walk(let walk)): return walk.length
    case ("labels", .node(let node)): return labels(of: node)
    case ("labels", let other):
      throw PatternError(
        .mistyped(place: "labels(node)", expected: "a node", found: other.noun), at: name.range)
    case ("type", .edge(let edge)) where edge.isRow:
      let type = Fragment(
        sql: translation.bind(.text(edge.alternatives[0].type.name)), type: .text,
        aliases: [edge.alias], canBeNull: edge.isOptional, isWhole: true)
      return .whole([type], type: .text) { edge.ifMatched($0[0]) }
    default: return nil
    }
  }

  /// The labels that a platform could give a node.
  private func labels(of node: NodeBinding) -> Fragment {
    let others = node.kind.labels.filter { !$0.isTruth }.map { label in
      let test = label.condition.filled(row: node.row ?? "", at: translation.at)
      return " || iif(\(test), ',\"\(label.name)\"', '')"
    }
    let list = "('[\"\(node.kind.name)\"'\(others.joined()) || ']')"
    return Fragment(
      sql: node.isOptional ? "iif(\(node.key[0]) IS NULL, NULL, \(list))" : list,
      type: .list(.text), aliases: node.aliases, canBeNull: node.isOptional, isWhole: true)
  }
}

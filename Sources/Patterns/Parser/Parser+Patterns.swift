/// Patterns: paths, nodes, edges, labels.
extension Parser {
  mutating func pathPattern() throws(PatternError) -> PathPattern {
    let start = next
    var name: Name?
    if isVariable, token(after: 1).kind == .sign("=") {
      name = try variable("a path's variable")
      advance()
    }
    try refusePathModes()
    let isFunction = next.keyword == "SHORTESTPATH"
    var isShortest = isFunction
    if isFunction {
      advance()
      try expect(sign: "(")
    } else if next.keyword == "ANY", token(after: 1).keyword == "SHORTEST" {
      advance()
      advance()
      isShortest = true
    }
    var pattern = try chain(from: start)
    if isFunction { try expect(sign: ")") }
    pattern.variable = name
    pattern.isShortest = isShortest
    pattern.range = range(from: start)
    if isShortest, pattern.steps.count != 1 || pattern.steps[0].edge.length == nil {
      throw PatternError(
        .unfit(
          "a shortest path goes along one edge with bounds, such as "
            + "shortestPath((a)-[:friend*..6]-(b))"), at: pattern.range)
    }
    return pattern
  }

  private func refusePathModes() throws(PatternError) {
    for word in ["ALL", "WALK", "TRAIL", "ACYCLIC", "SIMPLE", "SHORTEST", "ALLSHORTESTPATHS"]
    where next.keyword == word && token(after: 1).kind != .sign(")") {
      throw unsupported(
        next.words, "a path repeats no edge; one shortest is shortestPath((a)-[...]-(b))")
    }
  }

  private mutating func chain(from start: Token) throws(PatternError) -> PathPattern {
    var pattern = PathPattern(
      isShortest: false, start: try node(), steps: [], range: start.range)
    while next.kind == .sign("-") || next.kind == .sign("<") || next.kind == .sign("~") {
      let edge = try edge()
      pattern.steps.append(.init(edge: edge, node: try node()))
    }
    pattern.range = range(from: start)
    return pattern
  }

  private mutating func node() throws(PatternError) -> NodePattern {
    try countElement()
    let start = next
    try expect(sign: "(", "a node, such as (a:account)")
    if next.kind == .sign("(") { throw unsupported("a path in parentheses", "write it without") }
    let name = isVariable ? try variable("a variable") : anonymousName(at: start)
    let labels = accept(sign: ":") ? try labelExpression() : nil
    let properties = try propertyMap()
    let condition = accept(keyword: "WHERE") ? try expression() : nil
    try expect(sign: ")", "\")\", a label or a property map")
    return NodePattern(
      variable: name, isAnonymous: name.text.first == " ", labels: labels, properties: properties,
      condition: condition, range: range(from: start))
  }

  private mutating func edge() throws(PatternError) -> EdgePattern {
    try countElement()
    let start = next
    if next.kind == .sign("~") { throw unsupported("~[...]~", "write -[...]-") }
    let isLeft = accept(sign: "<")
    try expect(sign: "-")
    var edge = EdgePattern(
      variable: anonymousName(at: start), isAnonymous: true, types: [], properties: [],
      direction: .either, range: start.range)
    if accept(sign: "[") {
      if isVariable {
        edge.variable = try variable("a variable")
        edge.isAnonymous = false
      }
      if accept(sign: ":") { edge.types = try edgeTypes() }
      if accept(sign: "*") { edge.length = try starLength(from: start) }
      edge.properties = try propertyMap()
      edge.condition = accept(keyword: "WHERE") ? try expression() : nil
      try expect(sign: "]", "\"]\", a type, a length or a property map")
    }
    try expect(sign: "-", "\"-\" or \"->\" after an edge")
    let isRight = accept(sign: ">")
    if isLeft != isRight { edge.direction = isLeft ? .left : .right }
    if next.kind == .sign("{") { edge.length = try quantifier() }
    if next.kind == .sign("+") || next.kind == .sign("*") {
      throw unsupported(
        "\(next.words) after an edge", "say how many at most, such as {1,3} or *1..3")
    }
    edge.range = range(from: start)
    return edge
  }

  private mutating func edgeTypes() throws(PatternError) -> [Name] {
    var types: [Name] = []
    repeat {
      _ = accept(sign: ":")
      if next.kind == .sign("!") || next.kind == .sign("%") {
        throw unsupported("\(next.words) among edge types", "name the types that may be")
      }
      types.append(try anyName("the type of an edge"))
    } while accept(sign: "|")
    if next.kind == .sign("&") { throw unsupported("& between edge types", "an edge has one type") }
    return types
  }

  /// What follows the star: `3`, `1..3`, `..3`.
  private mutating func starLength(from start: Token) throws(PatternError) -> ClosedRange<Int> {
    let low = wholeNumber()
    if !accept(sign: "..") {
      if let low { return try length(low, low, from: start) }
    } else if let high = wholeNumber() {
      return try length(low ?? 1, high, from: start)
    }
    throw PatternError(
      .unsupported(
        "a path without an upper bound", advice: "say how many edges at most, such as *1..3"),
      at: range(from: start))
  }

  /// `{3}`, `{1,3}` or `{,3}` after an edge.
  private mutating func quantifier() throws(PatternError) -> ClosedRange<Int> {
    let start = next
    advance()
    let low = wholeNumber()
    let hasComma = accept(sign: ",")
    let high = hasComma ? wholeNumber() : low
    try expect(sign: "}", "how many edges, such as {1,3}")
    guard let high else {
      throw PatternError(
        .unsupported(
          "a path without an upper bound", advice: "say how many edges at most, such as {1,3}"),
        at: range(from: start))
    }
    return try length(low ?? 0, high, from: start)
  }

  private mutating func wholeNumber() -> Int? {
    guard case .integer(let number) = next.kind else { return nil }
    advance()
    return Int(number)
  }

  private func length(
    _ low: Int, _ high: Int, from start: Token
  ) throws(PatternError) -> ClosedRange<Int> {
    guard low <= high, high > 0 else {
      throw PatternError(
        .unfit("found \(low) to \(high) edges, expected a range such as 1 to 3"),
        at: range(from: start))
    }
    guard high <= Limit.shortestLength else {
      throw PatternError(
        .tooLarge(what: "the path has up to \(high) edges", limit: Limit.shortestLength),
        at: range(from: start))
    }
    return low...high
  }

  private mutating func propertyMap() throws(PatternError) -> [PropertyPattern] {
    guard accept(sign: "{") else { return [] }
    var properties: [PropertyPattern] = []
    if accept(sign: "}") { return [] }
    repeat {
      let name = try anyName("the name of a property")
      try expect(sign: ":")
      properties.append(PropertyPattern(name: name, value: try expression()))
    } while accept(sign: ",")
    try expect(sign: "}")
    return properties
  }

  /// Labels: `a`, `a&b`, `a:b` (both), `a|b` (either), `!a`, parentheses.
  mutating func labelExpression() throws(PatternError) -> LabelExpression {
    var labels = try labelTerm()
    while accept(sign: "|") { labels = .or(labels, try labelTerm()) }
    return labels
  }

  private mutating func labelTerm() throws(PatternError) -> LabelExpression {
    var labels = try labelFactor()
    while accept(sign: "&") || accept(sign: ":") { labels = .and(labels, try labelFactor()) }
    return labels
  }

  private mutating func labelFactor() throws(PatternError) -> LabelExpression {
    try countElement()
    if accept(sign: "!") {
      return .not(try nested { parser throws(PatternError) in try parser.labelFactor() })
    }
    if accept(sign: "(") {
      let labels = try nested { parser throws(PatternError) in try parser.labelExpression() }
      try expect(sign: ")")
      return labels
    }
    return .label(try anyName("a label"))
  }
}

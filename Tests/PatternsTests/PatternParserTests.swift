import Testing

@testable import Patterns

@Suite("Pattern parser")
struct PatternParserTests {
  private func pattern(_ text: String) throws -> PathPattern {
    try Parser.query("MATCH \(text) RETURN 1").matches[0].patterns[0]
  }

  /// A value with all its parentheses.
  private func shape(_ value: String) throws -> String {
    try Parser.query("MATCH (a) RETURN \(value)").result.items[0].value.shape
  }

  @Test("reads a chain of nodes and edges with labels, types, properties and directions")
  func chain() throws {
    let read = try pattern("(a:adult&groomer)-[r:requested|follows {sent: 1}]->(c:child)<--(b)")
    #expect(read.nodes.map(\.variable.text) == ["a", "c", "b"])
    #expect(read.steps.map(\.edge.direction) == [.right, .left])
    #expect(read.steps[0].edge.types.map(\.text) == ["requested", "follows"])
    #expect(read.steps[0].edge.properties.map(\.name.text) == ["sent"])
    let name = { (text: String) in LabelExpression.label(Name(text: text, range: 0..<0)) }
    #expect(read.start.labels == .and(name("adult"), name("groomer")))
  }

  @Test("keywords may be in any case, and a name in backticks is never one")
  func keywords() throws {
    let read = try Parser.query("match (`match`:account) where TRUE return `match` as N limit 1")
    #expect(read.matches[0].patterns[0].start.variable.text == "match")
    #expect(read.result.items[0].name == "N")
  }

  @Test(
    "a path's length stands after a star or in braces",
    arguments: [
      ("-[:friend*1..3]-", 1...3), ("-[:friend*..3]-", 1...3), ("-[*2]->", 2...2),
      ("-[:friend]-{1,3}", 1...3), ("-[:friend]-{2}", 2...2), ("-[:friend]-{,3}", 0...3),
      ("-[*0..1]-", 0...1),
    ])
  func lengths(edge: String, length: ClosedRange<Int>) throws {
    #expect(try pattern("(a)\(edge)(b)").steps[0].edge.length == length)
  }

  @Test("a shortest path has the form of either language")
  func shortest() throws {
    let cypher = try pattern("p = shortestPath((a)-[:friend*..6]-(b))")
    let gql = try pattern("p = ANY SHORTEST (a)-[:friend]-{1,6}(b)")
    #expect(cypher.isShortest && gql.isShortest)
    #expect(cypher.variable == gql.variable)
    #expect(cypher.steps[0].edge.length == gql.steps[0].edge.length)
  }

  @Test(
    "operators bind as in openCypher",
    arguments: [
      ("1 + 2 * 3", "(1 + (2 * 3))"), ("(1 + 2) * 3", "((1 + 2) * 3)"),
      ("1 - 2 - 3", "((1 - 2) - 3)"), ("-1 % 2", "(-1 % 2)"),
      ("true OR false AND NOT true", "(true OR (false AND NOT true))"),
      ("true XOR true OR false", "((true XOR true) OR false)"),
      ("NOT 1 = 2", "NOT (1 = 2)"), ("1 < 2 <= 3", "((1 < 2) AND (2 <= 3))"),
      ("a.x IS NOT NULL AND true", "(a.x IS NOT NULL AND true)"),
      ("1 + 2 IN [3, 4]", "(1 + 2) IN [3, 4]"),
      ("a.name STARTS WITH 'x' + 'y'", "(a.name STARTS WITH ('x' + 'y'))"),
      ("CASE a.x WHEN 1 THEN 2 ELSE 3 END", "CASE (a.x = 1): 2 ELSE 3"),
      ("count(DISTINCT a)", "count(DISTINCT a)"), ("count(*)", "count(*)"),
      ("a:child|!adult", "a:(child|!adult)"),
    ])
  func precedence(text: String, shape: String) throws {
    #expect(try self.shape(text) == shape)
  }

  @Test("texts may be in either quotes, with the quote doubled or after a backslash")
  func texts() throws {
    #expect(try shape(#"'it''s'"#) == "'it's'")
    #expect(try shape(#""it\"s""#) == #"'it"s'"#)
  }

  @Test("numbers, comments and parameters are told from each other")
  func tokens() throws {
    #expect(try shape("1.5e3 /* one */ + .5 // two\n + $n") == "((1500.0 + 0.5) + $n)")
  }

  @Test("a comment's end has a star of its own")
  func comments() throws {
    #expect(try shape("1 /*/ + 2 */ + 3") == "(1 + 3)")
    #expect(throws: PatternError.self) { try shape("1 /*/ + 2") }
  }

  @Test(
    "a value on the command line is a number only in decimal",
    arguments: [
      ("12", PatternValue.integer(12)), ("-1.5e3", .real(-1_500)), ("0x1F", .text("0x1F")),
      ("1p3", .text("1p3")), ("inf", .text("inf")), ("-", .text("-")), ("", .text("")),
    ])
  func parameters(text: String, value: PatternValue) {
    #expect(PatternValue(parsing: text) == value)
  }

  @Test("a pattern among conditions is one that exists")
  func bareExists() throws {
    let query = try Parser.query(
      "MATCH (a), (b) WHERE NOT (a)-[:friend]-(b) AND (a.x) - 1 > 0 RETURN a")
    let condition = try #require(query.matches[0].condition)
    #expect(condition.shape == "(NOT EXISTS(a, b) AND ((a.x - 1) > 0))")
    #expect(try shape("(a:child OR (a)-[:friend]-(b))") == "(a:child OR EXISTS(a, b))")
    #expect(try shape("(a:!(child|adult))--(b) OR (a:child)") == "(EXISTS(a, b) OR a:child)")
    #expect(try shape("(a:child {id: 1})--(b)") == "EXISTS(a, b)")
  }
}

extension Expression {
  /// The value as text with all its parentheses.
  fileprivate var shape: String {
    switch form {
    case .literal(.null): "null"
    case .literal(.integer(let number)): "\(number)"
    case .literal(.real(let number)): "\(number)"
    case .literal(.boolean(let isTrue)): "\(isTrue)"
    case .literal(.text(let text)): "'\(text)'"
    case .parameter(let name): "$\(name)"
    case .variable(let name): name
    case .property(let variable, let name): "\(variable.text).\(name.text)"
    case .labelled(let variable, let labels): "\(variable.text):\(labels.shape)"
    case .list(let values): "[\(values.map(\.shape).joined(separator: ", "))]"
    case .call(let name, let values, let isDistinct, let isStar):
      "\(name.text)(\(isDistinct ? "DISTINCT " : "")\(isStar ? "*" : "")"
        + values.map(\.shape).joined(separator: ", ") + ")"
    case .not(let value): "NOT \(value.shape)"
    case .negative(let value): "-\(value.shape)"
    case .binary(let sign, let left, let right):
      "(\(left.shape) \(sign.rawValue) \(right.shape))"
    case .isNull(let value, let negated): "\(value.shape) IS \(negated ? "NOT " : "")NULL"
    case .among(let value, let list): "\(value.shape) IN \(list.shape)"
    case .cases(let cases, let otherwise):
      "CASE " + cases.map { "\($0.condition.shape): \($0.value.shape)" }.joined(separator: ", ")
        + (otherwise.map { " ELSE \($0.shape)" } ?? "")
    case .exists(let subpattern):
      "EXISTS("
        + subpattern.patterns.flatMap(\.nodes).map(\.variable.text).joined(separator: ", ") + ")"
    }
  }
}

extension LabelExpression {
  fileprivate var shape: String {
    switch self {
    case .label(let name): name.text
    case .not(let inner): "!\(inner.shape)"
    case .and(let left, let right): "(\(left.shape)&\(right.shape))"
    case .or(let left, let right): "(\(left.shape)|\(right.shape))"
    }
  }
}

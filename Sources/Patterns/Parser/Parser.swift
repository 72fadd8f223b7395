/// Reads a query by recursive descent: one function for each rule of the grammar.
struct Parser {
  /// What one query may hold at most; SQLite has limits of its own beyond these.
  enum Limit {
    static let tokens = 10_000
    static let height = 100
    /// Nodes and edges.
    static let elements = 24
    static let columns = 100
    /// Edges of a path of many, and of a shortest path.
    static let pathLength = 10
    static let shortestLength = 30
  }

  private let tokens: [Token]
  private var position = 0
  /// How many parentheses, brackets and signs are open.
  private var depth = 0
  private var elements = 0
  /// The query, of which columns without a name take theirs.
  let text: [Character]

  private init(_ query: String) throws(PatternError) {
    tokens = try Lexer.tokens(of: query)
    text = Array(query)
    if tokens.count > Limit.tokens, let last = tokens.last {
      throw PatternError(
        .tooLarge(what: "the query has \(tokens.count) words and signs", limit: Limit.tokens),
        at: last.range)
    }
  }

  /// Reads a whole query.
  static func query(_ text: String) throws(PatternError) -> Query {
    var parser = try Parser(text)
    return try parser.query()
  }

  // MARK: Tokens

  var next: Token { tokens[position] }

  func token(after count: Int) -> Token { tokens[min(position + count, tokens.count - 1)] }

  mutating func advance() { position = min(position + 1, tokens.count - 1) }

  /// Where what began at a token has ended.
  func range(from start: Token) -> Range<Int> {
    let end = position > 0 ? tokens[position - 1].range.upperBound : 0
    return start.range.lowerBound..<max(start.range.lowerBound, end)
  }

  mutating func accept(sign: String) -> Bool {
    guard next.kind == .sign(sign) else { return false }
    advance()
    return true
  }

  mutating func accept(keyword: String) -> Bool {
    guard next.keyword == keyword else { return false }
    advance()
    return true
  }

  mutating func expect(sign: String, _ expected: String? = nil) throws(PatternError) {
    guard accept(sign: sign) else { throw unexpected(expected ?? "\"\(sign)\"") }
  }

  mutating func expect(keyword: String) throws(PatternError) {
    guard accept(keyword: keyword) else { throw unexpected(keyword) }
  }

  /// The error that something else was expected of the next token; a clause is refused by name.
  func unexpected(_ expected: String) -> PatternError {
    if let keyword = next.keyword, let advice = Refusals.clauses[keyword] {
      return PatternError(.unsupported(keyword, advice: advice), at: next.range)
    }
    return PatternError(.unexpected(found: next.words, expected: expected), at: next.range)
  }

  func unsupported(_ what: String, _ advice: String) -> PatternError {
    PatternError(.unsupported(what, advice: advice), at: next.range)
  }

  /// Takes a name of any kind, a keyword too, as follows a point or a colon.
  mutating func anyName(_ expected: String) throws(PatternError) -> Name {
    guard case .word(let text, _) = next.kind else { throw unexpected(expected) }
    defer { advance() }
    return Name(text: text, range: next.range)
  }

  /// Takes the name of a variable.
  mutating func variable(_ expected: String) throws(PatternError) -> Name {
    if let keyword = next.keyword, Refusals.reserved.contains(keyword) {
      throw unexpected("\(expected) (a keyword can be one in backticks: `\(keyword.lowercased())`)")
    }
    return try anyName(expected)
  }

  /// Whether the next token can be the name of a variable.
  var isVariable: Bool {
    guard case .word = next.kind else { return false }
    return next.keyword.map { !Refusals.reserved.contains($0) } ?? true
  }

  // MARK: Limits

  /// Reads something nested, unless too much is open.
  mutating func nested<Result>(
    _ read: (inout Parser) throws(PatternError) -> Result
  ) throws(PatternError) -> Result {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Limit.height else {
      throw PatternError(
        .tooLarge(what: "parentheses and signs are nested deeper", limit: Limit.height),
        at: next.range)
    }
    return try read(&self)
  }

  /// Makes an expression, unless it is nested too deep.
  ///
  /// It changes nothing, but is marked so that what it is handed is read before.
  mutating func make(_ form: Expression.Form, from start: Token) throws(PatternError) -> Expression
  {
    let made = Expression(form, at: range(from: start))
    guard made.height <= Limit.height else {
      throw PatternError(
        .tooLarge(what: "one operator follows the other too often", limit: Limit.height),
        at: made.range)
    }
    return made
  }

  /// A name that no query can write, and no other token gives.
  func anonymousName(at token: Token) -> Name {
    Name(text: " \(position)", range: token.range)
  }

  /// Counts a node, an edge or a label.
  mutating func countElement() throws(PatternError) {
    elements += 1
    guard elements <= Limit.elements else {
      throw PatternError(
        .tooLarge(
          what: "this is one node, edge or label more than a query takes", limit: Limit.elements),
        at: next.range)
    }
  }
}

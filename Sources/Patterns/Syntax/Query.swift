/// A query as it is written: what to match, and what to return.
struct Query: Equatable, Sendable {
  var matches: [MatchClause]
  var result: ReturnClause
}

/// `MATCH` or `OPTIONAL MATCH`, with its condition.
struct MatchClause: Equatable, Sendable {
  var isOptional: Bool
  var patterns: [PathPattern]
  var condition: Expression?
}

/// `RETURN` with everything that follows it.
struct ReturnClause: Equatable, Sendable {
  /// One column of the answer.
  struct Item: Equatable, Sendable {
    var value: Expression
    /// The name after `AS`, or the item as it is written.
    var name: String
    /// Whether the name was given.
    var isNamed: Bool
  }

  /// What to order by.
  struct Order: Equatable, Sendable {
    var value: Expression
    var isDescending: Bool
  }

  var isDistinct = false
  /// Empty for `RETURN *`.
  var items: [Item] = []
  var order: [Order] = []
  var skip: Expression?
  var limit: Expression?
  /// Where the clause begins.
  var range: Range<Int>
}

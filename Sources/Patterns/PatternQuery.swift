public import Vocabulary

/// A query in the read-only core of openCypher and GQL, parsed.
///
/// For example `MATCH (a:adult)-[:requested]->(c:child) RETURN a, count(*) AS n ORDER BY n DESC`.
public struct PatternQuery: Sendable {
  /// The query as it was written.
  public let text: String
  private let query: Query

  /// Parses a query.
  ///
  /// - Parameter text: one query.
  /// - Throws: what cannot be read or is not supported, and where it stands.
  /// - Complexity: linear in the length of the text.
  public init(_ text: String) throws(PatternError) {
    self.text = text
    query = try Parser.query(text)
  }

  /// The query as one SELECT of SQLite.
  ///
  /// Values of the query are bound to it and never a part of it; names are those of the catalogue,
  /// and variables in quotes.
  ///
  /// - Parameters:
  ///   - time: as of which the graph is seen.
  ///   - parameters: the values of `$name`, by name.
  /// - Returns: the statement; it calls `mutual_friends`, `are_friends`, `distance_km` and
  ///   `calendar`, which the connection must have.
  /// - Throws: names that nothing has, types that do not fit, and where they stand.
  public func statement(
    asOf time: SimTime, parameters: [String: PatternValue] = [:]
  ) throws(PatternError) -> PatternStatement {
    let translation = Translation(time: time, parameters: parameters)
    let scope = try Scope(
      translation, patterns: query.matches.flatMap(\.patterns), usage: Usage(of: query))
    for clause in query.matches {
      try scope.add(clause.patterns, where: clause.condition, isOptional: clause.isOptional)
    }
    let result = try ResultTranslation(query.result, in: scope)
    var sql =
      translation.tables.isEmpty
      ? "" : "WITH RECURSIVE " + translation.tables.joined(separator: ",\n") + "\n"
    sql += "SELECT \(result.select)\n\(SourceLayout.sql(of: scope.clauses))\(result.tail)"
    return PatternStatement(
      sql: sql, bindings: translation.bindings.map(\.cell), columns: result.columns)
  }
}

/// One SELECT, the values bound to it, and what its columns mean.
public struct PatternStatement: Equatable, Sendable {
  /// A column of the answer.
  public struct Column: Equatable, Sendable {
    /// Its name.
    public let name: String
    /// What its values are.
    public let type: ValueType
  }

  /// The statement, with `?1`, `?2` and so on for its values.
  public let sql: String
  /// The values, from `?1`.
  public let bindings: [Cell]
  /// The columns, from the left.
  public let columns: [Column]
}

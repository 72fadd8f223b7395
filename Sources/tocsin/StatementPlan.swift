import Foundation
import Patterns
import Reporting
import Storage
import Vocabulary

/// The SQL of a query, the values bound to it, and how SQLite goes about it.
struct StatementPlan {
  private let statement: PatternStatement
  private let steps: [Steps.Step]

  init(
    _ statement: PatternStatement, on connection: QueryConnection, limits: QueryLimits
  ) throws(QueryError) {
    self.statement = statement
    var sink = Steps()
    try connection.ask(
      "EXPLAIN QUERY PLAN " + statement.sql, parameters: statement.bindings, into: &sink)
    steps = sink.steps
  }

  func print(asJSON: Bool) throws {
    guard asJSON else {
      let values = statement.bindings.enumerated().map { "?\($0 + 1) = \($1.inSQL)" }
      let plan = steps.map { String(repeating: "  ", count: $0.depth) + $0.words }
      Swift.print(
        ([statement.sql, ""] + values + ["", "Plan of SQLite:"] + plan.map { "  " + $0 }).joined(
          separator: "\n"))
      return
    }
    let page = Page(
      sql: statement.sql, parameters: statement.bindings.map(\.inSQL), plan: steps)
    Swift.print(try JSONText.text(of: page), terminator: "")
  }

  private struct Page: Encodable {
    var sql: String
    var parameters: [String]
    var plan: [Steps.Step]
  }
}

/// Takes in a plan as SQLite gives it: a row a step, each below another.
struct Steps: RowSink {
  struct Step: Encodable {
    var depth: Int
    var words: String
  }

  private(set) var steps: [Step] = []
  private var depths: [Int64: Int] = [0: -1]

  mutating func begin(columns: [String]) {}

  mutating func add(_ row: [Cell]) {
    guard row.count == 4, case .integer(let id) = row[0], case .integer(let above) = row[1],
      case .text(let words) = row[3]
    else { return }
    let depth = (depths[above] ?? -1) + 1
    depths[id] = depth
    steps.append(Step(depth: depth, words: words))
  }

  mutating func end(rows: Int) {}
}

extension Cell {
  /// The value as it would stand in SQL.
  fileprivate var inSQL: String {
    switch self {
    case .null: "NULL"
    case .integer(let value): "\(value)"
    case .real(let value): "\(value)"
    case .text(let value): "'\(value.doubling("'"))'"
    case .bytes(let value): "\(value.count) bytes"
    }
  }
}

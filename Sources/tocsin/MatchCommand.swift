import ArgumentParser
import Foundation
import Patterns
import Settings
import Storage
import Vocabulary

/// `tocsin match`: questions to a results file, as patterns of the graph.
struct MatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "Ask a results file for patterns of its graph, as of any moment.",
    usage: "tocsin match <file> <query> [<options>]",
    discussion: """
      Queries are in the read-only core of openCypher and GQL:

        MATCH (a:adult)-[r:requested]->(c:child) WHERE mutual_friends(a, c) = 0
        RETURN a, count(*) AS n ORDER BY n DESC LIMIT 10

      \(GraphGuide.text)

      Times are seconds since the start of the run; calendar(time) makes them readable. What a \
      platform could not know is marked (truth). Documentation/Patterns.md has the grammar and \
      examples.

      Exit codes: 0 done, 1 failed or out of time, 2 bad input, 130 interrupted.
      """)

  @Argument(help: "The results file.", completion: .file(extensions: ["sqlite"]))
  var file: String

  @Argument(help: "The query; - reads it from standard input.")
  var query: String

  @OptionGroup var moment: AtOption

  @Option(
    name: .customLong("param"), parsing: .singleValue,
    help: ArgumentHelp(
      "The value of $name in the query, a number or a text; may be repeated.",
      valueName: "name=value"))
  var parameters: [String] = []

  @Flag(help: "Print the statement in SQL, its values and SQLite's plan instead of the answer.")
  var explain = false

  @OptionGroup var rows: RowOptions
  @OptionGroup var limits: QueryLimits

  func run() throws {
    let text = query == "-" ? try Self.input() : query
    let statement = try statement(of: text)
    let connection = try QueryConnection(opening: file)
    if explain {
      return try StatementPlan(statement, on: connection, limits: limits).print(asJSON: rows.json)
    }
    let composed = statement.columns.indices.filter { statement.columns[$0].type.isComposed }
    let printer = PatternRows(
      rows.printer(jsonColumns: Set(composed)), columns: statement.columns, asJSON: rows.json)
    try limits.ask(
      connection, statement.sql, parameters: statement.bindings, rows, printer: printer)
  }

  private func statement(of text: String) throws -> PatternStatement {
    let header = try RunFile(opening: file).header()
    let time = try moment.time(in: header)
    do {
      return try PatternQuery(text).statement(asOf: time, parameters: try values())
    } catch let error as PatternError {
      throw RefusedPattern(error, query: text)
    }
  }

  private func values() throws(BadInput) -> [String: PatternValue] {
    var values: [String: PatternValue] = [:]
    for parameter in parameters {
      let parts = parameter.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else {
        throw BadInput("--param: found \"\(parameter)\", expected name=value")
      }
      guard
        values.updateValue(PatternValue(parsing: String(parts[1])), forKey: String(parts[0])) == nil
      else { throw BadInput("--param: found \(parts[0]) twice, expected each name once") }
    }
    return values
  }

  private static func input() throws -> String {
    String(decoding: try FileHandle.standardInput.readToEnd() ?? Data(), as: UTF8.self)
  }
}

/// A query that was refused: why, and its line with a caret below the place.
struct RefusedPattern: Error, CustomStringConvertible {
  let description: String

  init(_ error: PatternError, query: String) {
    let words = error.fault.words { NearestName(to: $0).among($1) }
    let lines = Excerpt.lines(of: query, at: error.position(in: query))
    description = ([words] + lines).joined(separator: "\n")
  }
}

/// Prints answers with nodes, edges, lists and truths as people or programs read them.
private struct PatternRows: RowSink {
  private var printer: any RowSink
  private let columns: [PatternStatement.Column]
  private let asJSON: Bool

  init(_ printer: any RowSink, columns: [PatternStatement.Column], asJSON: Bool) {
    self.printer = printer
    self.columns = columns
    self.asJSON = asJSON
  }

  mutating func begin(columns: [String]) { printer.begin(columns: columns) }

  mutating func add(_ row: [Cell]) {
    printer.add(
      zip(columns, row).map { column, cell in
        asJSON ? column.type.json(for: cell) : column.type.words(for: cell)
      })
  }

  mutating func end(rows: Int) { printer.end(rows: rows) }
}

import ArgumentParser
import Experiments
import Foundation
import Reporting
import Storage
import Vocabulary

/// `tocsin query`: questions to a results file, in SQL.
struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Ask a results file questions in SQL; nothing in it can be changed.",
    usage: "tocsin query <file> [<sql>] [<options>]",
    discussion: """
      Tables hold times as seconds since the start of the run, and numbers for words. Views whose \
      names end in _view, such as request_view, have names and calendar times beside them; those \
      that begin with truth_ show what no platform knows. Functions, beside those of SQLite:

      \(functions)

      Tables that take arguments, as in SELECT * FROM neighbours(17):

      \(tables)

      Last arguments may be left out: `at` is then the end of the run. A friendship stands from its \
      `since` on, until just before its `until`. The first question about friends at a time reads \
      all friendships into memory: 12 bytes for each side of one.

      Exit codes: 0 done, 1 failed or out of time, 2 bad input, 130 interrupted.
      """)

  static let functions = QueryFunction.all
    .map { "  \($0.call)\n      \($0.summary)" }.joined(separator: "\n")

  static let tables = QueryTable.all
    .map { "  \($0.call)\n      \($0.columns.joined(separator: ", "))\n      \($0.summary)" }
    .joined(separator: "\n")

  @Argument(help: "The results file.", completion: .file(extensions: ["sqlite"]))
  var file: String

  @Argument(
    help: """
      Statements with semicolons between; - reads them from standard input. (default: asks for them)
      """)
  var sql: String?

  @OptionGroup var rows: RowOptions
  @OptionGroup var limits: QueryLimits

  func run() throws {
    let connection = try QueryConnection(opening: file)
    if sql == nil, RawTerminal.isThere {
      var prompt = try QueryPrompt(connection) { text throws(QueryError) in
        try limits.ask(connection, text, rows)
      }
      prompt.run()
    } else if let sql, sql != "-" {
      try limits.ask(connection, sql, rows)
    } else {
      try limits.ask(connection, String(decoding: try Self.input(), as: UTF8.self), rows)
    }
  }

  private static func input() throws -> Data {
    try FileHandle.standardInput.readToEnd() ?? Data()
  }
}

/// How the answer to a question is printed.
struct RowOptions: ParsableArguments {
  @Flag(help: "Print comma-separated values instead of a table.")
  var csv = false

  @Flag(help: "Print JSON, an array of objects, instead of a table.")
  var json = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many rows are printed. (default: 1000 of a table, else all)", valueName: "rows"))
  var limit: Int?

  /// Our choice: more rows than anybody reads, and few enough to lay out at once.
  private static let tableLimit = 1_000

  /// How many rows are printed.
  var rowLimit: Int { limit ?? (csv || json ? .max : Self.tableLimit) }

  func validate() throws {
    guard !csv || !json else {
      throw ValidationError("--csv and --json: found both, expected one of them.")
    }
    if let limit, limit < 0 {
      throw ValidationError("--limit: found \(limit), expected a whole number from 0.")
    }
  }

  /// Makes the printer of answers.
  ///
  /// - Parameter jsonColumns: columns whose texts are JSON already, by position.
  /// - Returns: a printer in the form that was asked for.
  func printer(jsonColumns: Set<Int> = []) -> any RowSink {
    let write = { (text: String) in
      Terminal.clearProgress()
      print(text, terminator: "")
    }
    if csv { return CSVRows(write: write) }
    if json { return JSONRows(jsonColumns: jsonColumns, write: write) }
    return TextRows(width: Terminal.width, write: write)
  }
}

/// How long a question may take.
struct QueryLimits: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("When to give up; 0 for never.", valueName: "seconds"))
  var timeout = 60.0

  @Flag(name: .shortAndLong, help: "Show no progress.")
  var quiet = false

  func validate() throws {
    guard timeout >= 0, timeout.isFinite else {
      throw ValidationError("--timeout: found \(timeout), expected a number of seconds from 0.")
    }
  }

  /// Asks a question and prints the answer, through another printer where one is given.
  ///
  /// - Throws: `QueryError`.
  func ask(
    _ connection: QueryConnection, _ text: String, parameters: [Cell] = [], _ options: RowOptions,
    printer other: (any RowSink)? = nil
  ) throws(QueryError) {
    let watch = Terminal.watch(quiet: quiet)
    var printer = CountedRows(other ?? options.printer(), isTold: options.csv || options.json)
    try connection.ask(
      text, parameters: parameters, rowLimit: options.rowLimit,
      timeLimitSeconds: timeout > 0 ? timeout : nil, into: &printer
    ) { rows in
      watch.mayGoOn(.query, detail: rows > 0 ? rows.counting("row") : "")
    }
    Terminal.clearProgress()
    for note in connection.notes { Terminal.note(note) }
    if printer.answers == 0 {
      throw .sql(
        message: "found no statement, expected SQL such as: SELECT count(*) FROM account",
        text: "", position: nil)
    }
  }
}

/// Hands answers on, counts them, and tells how many rows are left out where the format cannot.
private struct CountedRows: RowSink {
  private var printer: any RowSink
  private let isTold: Bool
  private var printed = 0
  private(set) var answers = 0

  init(_ printer: any RowSink, isTold: Bool) {
    self.printer = printer
    self.isTold = isTold
  }

  mutating func begin(columns: [String]) {
    answers += 1
    printed = 0
    printer.begin(columns: columns)
  }

  mutating func add(_ row: [Cell]) {
    printed += 1
    printer.add(row)
  }

  mutating func end(rows: Int) {
    printer.end(rows: rows)
    guard isTold, printed < rows else { return }
    Terminal.note(TextRows.shown(printed, of: rows))
  }
}

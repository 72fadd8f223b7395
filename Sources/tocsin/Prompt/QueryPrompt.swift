import Foundation
import Reporting
import Settings
import Storage
import Vocabulary

/// Asks a person for questions, one after the other.
struct QueryPrompt {
  private let connection: QueryConnection
  private let history = PromptHistory()
  private let answer: (String) throws(QueryError) -> Void
  private var editor: LineEditor

  /// Prepares a prompt.
  ///
  /// - Parameters:
  ///   - connection: what is asked.
  ///   - answer: asks it and prints the answer.
  /// - Throws: `QueryError`, where the file cannot be read.
  init(_ connection: QueryConnection, answer: @escaping (String) throws(QueryError) -> Void)
    throws(QueryError)
  {
    self.connection = connection
    self.answer = answer
    let words = try connection.names()
    editor = LineEditor(history: history.lines) { line, word in
      guard !word.isEmpty else { return [] }
      let known = words + (line.hasPrefix(".") ? Self.commands.map(\.name) : Self.keywords)
      let meant = known.filter { $0.hasPrefix(word) }
      return meant.isEmpty
        ? known.filter { $0.lowercased().hasPrefix(word.lowercased()) } : meant
    }
  }

  /// Reads questions and answers them until there are no more.
  mutating func run() {
    print("Questions in SQL end with a semicolon; .help says what else there is, .quit ends.")
    var question = ""
    while true {
      switch editor.read(prompt: question.isEmpty ? "tocsin> " : "   ...> ") {
      case .over: return
      case .cancelled: question = ""
      case .line(let line):
        guard !question.isEmpty || !line.allSatisfy(\.isWhitespace) else { continue }
        if question.isEmpty, line.hasPrefix(".") {
          keep(line)
          if !obey(line) { return }
          continue
        }
        question += (question.isEmpty ? "" : "\n") + line
        guard QueryConnection.isComplete(question) else { continue }
        keep(question)
        attempt { () throws(QueryError) in try answer(question) }
        question = ""
      }
    }
  }

  /// Keeps a question for another time, on one line where that means the same.
  private mutating func keep(_ question: String) {
    let isOneLine = !question.contains("--")
    for line in isOneLine
      ? [question.replacing("\n", with: " ")] : question.split(separator: "\n").map(String.init)
    {
      history.add(line)
      if editor.history.last != line { editor.history.append(line) }
    }
  }

  /// Does something and says why it did not work; a Ctrl-C ends that alone.
  private func attempt(_ work: () throws(QueryError) -> Void) {
    do {
      try work()
    } catch {
      Terminal.clearProgress()
      print(error == .interrupted ? "\(error)" : "error: \(error)")
      Terminal.forgetInterrupt()
    }
  }

  /// A command of the prompt itself.
  private struct Command {
    var name: String
    var about: String
  }

  private static let commands = [
    Command(name: ".tables", about: "the tables and views, and what a row of each is"),
    Command(name: ".schema", about: "how a table or view is made: .schema account"),
    Command(name: ".help", about: "this, and the functions of SQL"),
    Command(name: ".quit", about: "end; so does Ctrl-D"),
  ]

  /// Obeys a command; whether the prompt goes on.
  private func obey(_ line: String) -> Bool {
    let words = line.split(separator: " ").map(String.init)
    switch words.first {
    case ".tables": attempt { () throws(QueryError) in try showTables() }
    case ".schema": attempt { () throws(QueryError) in try showSchema(of: words.dropFirst().first) }
    case ".help": showHelp()
    case ".quit", ".exit": return false
    default:
      let names = Self.commands.map(\.name)
      let nearest = NearestName(to: words.first ?? "").among(names).map { "; did you mean \($0)?" }
      print(
        "error: there is no command \"\(words.first ?? "")\"\(nearest ?? "; there are: \(names.joined(separator: ", "))")"
      )
    }
    return true
  }

  private func showTables() throws(QueryError) {
    var printer = TextRows(width: Terminal.width) { print($0, terminator: "") }
    try connection.ask(
      """
      SELECT name, substr(sql, instr(sql, '-- ') + 3,
        instr(sql, char(10)) - instr(sql, '-- ') - 3) AS 'a row is'
      FROM sqlite_schema WHERE \(QueryConnection.isOurs) ORDER BY name LIKE 'truth_%', type, name
      """, into: &printer)
  }

  private func showSchema(of name: String?) throws(QueryError) {
    let names = try connection.column(
      "SELECT name FROM sqlite_schema WHERE \(QueryConnection.isOurs)")
    if let name, !names.contains(name) {
      let nearest = NearestName(to: name).among(names).map { "; did you mean \($0)?" }
      print("error: there is no table or view \(name)\(nearest ?? "; .tables lists them")")
      return
    }
    let texts = try connection.column(
      """
      SELECT sql FROM sqlite_schema
      WHERE \(QueryConnection.isOurs) AND coalesce(name = ?1, 1) ORDER BY name
      """, parameters: [name.map(Cell.text) ?? .null])
    print(texts.map { $0 + ";" }.joined(separator: "\n\n"))
  }

  private func showHelp() {
    for command in Self.commands {
      print(command.name.padding(toLength: 10, withPad: " ", startingAt: 0) + command.about)
    }
    print("\nFunctions:\n\n\(QueryCommand.functions)\n\nTables that take arguments:\n")
    print(QueryCommand.tables)
  }

  /// What of SQL is completed.
  private static let keywords = [
    "SELECT", "DISTINCT", "FROM", "WHERE", "JOIN", "LEFT", "ON", "USING", "GROUP", "BY", "HAVING",
    "ORDER", "DESC", "LIMIT", "UNION", "ALL", "WITH", "AS", "AND", "OR", "NOT", "NULL", "IS", "IN",
    "LIKE", "BETWEEN", "EXISTS", "CASE", "WHEN", "THEN", "ELSE", "END", "count", "sum", "avg",
    "min", "max", "round", "coalesce", "EXPLAIN", "QUERY", "PLAN",
  ]
}

extension QueryConnection {
  /// Of a row of `sqlite_schema`, whether it is a table or view of ours.
  fileprivate static let isOurs =
    "type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' AND name <> 'grdb_migrations'"

  /// The names of tables, views, columns and functions, ascending.
  fileprivate func names() throws(QueryError) -> [String] {
    let stored = try column(
      """
      SELECT name FROM sqlite_schema WHERE \(Self.isOurs)
      UNION SELECT c.name FROM (SELECT name AS t FROM sqlite_schema WHERE \(Self.isOurs)),
        pragma_table_info(t) AS c
      """)
    let columns = QueryTable.all.flatMap { [$0.name] + $0.columns }
    return Set(stored + QueryFunction.all.map(\.name) + columns).sorted()
  }

  /// The texts in the first column of an answer.
  fileprivate func column(_ sql: String, parameters: [Cell] = []) throws(QueryError) -> [String] {
    var texts = FirstTexts()
    try ask(sql, parameters: parameters, into: &texts)
    return texts.texts
  }
}

/// Keeps the texts in the first column of an answer.
private struct FirstTexts: RowSink {
  var texts: [String] = []

  mutating func begin(columns: [String]) {}

  mutating func add(_ row: [Cell]) {
    if case .text(let text)? = row.first { texts.append(text) }
  }

  mutating func end(rows: Int) {}
}

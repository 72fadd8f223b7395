import GRDB
import GRDBSQLite
import Graphs
import Population
import Settings
import Vocabulary

/// How a question reaches SQLite.
extension Database {
  /// Lays out an empty graph, compiles the question, and fills the tables that it reads.
  ///
  /// - Returns: what its functions ask, and the tables.
  func prepare(
    _ platform: LiveGraph.Platform, for question: GraphQuestion, _ authorizer: QueryAuthorizer
  ) throws -> (QueryState, Set<String>) {
    limitLengths()
    for table in LiveGraph.tables { try execute(sql: table.sql) }
    setAuthorizer(authorizer)
    let run = StoredRun(
      header: RunHeader(
        tocsinVersion: "", scenarioName: "", scenarioYAML: "", seed: 0,
        startDate: platform.start.description, days: 0, recording: .none),
      isComplete: false, end: SimTime(day: 0), accounts: platform.accounts.count, events: 0, held: 0
    )
    let state = QueryState(
      self, accounts: platform.accounts, run: run, start: platform.start)
    registerQueries(state, tables: QueryTable.ofFriends)
    for view in LiveGraph.views { try execute(sql: view.repeatableSQL) }
    defer { authorizer.isOnGuard = false }
    _ = try compile(question, at: SimTime(day: 0), authorizer)
    authorizer.isOnGuard = false
    var tables = authorizer.uses
    let friendFunctions: Set = ["mutual_friends", "are_friends", "neighbours", "hops", "path"]
    if !tables.isDisjoint(with: friendFunctions) { tables.insert(Table.friendship.name) }
    try inTransaction {
      try fill(tables, from: platform, run.header)
      return .commit
    }
    return (state, tables)
  }

  private func fill(
    _ tables: Set<String>, from platform: LiveGraph.Platform, _ header: RunHeader
  ) throws {
    try insert(header)
    try execute(sql: "UPDATE run SET accounts = ?", arguments: [platform.accounts.count])
    try insertCodes(of: ["cue-bit", "event-kind", "request-outcome"])
    try insert(platform.places)
    try insert(platform.platforms)
    let accounts = platform.accounts
    if tables.contains(Table.account.name) {
      let all = [UInt8](repeating: 0, count: accounts.count)
      try insert(
        accounts, platforms: platform.accountPlatforms.isEmpty ? all : platform.accountPlatforms,
        platformCount: platform.platforms.count, placeCount: .max)
    }
    guard tables.contains(Table.friendship.name) else { return }
    let friends = platform.friendships
    var lower: [UInt32] = []
    var higher: [UInt32] = []
    for account in 0..<friends.vertexCount {
      for friend in friends.neighbours[friends.offsets[account]..<friends.offsets[account + 1]]
      where friend > account {
        lower.append(UInt32(account))
        higher.append(friend)
      }
    }
    try load("friendship", columns: ["lower", "higher", "since"], rows: lower.count) {
      row, cells in
      cells.bind(lower[row], to: 0)
      cells.bind(higher[row], to: 1)
      cells.bind(EdgeRows.beforeTheRun, to: 2)
    }
    for index in Schema.indexes { try execute(sql: index) }
  }

  /// Compiles the statement of a question for a moment, its parameters given.
  private func compile(
    _ question: GraphQuestion, at now: SimTime, _ authorizer: QueryAuthorizer
  ) throws(QuestionError) -> QueryStatement {
    let (sql, values) = question.statement(now)
    let text = sql.utf8CString
    var position = 0
    authorizer.beginStatement()
    do {
      guard
        let statement = try QueryStatement(
          of: text, from: &position, on: self, path: "the graph in memory")
      else { throw QuestionError.notOneStatement }
      guard statement.isReading, !statement.columns.isEmpty else {
        throw QuestionError.notOneStatement
      }
      // What follows is another statement, whether or not it could be compiled.
      let rest = text[position...].dropLast().map { UInt8(bitPattern: $0) }
      guard rest.allSatisfy({ " \n\t\r;".utf8.contains($0) }) else {
        throw QuestionError.notOneStatement
      }
      try Self.bind(statement, values, at: now)
      try Self.check(statement.columns)
      return statement
    } catch let error as QuestionError {
      throw error
    } catch let error as QueryError {
      if case .file(.blind) = error { throw .truth(name: Self.lastWord(of: lastErrorMessage)) }
      throw .query(error)
    } catch {
      throw .query(.file(StorageError(error, path: "the graph in memory")))
    }
  }

  private static func bind(
    _ statement: borrowing QueryStatement, _ values: [Cell], at now: SimTime
  ) throws(QuestionError) {
    var cells: [Cell] = []
    for (index, name) in statement.parameterNames.enumerated() {
      switch name {
      case ":now": cells.append(.integer(Int64(now.rawValue)))
      case ":day": cells.append(.integer(Int64(now.day)))
      case _ where values.indices.contains(index): cells.append(values[index])
      default: throw .unknownParameter(name: name)
      }
    }
    statement.bind(cells)
  }

  private static func check(_ columns: [String]) throws(QuestionError) {
    var seen: Set<String> = []
    for name in columns {
      guard (1...100).contains(name.unicodeScalars.count), seen.insert(name).inserted else {
        throw .badColumn(name: name)
      }
    }
    guard seen.contains("suspect") else { throw .noSuspect(columns: columns) }
  }

  /// What a message such as "no such table: main.truth_case" names.
  private static func lastWord(of message: String?) -> String {
    message?.split { " .".contains($0) }.last.map { String($0) } ?? "what is asked for"
  }

  /// The rows of the answer to a question.
  func answers(
    to question: GraphQuestion, at now: SimTime, accounts: Int, _ authorizer: QueryAuthorizer
  ) throws -> [Suspicion] {
    let statement = try compile(question, at: now, authorizer)
    authorizer.isOnGuard = false
    let columns = statement.columns
    let limit = max(LiveGraph.leastRows, LiveGraph.rowsPerAccount * accounts)
    var rows: [Suspicion] = []
    while true {
      let code = statement.step()
      if code == SQLITE_DONE { return rows }
      guard code == SQLITE_ROW else {
        let text = question.statement(now).sql.utf8CString
        throw QuestionError.query(queryError(code, of: text, in: "the graph in memory"))
      }
      let row = try Suspicion(columns: columns, row: statement.row(), accounts: accounts)
      guard let row else { continue }
      guard rows.count < limit else { throw QuestionError.tooManyRows(limit: limit) }
      rows.append(row)
    }
  }
}

extension Suspicion {
  /// Reads a row; nothing where it names no suspect.
  fileprivate init?(columns: [String], row: [Cell], accounts: Int) throws(QuestionError) {
    func account(_ cell: Cell, _ column: String) throws(QuestionError) -> AccountID? {
      if case .null = cell { return nil }
      guard case .integer(let id) = cell, (0..<Int64(accounts)).contains(id) else {
        throw .badValue(
          column: column, found: cell.words,
          expected: "the id of an account, a whole number from 0 to \(accounts - 1), or NULL")
      }
      return AccountID(rawValue: UInt32(id))
    }
    func number(_ cell: Cell, _ column: String) throws(QuestionError) -> Double {
      switch cell {
      case .integer(let value): return Double(value)
      case .real(let value) where value.isFinite: return value
      case .null, .text, .bytes, .real:
        throw .badValue(column: column, found: cell.words, expected: "a number")
      }
    }
    var suspect: AccountID?
    var child: AccountID?
    var score = 1.0
    var values: [Value] = []
    for (name, cell) in zip(columns, row) {
      switch name {
      case "suspect": suspect = try account(cell, name)
      case "child": child = try account(cell, name)
      case "score":
        score = try number(cell, name)
        guard score >= 0 else {
          throw .badValue(column: name, found: cell.words, expected: "a number from 0")
        }
      default:
        if cell != .null { values.append(Value(name: name, value: try number(cell, name))) }
      }
    }
    guard let suspect else { return nil }
    self.init(suspect: suspect, child: child, score: score, values: values)
  }
}

extension Cell {
  /// The value in a few words, for an error.
  fileprivate var words: String {
    switch self {
    case .null: "NULL"
    case .integer(let value): "\(value)"
    case .real(let value): "\(value)"
    case .text(let value): "the text '\(value.prefix(60))'"
    case .bytes(let value): "\(value.count) bytes"
    }
  }
}

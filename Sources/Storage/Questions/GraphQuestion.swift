public import Vocabulary

/// A question that a `LiveGraph` is asked again and again: one SELECT.
public struct GraphQuestion: Sendable {
  /// The statement for a moment, with the values of its parameters `?1`, `?2` and so on.
  ///
  /// The parameters `:now` and `:day` have the moment in seconds since the start, and in days.
  public let statement: @Sendable (_ now: SimTime) -> (sql: String, values: [Cell])
  /// How many steps of SQLite an answer may take.
  public let stepLimit: Int

  /// Makes a question.
  public init(
    stepLimit: Int, statement: @escaping @Sendable (_ now: SimTime) -> (sql: String, values: [Cell])
  ) {
    self.statement = statement
    self.stepLimit = stepLimit
  }
}

/// What a row of an answer says: somebody is suspected.
public struct Suspicion: Equatable, Sendable {
  /// Whom it is about: the column `suspect`.
  public var suspect: AccountID
  /// The child it is about, where the answer has a column `child` and it is not NULL.
  public var child: AccountID?
  /// The column `score`, at least 0; 1 where there is none.
  public var score: Double
  /// The other columns in order, those left out that are NULL.
  public var values: [Value]

  /// A column by its name, with what it holds in a row.
  public struct Value: Equatable, Sendable {
    /// The name of the column.
    public var name: String
    /// A number.
    public var value: Double
  }
}

/// Why a question cannot be asked, or has no answer.
public enum QuestionError: Error, Equatable, Sendable {
  /// SQLite, or the guard before it, says no.
  case query(QueryError)
  /// It asks for what no platform knows.
  case truth(name: String)
  /// There is no statement, or a second one.
  case notOneStatement
  /// It has a parameter that has no value.
  case unknownParameter(name: String?)
  /// No column says whom it is about.
  case noSuspect(columns: [String])
  /// A column has a name that no reason can have.
  case badColumn(name: String)
  /// A row holds what it should not.
  case badValue(column: String, found: String, expected: String)
  /// The answer is longer than memory should hold.
  case tooManyRows(limit: Int)
}

extension QuestionError: CustomStringConvertible {
  /// What was found, what was expected and what to do, in one line.
  public var description: String {
    switch self {
    case .query(.sql(let message, let text, let position)):
      message + (position.map { Self.place(of: $0, in: text) } ?? "")
        + (message.hasPrefix("no such table") ? "; expected \(Self.listed)" : "")
    case .query(.refused(let action)):
      "\(action) is refused; expected one SELECT whose answer depends on the graph alone"
    case .query(.tooManySteps(let limit)):
      "no answer within \(limit / 1_000_000) million steps of SQLite; raise million-steps, or ask "
        + "for less"
    case .query(let error): "\(error)"
    case .truth(let name): "\(name) is the truth, which no detector may see; ask without it"
    case .notOneStatement: "expected one statement, a SELECT; write it, and no other"
    case .unknownParameter(let name):
      "found the parameter \(name ?? "?"), expected :now or :day; write its value in its place"
    case .noSuspect(let columns):
      "found the columns \(columns.joined(separator: ", ")), expected one named suspect; "
        + "name that of the account AS suspect"
    case .badColumn(let name):
      "found a column \"\(name)\", expected names of 1 to 100 characters, each once; "
        + "give it another name with AS"
    case .badValue(let column, let found, let expected):
      "column \(column) holds \(found), expected \(expected)"
    case .tooManyRows(let limit):
      "the answer has more than \(limit) rows, expected at most \(LiveGraph.rowsPerAccount) for each "
        + "account; group the rows by suspect, or add a LIMIT, in sql or match"
    }
  }

  /// What a question can see, in words.
  private static var listed: String {
    "one of \(LiveGraph.tables.map(\.name).joined(separator: ", ")), or a view of one with _view "
      + "behind its name"
  }

  /// Where in a text a position is, as its line and column.
  private static func place(of position: Int, in text: String) -> String {
    let before = text.unicodeScalars.prefix(position)
    let line = before.count { $0 == "\n" } + 1
    let column = before.reversed().prefix { $0 != "\n" }.count + 1
    return " at line \(line), column \(column) of the question"
  }
}

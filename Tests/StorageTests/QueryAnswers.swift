import Storage
import Vocabulary

/// Keeps answers, to be looked at.
struct Answers: RowSink {
  var columns: [[String]] = []
  var rows: [[[Cell]]] = []
  var totals: [Int] = []

  mutating func begin(columns: [String]) {
    self.columns.append(columns)
    rows.append([])
  }

  mutating func add(_ row: [Cell]) { rows[rows.count - 1].append(row) }

  mutating func end(rows: Int) { totals.append(rows) }
}

extension QueryConnection {
  /// The rows of the one answer to a question.
  func rows(_ sql: String, parameters: [Cell] = []) throws -> [[Cell]] {
    var answers = Answers()
    try ask(sql, parameters: parameters, into: &answers)
    return answers.rows.first ?? []
  }

  /// The one value of the answer to a question.
  func value(_ sql: String) throws -> Cell? { try rows(sql).first?.first }

  /// The error with which a question ends, or nothing.
  func error(
    _ sql: String, timeLimitSeconds: Double? = nil,
    keepGoing: @escaping (Int) -> Bool = { _ in true }
  ) -> QueryError? {
    var answers = Answers()
    do {
      try ask(
        sql, timeLimitSeconds: timeLimitSeconds, into: &answers, keepGoing: keepGoing)
      return nil
    } catch {
      return error
    }
  }
}

import Population
import Settings
import Storage
import Vocabulary

/// Reads the alert of a line.
struct AlertValues {
  private let columns: [AlertColumn]
  private let accounts: Int
  private let start: CalendarDate?
  private let end: Int

  init(columns: [AlertColumn], accounts: Int, header: RunHeader) {
    self.columns = columns
    self.accounts = accounts
    start = CalendarDate(header.startDate)
    end = Int(SimTime(day: header.days).rawValue)
  }

  func alert(of line: TableLine) throws(LineFault) -> Alert {
    let cells = try line.cells()
    guard cells.count == columns.count else {
      throw LineFault(
        words: "found \(cells.count) value\(cells.count == 1 ? "" : "s"), expected "
          + "\(columns.count): \(columns.map(\.rawValue).joined(separator: ","))")
    }
    var row: [AlertColumn: String] = [:]
    for (column, cell) in zip(columns, cells) where !cell.isEmpty { row[column] = cell }
    let suspect = try account(row[.suspect] ?? "", .suspect)
    let child = try row[.child].map { text throws(LineFault) in try account(text, .child) }
    guard child != suspect else {
      throw fault(.child, row[.child] ?? "", expected: "another account than the suspect")
    }
    return Alert(
      detector: try detector(row), time: try time(row[.time] ?? ""), cause: 0, suspect: suspect,
      child: child, score: try score(row), reasons: [])
  }

  private func detector(_ row: [AlertColumn: String]) throws(LineFault) -> String {
    guard columns.contains(.detector) else { return AlertsFile.onlyDetector }
    let name = row[.detector] ?? ""
    guard (1...100).contains(name.count), name != "any" else {
      throw fault(
        .detector, name, expected: "a name of 1 to 100 characters that is not \"any\"")
    }
    return name
  }

  private func account(_ text: String, _ column: AlertColumn) throws(LineFault) -> AccountID {
    guard let number = Self.whole(text), (0..<accounts).contains(number) else {
      throw fault(column, text, expected: "the id of an account, from 0 to \(accounts - 1)")
    }
    return AccountID(number)
  }

  private func time(_ text: String) throws(LineFault) -> SimTime {
    let moment = start.flatMap { start in
      CalendarMoment(text)?.seconds(since: start)
    }
    guard let seconds = moment ?? Self.whole(text), (0...end).contains(seconds) else {
      let first = start.map { "\($0)" } ?? "the start"
      throw fault(
        .time, text,
        expected: "seconds since the start, from 0 to \(end), or a moment from \(first) on such "
          + "as \"\(first) 14:05:00\"")
    }
    return SimTime(rawValue: Int32(seconds))
  }

  private func score(_ row: [AlertColumn: String]) throws(LineFault) -> Double {
    guard let text = row[.score] else { return 0 }
    guard let score = Double(text), score.isFinite else {
      throw fault(.score, text, expected: "a number")
    }
    return score
  }

  /// A whole number; programs that keep numbers with gaps as fractions write 17 as 17.0.
  private static func whole(_ text: String) -> Int? {
    if let number = Int(text) { return number }
    return Double(text).flatMap { Int(exactly: $0) }
  }

  private func fault(_ column: AlertColumn, _ found: String, expected: String) -> LineFault {
    LineFault(
      words: "\(column.rawValue): found \"\(Excerpt.shortened(found))\", expected \(expected); "
        + "correct it")
  }
}

/// What is wrong with a line, in words.
struct LineFault: Error {
  let words: String
}

extension TableLine {
  /// The values of the line.
  func cells() throws(LineFault) -> [String] {
    do {
      return try values()
    } catch {
      throw LineFault(words: error.words)
    }
  }
}

public import Vocabulary

/// Prints answers as tables for people: numbers to the right, texts to the left, long texts cut.
public struct TextRows: RowSink {
  private let width: Int
  private let write: (String) -> Void
  private var columns: [String] = []
  private var rows: [[Cell]] = []
  private var isFirst = true

  /// Our choice: room for a calendar time, which tells nothing if it is cut.
  private static let narrowestText = 20

  /// Makes a printer.
  ///
  /// - Parameters:
  ///   - width: of a line, in columns; texts are cut as far as it takes to keep within it.
  ///   - write: is handed what is to be printed.
  public init(width: Int? = nil, write: @escaping (String) -> Void) {
    self.width = width ?? Paragraph.width
    self.write = write
  }

  /// Begins an answer.
  public mutating func begin(columns: [String]) {
    self.columns = columns
    rows = []
  }

  /// Takes in a row.
  public mutating func add(_ row: [Cell]) { rows.append(row) }

  /// Ends an answer.
  public mutating func end(rows total: Int) {
    var lines = isFirst ? [] : [""]
    isFirst = false
    var isCut = false
    if !columns.isEmpty, total > 0 {
      let (table, cut) = fitted()
      lines += table.lines(width: .max)
      isCut = cut
    }
    lines.append(rows.count < total ? Self.shown(rows.count, of: total) : Self.count(total))
    if isCut { lines.append("Long texts are cut; --csv and --json give them whole.") }
    write(lines.joined(separator: "\n") + "\n")
  }

  /// What is said of rows that are not printed.
  public static func shown(_ rows: Int, of total: Int) -> String {
    "\(Numerals.count(rows)) of \(Numerals.count(total)) rows shown; --limit gives more"
  }

  private static func count(_ total: Int) -> String {
    "\(Numerals.count(total)) row\(total == 1 ? "" : "s")"
  }

  /// The table with its texts cut as little as it takes, and whether any is.
  private func fitted() -> (TextTable, isCut: Bool) {
    var table = TextTable(
      headers: columns.map { $0.isEmpty ? "?" : $0.printable },
      rows: rows.map { $0.map(\.inTable) },
      wordColumns: Set(columns.indices.filter(isText)))
    let whole = table.rows
    for limit in stride(from: max(width, Self.narrowestText), through: Self.narrowestText, by: -4) {
      table.rows = whole.map { row in
        row.enumerated().map { column, cell in
          table.wordColumns.contains(column) ? cell.shortened(to: limit) : cell
        }
      }
      if table.naturalWidth <= width { break }
    }
    return (table, table.rows != whole)
  }

  /// Whether a column holds texts: then it stands to the left, and may be cut.
  private func isText(_ column: Int) -> Bool {
    rows.contains { row in
      switch row[column] {
      case .text, .bytes: true
      case .null, .integer, .real: false
      }
    }
  }
}

extension Cell {
  /// The value as a table shows it: on one line, a number with at most six decimals.
  fileprivate var inTable: String {
    switch self {
    case .null: "NULL"
    case .integer(let value): "\(value)"
    case .real(let value): Self.inTable(value)
    case .text(let value): value.replacing("\n", with: " ").printable
    case .bytes(let value): "\(Numerals.count(value.count)) bytes"
    }
  }

  private static func inTable(_ value: Double) -> String {
    guard value.isFinite, value == 0 || (1e-3..<1e15).contains(value.magnitude) else {
      return "\(value)"
    }
    var text = Numerals.fixed(value, decimals: 6)
    while text.hasSuffix("0"), !text.hasSuffix(".0") { text.removeLast() }
    return text
  }
}

import CLoaders
import Foundation
@_spi(Benchmarks) import Storage
import Vocabulary

/// How fast rows of the graph are loaded, and how much room they take.
struct RowsMeasurement {
  private var lines: [String] = []

  /// The tables of which there are many rows.
  private static let tables = ["friendship", "request", "follow", "conversation"]

  init(file: String, scratch: ScratchFolder, repeats: Int) throws {
    let connection = try QueryConnection(opening: file)
    for table in Self.tables {
      let rows = try StoredRows(of: table, on: connection)
      guard rows.count > 0 else { continue }
      lines.append(try Self.line(of: rows, scratch, repeats: repeats))
    }
  }

  var markdown: String {
    """
    | rows of | rows | Tocsin | C, a row a step | C, 64 rows a step | C, virtual table | Tocsin : \
    fastest C | bytes a row |
    |---|--:|--:|--:|--:|--:|--:|--:|
    \(lines.joined(separator: "\n"))

    Rates are million rows a second; bytes with the table's index.
    """
  }

  private static func line(
    of rows: StoredRows, _ scratch: ScratchFolder, repeats: Int
  ) throws -> String {
    var fastest = [Double](repeating: .infinity, count: 4)
    for _ in 0..<repeats {
      let own = try MeasuredLoad.rows(
        path: scratch.newDatabase("own"), create: rows.create, table: rows.table,
        columns: rows.columns, values: rows.values, indexes: rows.indexes)
      fastest[0] = min(fastest[0], own / .seconds(1))
      for (index, how) in [LOADER_ONE_ROW, LOADER_64_ROWS, LOADER_VIRTUAL_TABLE].enumerated() {
        // Safe: C reads both for the time of the call only.
        let seconds = unsafe loader_seconds(
          scratch.newDatabase("plain"), rows.create, rows.table, Int32(rows.columns.count),
          Int64(rows.count), rows.values, how)
        guard seconds >= 0 else { throw LoaderFailure(table: rows.table, loader: index) }
        fastest[index + 1] = min(fastest[index + 1], seconds)
      }
    }
    let rates = fastest.map { String(format: "%.2f", Double(rows.count) / $0 / 1e6) }
    let share = (fastest[1...].min() ?? .infinity) / fastest[0]
    let bytes = Double(try scratch.size("own")) / Double(rows.count)
    return "| \(rows.table) | \(rows.count) | \(rates.joined(separator: " | ")) "
      + "| \(String(format: "%.2f", share)) | \(String(format: "%.1f", bytes)) |"
  }
}

/// A loader in C that SQLite refused.
private struct LoaderFailure: Error, CustomStringConvertible {
  let table: String
  let loader: Int

  var description: String { "SQLite refused loader \(loader) in C on the table \(table)." }
}

/// All rows of a table of whole numbers, with the statements that make it.
private struct StoredRows: RowSink {
  let table: String
  private(set) var columns: [String] = []
  private(set) var values: [Int64] = []
  private(set) var create = ""
  private(set) var indexes: [String] = []

  var count: Int { columns.isEmpty ? 0 : values.count / columns.count }

  init(of table: String, on connection: QueryConnection) throws {
    self.table = table
    try connection.ask(
      "SELECT sql FROM sqlite_schema WHERE tbl_name = '\(table)' AND sql IS NOT NULL ORDER BY type DESC",
      into: &self)
    values = []
    try connection.ask("SELECT * FROM \(table)", into: &self)
  }

  mutating func begin(columns: [String]) { self.columns = columns }

  mutating func add(_ row: [Cell]) {
    for cell in row {
      switch cell {
      case .integer(let value): values.append(value)
      case .text(let sql) where create.isEmpty: create = sql
      case .text(let sql): indexes.append(sql)
      default: values.append(.min)
      }
    }
  }

  mutating func end(rows: Int) {}
}

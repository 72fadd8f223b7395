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
    lines.append(try Self.exportedEvents(of: file, scratch, repeats: repeats))
  }

  /// The export of all events as plain rows, with reading them and making the file.
  private static func exportedEvents(
    of file: String, _ scratch: ScratchFolder, repeats: Int
  ) throws -> String {
    let run = try RunFile(opening: file)
    var seconds = Double.infinity
    for _ in 0..<repeats {
      let output = scratch.newDatabase("events")
      let duration = try ContinuousClock().measure {
        try run.writeEventTable(to: output) { _ in true }
      }
      seconds = min(seconds, duration / .seconds(1))
    }
    let rows = try StoredRows(of: "event", ofExport: run)
    let plain = try loaded(rows, by: plainLoaders, scratch, repeats: repeats)
    return line(
      "event, exported as plain rows", count: rows.count, seconds: [seconds] + plain,
      bytes: try scratch.size("events"))
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

  private static let plainLoaders = [LOADER_ONE_ROW, LOADER_64_ROWS, LOADER_VIRTUAL_TABLE]

  private static func line(
    of rows: StoredRows, _ scratch: ScratchFolder, repeats: Int
  ) throws -> String {
    var fastest = [Double](repeating: .infinity, count: 1 + plainLoaders.count)
    for _ in 0..<repeats {
      let own = try MeasuredLoad.rows(
        path: scratch.newDatabase("own"), create: rows.create, table: rows.table,
        columns: rows.columns, values: rows.values, indexes: rows.indexes)
      let seconds = [own / .seconds(1)] + (try loaded(rows, by: plainLoaders, scratch, repeats: 1))
      fastest = zip(fastest, seconds).map(min)
    }
    return line(
      rows.table, count: rows.count, seconds: fastest, bytes: try scratch.size("own"))
  }

  /// How long loaders in C take, the fastest of some times, in seconds.
  private static func loaded(
    _ rows: StoredRows, by loaders: [loader], _ scratch: ScratchFolder, repeats: Int
  ) throws -> [Double] {
    var fastest = [Double](repeating: .infinity, count: loaders.count)
    for _ in 0..<repeats {
      for (index, how) in loaders.enumerated() {
        // Safe: C reads both for the time of the call only.
        let seconds = unsafe loader_seconds(
          scratch.newDatabase("plain"), rows.create, rows.table, Int32(rows.columns.count),
          Int64(rows.count), rows.values, how)
        guard seconds >= 0 else { throw LoaderFailure(table: rows.table, loader: index) }
        fastest[index] = min(fastest[index], seconds)
      }
    }
    return fastest
  }

  private static func line(
    _ name: String, count: Int, seconds: [Double], bytes: Int
  ) -> String {
    let rates = seconds.map { String(format: "%.2f", Double(count) / $0 / 1e6) }
    let share = (seconds.dropFirst().min() ?? .infinity) / seconds[0]
    return "| \(name) | \(count) | \(rates.joined(separator: " | ")) "
      + "| \(String(format: "%.2f", share)) "
      + "| \(String(format: "%.1f", Double(bytes) / Double(count))) |"
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

  /// The events of a run as they are exported.
  init(of table: String, ofExport run: RunFile) throws {
    self.table = table
    columns = ["number", "time", "kind", "actor", "target", "detail", "count"]
    create = """
      CREATE TABLE \(table) (number INTEGER PRIMARY KEY, time INTEGER, kind INTEGER, actor INTEGER,
        target INTEGER, detail INTEGER, count INTEGER)
      """
    var source = run.events()
    var log = EventLog()
    while try source.next(into: &log) {
      for row in 0..<log.count {
        let event = log[row]
        values.append(Int64(log.number(of: row)))
        values.append(Int64(event.time.rawValue))
        values.append(Int64(event.kind.rawValue))
        values.append(Int64(event.actor.rawValue))
        values.append(event.target == .none ? .min : Int64(event.target.rawValue))
        values.append(Int64(event.detail))
        values.append(Int64(event.count))
      }
    }
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

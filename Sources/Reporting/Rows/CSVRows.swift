public import Vocabulary

/// Prints answers as comma-separated values (RFC 4180), with a line of names first.
///
/// NULL is nothing between commas, an empty text is `""`; bytes are hexadecimal. Lines end with a
/// line feed alone, as other tools here write them.
public struct CSVRows: RowSink {
  private let write: (String) -> Void

  /// Makes a printer.
  ///
  /// - Parameter write: is handed what is to be printed, as soon as it is known.
  public init(write: @escaping (String) -> Void) { self.write = write }

  /// Begins an answer.
  public mutating func begin(columns: [String]) { line(columns.map(Self.field)) }

  /// Takes in a row.
  public mutating func add(_ row: [Cell]) { line(row.map(Self.field)) }

  /// Ends an answer.
  public mutating func end(rows: Int) {}

  private func line(_ fields: [String]) { write(fields.joined(separator: ",") + "\n") }

  private static func field(_ cell: Cell) -> String {
    switch cell {
    case .null: ""
    case .integer(let value): "\(value)"
    case .real(let value): "\(value)"
    case .text(let value): field(value)
    case .bytes(let value): value.hexadecimal
    }
  }

  private static func field(_ text: String) -> String {
    let mustQuote = text.isEmpty || text.utf8.contains { ",\"\n\r".utf8.contains($0) }
    return mustQuote ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
  }
}

extension [UInt8] {
  /// Two digits a byte.
  var hexadecimal: String {
    map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

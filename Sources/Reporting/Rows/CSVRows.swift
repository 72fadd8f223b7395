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
  public mutating func begin(columns: [String]) { line(columns) { $1.append(Self.field($0)) } }

  /// Takes in a row.
  public mutating func add(_ row: [Cell]) { line(row, Self.append) }

  /// Ends an answer.
  public mutating func end(rows: Int) {}

  private func line<Value>(_ values: [Value], _ append: (Value, inout String) -> Void) {
    var line = ""
    line.reserveCapacity(12 * values.count)
    for (column, value) in values.enumerated() {
      if column > 0 { line.append(",") }
      append(value, &line)
    }
    line.append("\n")
    write(line)
  }

  private static func append(_ cell: Cell, to line: inout String) {
    switch cell {
    case .null: break
    case .integer(let value): line.append(String(value))
    case .real(let value): line.append(String(describing: value))
    case .text(let value): line.append(field(value))
    case .bytes(let value): line.append(value.hexadecimal)
    }
  }

  private static func field(_ text: String) -> String {
    let quote = UInt8(ascii: "\"")
    var hasQuotes = false
    var mustQuote = text.isEmpty
    for byte in text.utf8 {
      hasQuotes = hasQuotes || byte == quote
      mustQuote = mustQuote || byte == UInt8(ascii: ",") || byte == 0x0A || byte == 0x0D
    }
    if hasQuotes { return "\"\(text.doubling("\""))\"" }
    return mustQuote ? "\"\(text)\"" : text
  }
}

extension [UInt8] {
  /// Two digits a byte.
  var hexadecimal: String {
    map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

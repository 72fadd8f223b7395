import Foundation
public import Vocabulary

/// Prints each answer as a JSON array of objects, a row a line.
///
/// Members stand in the order of the columns. A name that repeats gets a number: `id`, `id_2`.
/// Bytes are hexadecimal text; an infinite number is null.
public struct JSONRows: RowSink {
  private let write: (String) -> Void
  private var names: [String] = []
  private var isEmpty = true
  private let jsonColumns: Set<Int>

  /// Makes a printer.
  ///
  /// - Parameters:
  ///   - jsonColumns: columns whose texts are JSON already, by position.
  ///   - write: is handed what is to be printed, as soon as it is known.
  public init(jsonColumns: Set<Int> = [], write: @escaping (String) -> Void) {
    self.jsonColumns = jsonColumns
    self.write = write
  }

  /// Begins an answer.
  public mutating func begin(columns: [String]) {
    var taken: Set<String> = []
    names = columns.map { column in
      var name = column
      var number = 2
      while !taken.insert(name).inserted {
        name = "\(column)_\(number)"
        number += 1
      }
      return Self.quoted(name)
    }
    isEmpty = true
    write("[")
  }

  /// Takes in a row.
  public mutating func add(_ row: [Cell]) {
    let members = zip(names, row.indices).map { name, column in
      if case .text(let json) = row[column], jsonColumns.contains(column) {
        return "\(name): \(json)"
      }
      return "\(name): \(Self.value(row[column]))"
    }.joined(separator: ", ")
    write((isEmpty ? "\n" : ",\n") + "  {\(members)}")
    isEmpty = false
  }

  /// Ends an answer.
  public mutating func end(rows: Int) { write(isEmpty ? "]\n" : "\n]\n") }

  private static func value(_ cell: Cell) -> String {
    switch cell {
    case .null: "null"
    case .integer(let value): "\(value)"
    case .real(let value): value.isFinite ? "\(value)" : "null"
    case .text(let value): quoted(value)
    case .bytes(let value): quoted(value.hexadecimal)
    }
  }

  private static func quoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { (0x20..<0x7F).contains($0) && $0 != 0x22 && $0 != 0x5C }
    guard !isPlain, let encoded = try? JSONEncoder().encode(text) else { return "\"\(text)\"" }
    return String(decoding: encoded, as: UTF8.self)
  }
}

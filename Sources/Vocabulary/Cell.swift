/// One value of the answer to a question.
public enum Cell: Sendable, Hashable {
  /// No value.
  case null
  /// A whole number.
  case integer(Int64)
  /// A number.
  case real(Double)
  /// A text.
  case text(String)
  /// Bytes without a meaning of their own.
  case bytes([UInt8])
}

/// Takes in the answer to a question, row by row.
public protocol RowSink {
  /// Begins an answer.
  ///
  /// - Parameter columns: the names of its columns; a name may occur more than once.
  mutating func begin(columns: [String])

  /// Takes in the next row: as many cells as there are columns.
  mutating func add(_ row: [Cell])

  /// Ends an answer.
  ///
  /// - Parameter rows: how many rows it has, of which no more than a limit were handed over.
  mutating func end(rows: Int)
}

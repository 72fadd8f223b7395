/// The cells of a row of whole numbers, in the order of its columns; each is NULL until it is set.
struct RowCells {
  /// How many columns a row may have: the widest table of edges has 6.
  static let most = 8

  let count: Int
  private var values = InlineArray<8, Int64>(repeating: 0)
  /// A bit for each column that is set.
  private var known: UInt8 = 0

  init(count: Int) {
    precondition((1...Self.most).contains(count), "a row has 1 to \(Self.most) cells")
    self.count = count
  }

  /// The value of a column, counted from 0; nothing for NULL.
  subscript(column: Int) -> Int64? {
    get { isKnown(column) ? values[column] : nil }
    set {
      values[column] = newValue ?? 0
      known = newValue == nil ? known & ~(1 << column) : known | 1 << column
    }
  }

  /// Whether a column is not NULL.
  func isKnown(_ column: Int) -> Bool { known & 1 << column != 0 }

  /// The value of a column; 0 for NULL.
  func value(_ column: Int) -> Int64 { values[column] }

  /// Sets a column.
  mutating func set(_ column: Int, _ value: some BinaryInteger) {
    values[column] = Int64(value)
    known |= 1 << column
  }

  /// Whether the first columns of a row come after those of another.
  func follows(_ other: RowCells, key: Int) -> Bool {
    for column in 0..<key where values[column] != other.values[column] {
      return values[column] > other.values[column]
    }
    return false
  }
}

/// Rows of whole numbers of a keyed table or an index, in the order of their key.
struct KeyedRows {
  /// The name of the table or index.
  let name: String
  /// All its columns, as many of them first as the key has.
  let columns: [String]
  /// How many columns the key has.
  let keyColumns: Int
  /// Whether rows are sealed: those of an index are not.
  var isSealed = true
  /// Goes through the rows; each time the same.
  let visit: ((RowCells) throws -> Void) throws -> Void
}

extension KeyedRows {
  /// Rows of an array.
  init<Element>(
    _ name: String, _ columns: [String], key: Int, of elements: [Element],
    cells: @escaping (Element, inout RowCells) -> Void
  ) {
    self.init(name: name, columns: columns, keyColumns: key) { body in
      for element in elements {
        var row = RowCells(count: columns.count)
        cells(element, &row)
        try body(row)
      }
    }
  }
}

extension RowReader {
  /// A column as a value of a catalogue.
  ///
  /// - Throws: corruption, where the catalogue has no such value.
  func code<Code: RawRepresentable<UInt8>>(_ column: Int32, as type: Code.Type = Code.self) throws
    -> Code
  {
    let stored = try value(column, as: UInt8.self)
    guard let code = Code(rawValue: stored) else {
      throw corruption("\(stored) stands for no \(Code.self)")
    }
    return code
  }

  /// A column as a position in an array.
  ///
  /// - Throws: corruption, where the array has no such position.
  func position(_ column: Int32, in array: [some Any]) throws -> Int {
    let position = try value(column, as: Int.self)
    guard array.indices.contains(position) else {
      throw corruption("a row refers to number \(position) of \(array.count)")
    }
    return position
  }

  /// Makes sure that a column holds the number of the row itself, counted from 0.
  ///
  /// - Throws: corruption, where rows are missing.
  func expectID(_ id: Int, in column: Int32 = 0) throws {
    let stored = try value(column, as: Int.self)
    guard stored == id else { throw corruption("row \(id) of a table is missing") }
  }
}

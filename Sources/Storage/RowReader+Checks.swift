import Vocabulary

extension RowReader {
  /// A column as a whole number of a range.
  ///
  /// - Throws: corruption, where it is none of these.
  func whole(_ column: Int32, _ name: String, in range: ClosedRange<Int>) throws -> Int {
    let stored = try value(column, as: Int.self)
    guard range.contains(stored) else {
      throw corruption(
        "`\(name)` is \(stored), expected \(range.lowerBound) to \(range.upperBound)")
    }
    return stored
  }

  /// A column as an account of a run.
  ///
  /// - Throws: corruption, where the run has no such account.
  func account(_ column: Int32, of run: StoredRun) throws -> AccountID {
    AccountID(rawValue: try position(column, below: run.accounts))
  }

  /// A column as an account of a run, or nothing where it is NULL.
  ///
  /// - Throws: corruption, where the run has no such account.
  func optionalAccount(_ column: Int32, of run: StoredRun) throws -> AccountID? {
    try isNull(column) ? nil : account(column, of: run)
  }

  /// A column as a moment of a run.
  ///
  /// - Throws: corruption, where it lies before the run or after it.
  func time(_ column: Int32, of run: StoredRun) throws -> SimTime {
    let stored = try value(column, as: Int.self)
    guard let time = Int32(exactly: stored), run.times.contains(time) else {
      throw corruption(
        "a row has the time \(stored), expected \(run.times.lowerBound) to "
          + "\(run.times.upperBound)")
    }
    return SimTime(rawValue: time)
  }

  /// A column as a moment of a run, or nothing where it is NULL.
  ///
  /// - Throws: corruption, where it lies before the run or after it.
  func optionalTime(_ column: Int32, of run: StoredRun) throws -> SimTime? {
    try isNull(column) ? nil : time(column, of: run)
  }

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

  /// A column as a position in something of so many.
  ///
  /// - Throws: corruption, where there is no such position.
  func position<ID: FixedWidthInteger>(
    _ column: Int32, below count: Int, as type: ID.Type = ID.self
  ) throws -> ID {
    let position = try value(column, as: Int.self)
    guard (0..<count).contains(position), let id = ID(exactly: position) else {
      throw corruption("a row refers to number \(position) of \(count)")
    }
    return id
  }

  /// A column as a position, or -1 where it is NULL.
  ///
  /// - Throws: corruption, where there is no such position.
  func reference<ID: FixedWidthInteger & SignedInteger>(
    _ column: Int32, below count: Int, as type: ID.Type = ID.self
  ) throws -> ID {
    try isNull(column) ? -1 : position(column, below: count)
  }

  /// A column as a latitude or longitude in degrees.
  ///
  /// - Throws: corruption, where it is NULL or farther from 0 than the limit.
  func degrees(_ column: Int32, upTo limit: Double) throws -> Double {
    let degrees = number(column)
    guard degrees.magnitude <= limit else {
      throw corruption("\(degrees) is no latitude or longitude")
    }
    return degrees
  }

  /// Makes sure that a column holds the number of the row itself, counted from 0.
  ///
  /// - Throws: corruption, where rows are missing.
  func expectID(_ id: Int, in column: Int32 = 0) throws {
    let stored = try value(column, as: Int.self)
    guard stored == id else { throw corruption("row \(id) of a table is missing") }
  }
}

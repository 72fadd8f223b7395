import Settings

/// Reads accounts and what is known of their owners.
///
/// The first line that is neither empty nor a comment names the columns, those of `AccountColumn`
/// in any order. An empty value says nothing.
public enum AccountsFile {
  /// The platform of accounts of which the file names none.
  static let onlyPlatform = "main"

  /// The most accounts that a world holds, as of `population.accounts`.
  static let accountLimit = 10_000_000

  /// Reads the accounts of a file's bytes.
  ///
  /// - Parameters:
  ///   - bytes: the contents of the file, in UTF-8.
  ///   - path: how messages name the file.
  ///   - places: the table of places, to whose names the file refers.
  /// - Returns: at least one account, in the order of the file.
  /// - Throws: `ImportError` with the first ten lines that cannot be used.
  public static func parse(
    _ bytes: [UInt8], path: String, places: [Place]
  ) throws(ImportError) -> ImportedAccounts {
    var reader = TableReader(bytes)
    var faults = ImportFaults(path: path)
    guard let header = reader.next() else {
      faults.report(.noHeader, line: 1)
      throw faults.error
    }
    let columns = Self.columns(of: header, &faults)
    guard faults.isEmpty else { throw faults.error }
    var table = AccountTable(columns: columns, places: places)
    while !faults.areEnough, let line = reader.next() {
      do throws(ImportError.Problem) {
        try table.read(line)
      } catch {
        faults.report(error, line: line.number)
      }
    }
    if faults.isEmpty, table.count == 0 {
      faults.report(.empty("accounts"), line: reader.lineCount)
    }
    guard faults.isEmpty else { throw faults.error }
    return table.finished()
  }

  private static func columns(
    of header: TableLine, _ faults: inout ImportFaults
  ) -> [AccountColumn] {
    let names: [String]
    do {
      names = try header.values()
    } catch {
      faults.report(.line(error), line: header.number)
      return []
    }
    guard names.contains(AccountColumn.account.rawValue) else {
      faults.report(.noAccountColumn(found: header.text), line: header.number)
      return []
    }
    var columns: [AccountColumn] = []
    for name in names {
      guard let column = AccountColumn(rawValue: name) else {
        let nearest = NearestName(to: name).among(AccountColumn.allCases.map(\.rawValue))
        faults.report(.unknownColumn(found: name, nearest: nearest), line: header.number)
        continue
      }
      if columns.contains(column) {
        faults.report(.repeatedColumn(column), line: header.number)
      }
      columns.append(column)
    }
    return columns
  }
}

/// Faults of a file while it is read.
public struct ImportFaults: Sendable {
  private let path: String
  private var faults: [ImportError.Fault] = []

  /// Begins with none.
  public init(path: String) {
    self.path = path
  }

  /// Whether nothing is wrong so far.
  public var isEmpty: Bool { faults.isEmpty }

  /// Whether there are as many as are told.
  public var areEnough: Bool { faults.count >= 10 }

  /// The faults as an error, in the order of the file.
  public var error: ImportError {
    ImportError(path: path, faults: Array(faults.sorted { $0.line < $1.line }.prefix(10)))
  }

  /// Adds what is wrong with a line.
  public mutating func report(_ problem: ImportError.Problem, line: Int) {
    faults.append(ImportError.Fault(line: line, problem: problem))
  }
}

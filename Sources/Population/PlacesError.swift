import Settings

/// A file of places that cannot be used, with every line at fault and why.
public struct PlacesError: Error, Equatable {
  /// The file.
  public let path: String
  /// What is wrong, at least one thing, in the order of the file.
  public let faults: [Fault]

  /// A line that cannot be used.
  public struct Fault: Equatable, Sendable {
    /// The line, from 1.
    public let line: Int
    /// What is wrong with it.
    public let problem: Problem
  }

  /// What can be wrong with a line.
  public enum Problem: Error, Equatable, Sendable {
    /// The first line does not name the columns.
    case header(found: String)
    /// Nothing names the columns: the file is empty or holds only comments.
    case noHeader
    /// A line has too few or too many values.
    case fields(found: Int)
    /// A value is not what its column holds.
    case value(column: String, found: String, expected: String)
    /// A name stands on an earlier line too.
    case duplicate(name: String, earlierLine: Int)
    /// There is a header and nothing else.
    case empty
    /// The file cannot be read.
    case unreadable
    /// The line cannot be cut into values.
    case line(TableFault)
  }

  init(path: String, faults: [Fault]) {
    self.path = path
    self.faults = faults
  }

  /// Makes the error of a file that exists and cannot be read.
  public init(unreadable path: String) {
    self.init(path: path, faults: [Fault(line: 1, problem: .unreadable)])
  }

  /// The same of the file that the table was made of, given its line for each line of the table.
  public func traced(to path: String, _ origins: [Int]) -> PlacesError {
    PlacesError(
      path: path,
      faults: faults.map { Fault(line: origins[$0.line - 1], problem: $0.problem) })
  }
}

extension PlacesError: CustomStringConvertible {
  /// Every problem with its file and line, and a line with their number.
  public var description: String {
    let count = faults.count == 1 ? "1 problem" : "\(faults.count) problems"
    let lines = faults.map { "\(path):\($0.line): \($0.problem.words)" }
    return (lines + ["\(count) in \(path)"]).joined(separator: "\n")
  }
}

extension PlacesError.Problem {
  /// What was found, what was expected and what to do.
  fileprivate var words: String {
    let columns = PlacesFile.header.joined(separator: ",")
    switch self {
    case .header(let found):
      return "found \"\(Excerpt.shortened(found))\", expected the names of the columns; "
        + "write \(columns) on this line, and values in that order below it, with commas between"
    case .noHeader: return "no line names the columns; write \(columns), and the places below it"
    case .fields(let found):
      return "found \(found) value\(found == 1 ? "" : "s"), "
        + "expected \(PlacesFile.header.count): \(columns); "
        + "put commas between values, and quotation marks around a value that holds a comma"
    case .value(let column, let found, let expected):
      let shown = found.isEmpty ? "nothing" : "\"\(Excerpt.shortened(found))\""
      return "\(column): found \(shown), expected \(expected); write one, or remove the line"
    case .duplicate(let name, let earlierLine):
      return "name: found \"\(Excerpt.shortened(name))\" again, which is on line \(earlierLine); "
        + "give each place a name of its own"
    case .empty: return "no places; add at least one line below the names of the columns"
    case .unreadable: return "the file cannot be read; check its permissions"
    case .line(let fault): return fault.words
    }
  }
}

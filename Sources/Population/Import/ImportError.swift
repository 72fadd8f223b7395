import Settings

/// A file of accounts or friendships that cannot be used, with the lines at fault and why.
public struct ImportError: Error, Equatable {
  /// The file.
  public let path: String
  /// What is wrong: at least one thing and at most ten, in the order of the file.
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
    /// The line cannot be cut into values.
    case line(TableFault)
    /// There is no such file.
    case missing
    /// The file cannot be read.
    case unreadable
    /// Nothing names the columns: the file is empty or holds only comments.
    case noHeader
    /// No column is named `account`.
    case noAccountColumn(found: String)
    /// A column has a name that means nothing.
    case unknownColumn(found: String, nearest: String?)
    /// A column is named twice.
    case repeatedColumn(AccountColumn)
    /// A line has too few or too many values.
    case values(found: Int, columns: [String])
    /// A value is not what its column holds.
    case value(column: String, found: String, expected: String)
    /// A place is not in the table of places.
    case unknownPlace(AccountColumn, found: String, nearest: String?)
    /// An account stands on an earlier line too.
    case repeatedAccount(String, earlierLine: Int)
    /// Of a home's two coordinates one is missing.
    case oneCoordinate(given: AccountColumn, missing: AccountColumn)
    /// Two values of one line exclude each other.
    case contradiction(AccountColumn, found: String, against: AccountColumn, holding: String)
    /// A line says of a person or household other than an earlier one.
    case disagreement(AccountColumn, of: AccountColumn, name: String, earlierLine: Int)
    /// More of something than a world can hold.
    case tooMany(AccountColumn, limit: Int)
    /// The first line of a list of edges does not name the columns as expected.
    case header(found: String)
    /// A line of a list of edges does not hold two ids.
    case ids(found: Int)
    /// An account is its own friend.
    case loop(String)
    /// An account is not in the file of accounts.
    case unknownAccount(String, accounts: String)
    /// Two friends are accounts of one person.
    case onePerson(String, String, accounts: String)
    /// Two friends are on different platforms.
    case twoPlatforms(String, on: String, String, andOn: String, accounts: String)
    /// A friendship stands on an earlier line with another tie.
    case otherTie(earlierLine: Int)
    /// There are no accounts, or no friendships.
    case empty(String)
    /// The file is no XML from here on.
    case markup(column: Int)
    /// The outermost element of a graph in XML is of no format that is read.
    case rootElement(String)
    /// An element of a graph that no world can be made of.
    case element(String)
    /// A column is missing that the others are about.
    case noColumn(String, found: String)
    /// The graph names a place and does not say where it is.
    case placeNowhere(String)
    /// None of the edges is a friendship; what they are.
    case noFriendships([String])
    /// A graph that holds its accounts, and a file of accounts as well.
    case accountsTwice(String)
  }

  init(path: String, faults: [Fault]) {
    self.path = path
    self.faults = faults
  }

  /// Makes the error of a single thing that is wrong with a file as a whole.
  public init(path: String, _ problem: Problem) {
    self.init(path: path, faults: [Fault(line: 1, problem: problem)])
  }

  /// Makes the error of a file that exists and cannot be read.
  public init(unreadable path: String) {
    self.init(path: path, .unreadable)
  }

  /// Tells the same of the file that a table was made of.
  ///
  /// - Parameters:
  ///   - path: that file.
  ///   - origins: its line that each line of the table was made of.
  /// - Returns: the same faults, each with the line that it goes back to.
  public func traced(to path: String, _ origins: [Int]) -> ImportError {
    func origin(_ line: Int) -> Int { origins.isEmpty ? 1 : origins[min(line, origins.count) - 1] }
    let faults = faults.map { fault in
      let problem: Problem =
        switch fault.problem {
        case .repeatedAccount(let name, let line):
          .repeatedAccount(name, earlierLine: origin(line))
        case .disagreement(let column, let group, let name, let line):
          .disagreement(column, of: group, name: name, earlierLine: origin(line))
        case .otherTie(let line): .otherTie(earlierLine: origin(line))
        default: fault.problem
        }
      return Fault(line: origin(fault.line), problem: problem)
    }
    return ImportError(path: path, faults: faults)
  }
}

extension ImportError: CustomStringConvertible {
  /// Every problem with its file and line, and a line with their number.
  public var description: String {
    let count = faults.count == 1 ? "1 problem" : "\(faults.count) problems"
    let lines = faults.map { "\(path):\($0.line): \($0.problem.words)" }
    return (lines + ["\(count) in \(path)"]).joined(separator: "\n")
  }
}

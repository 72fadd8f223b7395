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
  }

  init(path: String, faults: [Fault]) {
    self.path = path
    self.faults = faults
  }

  /// Makes the error of a file that exists and cannot be read.
  public init(unreadable path: String) {
    self.init(path: path, faults: [Fault(line: 1, problem: .unreadable)])
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

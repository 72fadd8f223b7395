import Population
import Vocabulary

/// A graph of another program while it is read: what it says becomes Tocsin's own tables.
///
/// Nothing is judged here that those who read the tables judge: their refusals are traced back to
/// the lines that a row was made of.
struct GraphIntake {
  /// The file that accounts are in, and that friendships are in.
  let accountsPath, friendshipsPath: String
  private(set) var accounts = TracedTable()
  private(set) var friendships = TracedTable()
  private(set) var towns: Towns
  /// What goes wrong where the two files are read.
  var accountFaults, friendshipFaults: ImportFaults
  /// Attributes of accounts that mean nothing here, in the order of the file.
  private(set) var ignoredAttributes: [String] = []
  /// How many edges were left out, by what they are.
  private(set) var leftOut: [String: Int] = [:]
  private var fields: [Field] = []

  /// A column that is made of an attribute.
  private struct Field {
    var attribute: String
    var column: AccountColumn
    /// What is written of an account without the attribute.
    var missing: String
  }

  /// Begins with no account.
  ///
  /// - Parameters:
  ///   - accountsPath: how messages name the file of accounts.
  ///   - friendshipsPath: how messages name the file of friendships.
  ///   - places: a table of places that is given; nil where those of the graph become one.
  init(accountsPath: String, friendshipsPath: String, places: [Place]?) {
    self.accountsPath = accountsPath
    self.friendshipsPath = friendshipsPath
    accountFaults = ImportFaults(path: accountsPath)
    friendshipFaults = ImportFaults(path: friendshipsPath)
    towns = Towns(given: places)
  }

  /// Whether further lines cannot tell more.
  var isHopeless: Bool { accountFaults.areEnough || friendshipFaults.areEnough }

  /// How many accounts and edges were read.
  var count: Int { accounts.count + friendships.count + leftOut.values.reduce(0, +) }

  /// Names the attributes that accounts have, before the first account.
  mutating func declare(attributes: [String], line: Int) {
    towns.areDeclared = attributes.contains(AccountColumn.declaredPlace.rawValue)
    for attribute in attributes where !towns.take(attribute) {
      let isTruth = attribute.hasPrefix(Self.truth)
      let name = isTruth ? String(attribute.dropFirst(Self.truth.count)) : attribute
      guard let column = AccountColumn(rawValue: name), column != .account else {
        // What the exports work out of the declared age.
        if attribute != "age_group" { ignoredAttributes.append(attribute) }
        continue
      }
      guard !fields.contains(where: { $0.column == column }) else {
        accountFaults.report(.repeatedColumn(column), line: line)
        continue
      }
      let missing = Self.isWholeStory(column, isTruth: isTruth) ? "none" : ""
      fields.append(Field(attribute: attribute, column: column, missing: missing))
    }
    accounts.add(["account"] + fields.map(\.column.rawValue), from: line)
    friendships.add(["account", "friend", "tie"], from: 1)
  }

  private static let truth = "truth_"

  /// Whether an account without the attribute has nothing of the kind, rather than something that
  /// is not known: what accounts declare, and the truth where it is told.
  private static func isWholeStory(_ column: AccountColumn, isTruth: Bool) -> Bool {
    switch column {
    case .declaredAge, .declaredPlace: true
    case .school, .club, .workplace: isTruth
    default: false
    }
  }

  /// Takes in an account.
  ///
  /// - Parameters:
  ///   - name: its id.
  ///   - values: its attributes.
  ///   - line: where it is.
  mutating func addAccount(_ name: String, _ values: [String: String], line: Int) {
    let cells = fields.map { field in
      let value = values[field.attribute] ?? ""
      return value.isEmpty ? field.missing : value
    }
    guard check([name] + cells, &accountFaults, line) else { return }
    do throws(ImportError.Problem) {
      try towns.note(values, line: line)
      accounts.add([name] + cells, from: line)
    } catch {
      accountFaults.report(error, line: line)
    }
  }

  /// Takes in an edge, if it is a friendship that stands.
  ///
  /// - Parameters:
  ///   - ends: the ids of its accounts.
  ///   - values: its attributes.
  ///   - line: where it is.
  mutating func addEdge(_ ends: (String, String), _ values: [String: String], line: Int) {
    let type = values["type"]?.lowercased() ?? ""
    if !type.isEmpty, type != "friendship" {
      leftOut["edges of type \(type)", default: 0] += 1
    } else if values["until"]?.isEmpty == false {
      leftOut["friendships that ended", default: 0] += 1
    } else {
      let cells = [ends.0, ends.1, values["truth_tie"] ?? values["tie"] ?? ""]
      guard check(cells, &friendshipFaults, line) else { return }
      friendships.add(cells, from: line)
    }
  }

  /// Refuses what would begin another line of a table.
  private func check(_ cells: [String], _ faults: inout ImportFaults, _ line: Int) -> Bool {
    guard let cell = cells.first(where: { $0.utf8.contains { $0 < 0x20 } }) else { return true }
    faults.report(
      .value(column: "attributes", found: cell, expected: "text on one line"), line: line)
    return false
  }
}

/// A table in CSV that knows of which line of another file each of its lines was made.
struct TracedTable {
  private(set) var bytes: [UInt8] = []
  /// The line of the other file, by line.
  private(set) var origins: [Int] = []

  /// How many rows there are beside the names of columns.
  var count: Int { max(origins.count - 1, 0) }

  /// Adds a line.
  mutating func add(_ cells: [String], from origin: Int) {
    for (position, cell) in cells.enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: ",")) }
      let isPlain = !cell.utf8.contains { ",\"#%".utf8.contains($0) }
      bytes.append(contentsOf: isPlain ? cell.utf8 : Self.quoted(cell).utf8)
    }
    bytes.append(UInt8(ascii: "\n"))
    origins.append(origin)
  }

  private static func quoted(_ cell: String) -> String {
    "\"\(cell.doubling("\""))\""
  }
}

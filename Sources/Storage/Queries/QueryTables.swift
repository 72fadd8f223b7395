import Graphs
import Vocabulary

/// A table that SQL has on a run's file without its being stored there: it takes arguments, as in
/// `SELECT * FROM neighbours(17)`.
public struct QueryTable: Sendable {
  /// Its name.
  public let name: String
  /// What it takes, in order.
  public let arguments: [String]
  /// How many of the first arguments must be given.
  public let requiredCount: Int
  /// What it has, in order.
  public let columns: [String]
  /// The rows it gives, in one line.
  public let summary: String
  /// The columns that ascend from row to row, most significant first; the second may be asked for a
  /// range.
  let order: Order?
  /// About how many rows there are, of a run with so many events.
  let expectedRows: @Sendable (_ events: Int) -> Double
  let rows: @Sendable (borrowing QueryArguments, ClosedRange<Int32>, QueryState) throws -> TableRows

  /// In which order rows come.
  struct Order: Sendable {
    /// The column of the row's number, which ascends.
    let number: Int
    /// The column of the time, which ascends with it, and of which a range can be asked for.
    let time: Int
  }

  /// How it is called, such as `neighbours(account, at)`.
  public var call: String { "\(name)(\(arguments.joined(separator: ", ")))" }

  /// Every table.
  ///
  /// Where the time `at` is left out, the end of the run is meant. Of NULL, there are no rows.
  public static let all = [events] + ofFriends

  /// Those that only friendships are needed for.
  static let ofFriends = [neighbours, hops, path]

  private static let neighbours = QueryTable(
    name: "neighbours", arguments: ["account", "at"], requiredCount: 1,
    columns: ["neighbour", "since", "until"],
    summary: "the friends of an account at a time; until is NULL where it does not end",
    order: nil, expectedRows: { _ in 100 }
  ) { arguments, _, state in
    guard let account = try arguments.account(0, state), let time = try arguments.time(1, state)
    else { return TableRows() }
    let sides = try state.withFriends { $0.sides(of: account, at: time) }
    return ListedRows(count: sides.count) { row, column in
      switch column {
      case 0: .integer(Int64(sides[row].neighbour))
      case 1: .integer(Int64(sides[row].since))
      default:
        sides[row].until == TemporalAdjacency.open ? .null : .integer(Int64(sides[row].until))
      }
    }
  }

  private static let hops = QueryTable(
    name: "hops", arguments: ["account", "k", "at"], requiredCount: 2,
    columns: ["reached", "hops"],
    summary: "whom up to k friendships in a row lead to at a time, by how many",
    order: nil, expectedRows: { _ in 10_000 }
  ) { arguments, _, state in
    guard let account = try arguments.account(0, state), let limit = try arguments.count(1),
      let time = try arguments.time(2, state)
    else { return TableRows() }
    let reached = try state.withFriends {
      try $0.reached(from: account, within: limit, at: time, charging: state.charge)
    }
    return ListedRows(count: reached.count) { row, column in
      .integer(Int64(column == 0 ? reached[row].vertex : reached[row].hops))
    }
  }

  private static let path = QueryTable(
    name: "path", arguments: ["a", "b", "at"], requiredCount: 2, columns: ["step", "account"],
    summary: "a shortest chain of friends from a to b at a time, if there is one",
    order: nil, expectedRows: { _ in 5 }
  ) { arguments, _, state in
    guard let a = try arguments.account(0, state), let b = try arguments.account(1, state),
      let time = try arguments.time(2, state)
    else { return TableRows() }
    let path =
      try state.withFriends {
        try $0.shortestPath(from: a, to: b, at: time, charging: state.charge)
      } ?? []
    return ListedRows(count: path.count) { row, column in
      .integer(Int64(column == 0 ? row : path[row]))
    }
  }
}

/// The rows of a table for the arguments it was given, one after the other.
///
/// A class, for SQLite to hold; it has none.
class TableRows {
  /// What was given, as the hidden columns of each row.
  final var arguments: [Cell] = []

  /// The number of the arguments among all lists of them, once asked for.
  private final var argumentsNumber: Int64?

  /// Whether there is no row any more.
  var isAtEnd: Bool { true }

  /// What tells the row from all others of the same arguments, whatever else is asked of them.
  var number: Int { 0 }

  /// Moves to the next row.
  func advance() throws {}

  /// Gives a column of the row.
  func give(_ column: Int, as result: QueryResult) {}

  /// What tells the row from all others that the table has within a question.
  ///
  /// There is room for 2^40 rows of each of 2^23 lists of arguments.
  final func rowid(in state: QueryState) -> Int64 {
    let list = argumentsNumber ?? state.number(of: arguments)
    argumentsNumber = list
    return list << 40 &+ Int64(number)
  }
}

/// Rows that are all known.
private final class ListedRows: TableRows {
  private let count: Int
  private let content: (_ row: Int, _ column: Int) -> Cell
  private var row = 0

  init(count: Int, content: @escaping (_ row: Int, _ column: Int) -> Cell) {
    self.count = count
    self.content = content
  }

  override var isAtEnd: Bool { row >= count }

  override var number: Int { row }

  override func advance() { row += 1 }

  override func give(_ column: Int, as result: QueryResult) { result.give(content(row, column)) }
}

import Graphs
import Population

/// A world held against every row of the table.
public struct ValidationResult: Sendable {
  /// The name of the platform whose accounts were looked at.
  public var platform: String
  /// Its accounts.
  public var accounts: Int
  /// Friendships between them.
  public var friendships: Int
  /// Everybody in the world, with or without an account.
  public var persons: Int
  /// What each row found, in the order of the table.
  public var rows: [RowFinding]

  /// Makes a result of its parts.
  public init(
    platform: String, accounts: Int, friendships: Int, persons: Int, rows: [RowFinding]
  ) {
    self.platform = platform
    self.accounts = accounts
    self.friendships = friendships
    self.persons = persons
    self.rows = rows
  }

  /// Measures a sample by rows.
  ///
  /// - Parameters:
  ///   - sample: the world.
  ///   - rows: what to measure.
  ///   - progress: told how many rows are done before each, and after the last.
  /// - Throws: what `progress` throws.
  public init<Failure: Error>(
    of sample: ValidationSample, rows: [ValidationRow] = RowCatalogue.all,
    progress: (_ done: Int) throws(Failure) -> Void
  ) throws(Failure) {
    var findings: [RowFinding] = []
    for row in rows {
      try progress(findings.count)
      findings.append(RowFinding(row, of: sample))
    }
    try progress(findings.count)
    self.init(
      platform: sample.platformName, accounts: sample.accountCount,
      friendships: sample.graph.edgeCount, persons: sample.world.persons.count, rows: findings)
  }

  /// The rows that this world can show.
  public var shown: [RowFinding] { rows.filter { $0.verdict != .notShown } }

  /// The rows that fail.
  public var failed: [RowFinding] { rows.filter { $0.verdict == .fail } }
}

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
  /// What was simulated in the world, on all platforms; nil if nothing was looked at.
  public var run: Run?
  /// What each row found, in the order of the table: those on the world, then those on activity.
  public var rows: [RowFinding]

  /// How much was simulated.
  public struct Run: Sendable, Equatable, Codable {
    /// How many days.
    public var days: Int
    /// How many events.
    public var events: Int

    /// Makes an extent.
    public init(days: Int, events: Int) {
      self.days = days
      self.events = events
    }
  }

  /// Makes a result of its parts.
  public init(
    platform: String, accounts: Int, friendships: Int, persons: Int, run: Run? = nil,
    rows: [RowFinding]
  ) {
    self.platform = platform
    self.accounts = accounts
    self.friendships = friendships
    self.persons = persons
    self.run = run
    self.rows = rows
  }

  /// Measures a world by all rows on it and, if it was, what happened there by all rows on that.
  ///
  /// - Parameters:
  ///   - sample: the world.
  ///   - activity: what happened in it; nil if nothing was simulated.
  ///   - progress: told how many rows are done before each, and after the last.
  /// - Throws: what `progress` throws.
  public init<Failure: Error>(
    of sample: ValidationSample, activity: ActivitySample? = nil,
    progress: (_ done: Int) throws(Failure) -> Void
  ) throws(Failure) {
    var findings: [RowFinding] = []
    for row in RowCatalogue.world {
      try progress(findings.count)
      findings.append(RowFinding(row, of: sample))
    }
    if let activity {
      try progress(findings.count)
      findings += RowCatalogue.activity.map { RowFinding($0, of: activity) }
    }
    try progress(findings.count)
    self.init(
      platform: sample.platformName, accounts: sample.accountCount,
      friendships: sample.graph.edgeCount, persons: sample.world.persons.count,
      run: activity.map { Run(days: $0.days, events: $0.events) }, rows: findings)
  }

  /// The rows that pass or fail.
  public var shown: [RowFinding] { rows.filter { $0.verdict == .pass || $0.verdict == .fail } }

  /// The rows that fail.
  public var failed: [RowFinding] { rows.filter { $0.verdict == .fail } }
}

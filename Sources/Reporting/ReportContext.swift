/// What a report says of the run besides its evaluation: enough to make it again.
///
/// No time of day and no duration of the work: the same run gives the same report.
public struct ReportContext: Codable, Sendable, Equatable {
  /// The title of the scenario.
  public var scenario: String
  /// The seed of the run.
  public var seed: UInt64
  /// The version of Tocsin that made it.
  public var version: String
  /// The length of the run in days.
  public var days: Int
  /// The first simulated day as people write it, such as `3 April 2017`.
  public var startDate: String
  /// Accounts in the world.
  public var accounts: Int
  /// Accounts of adults, 18 or over in truth.
  public var adults: Int
  /// Accounts of children, under 18 in truth.
  public var children: Int
  /// Friendships when the run started.
  public var friendships: Int
  /// Events in the run.
  public var events: Int
  /// Where the graph database is.
  public var database: String

  /// Makes a context.
  public init(
    scenario: String, seed: UInt64, version: String, days: Int, startDate: String, accounts: Int,
    adults: Int, children: Int, friendships: Int, events: Int, database: String
  ) {
    self.scenario = scenario
    self.seed = seed
    self.version = version
    self.days = days
    self.startDate = startDate
    self.accounts = accounts
    self.adults = adults
    self.children = children
    self.friendships = friendships
    self.events = events
    self.database = database
  }
}

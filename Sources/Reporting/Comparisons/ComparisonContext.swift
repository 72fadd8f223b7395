public import Vocabulary

/// What a report on a comparison says besides what came out.
public struct ComparisonContext: Sendable {
  /// What is in use, as it was named.
  public var inUse: String
  /// The candidate, as it was named.
  public var candidate: String
  /// The runs, one per world.
  public var runs: [Run]
  /// Writes a moment of a world as people do, such as `2017-04-03 14:05`.
  public var calendar: @Sendable (SimTime, _ world: Int) -> String

  /// A run that both were compared on.
  public struct Run: Sendable, Equatable, Encodable {
    /// Its number, from 1.
    public var number: Int
    /// Where the graph database is.
    public var database: String
    /// The title of the scenario.
    public var scenario: String
    /// The seed.
    public var seed: UInt64
    /// The version of Tocsin that made it.
    public var version: String

    /// Makes a run.
    public init(number: Int, database: String, scenario: String, seed: UInt64, version: String) {
      self.number = number
      self.database = database
      self.scenario = scenario
      self.seed = seed
      self.version = version
    }
  }

  /// Makes a context.
  public init(
    inUse: String, candidate: String, runs: [Run],
    calendar: @escaping @Sendable (SimTime, _ world: Int) -> String
  ) {
    self.inUse = inUse
    self.candidate = candidate
    self.runs = runs
    self.calendar = calendar
  }
}

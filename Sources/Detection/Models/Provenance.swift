/// What a model was trained on: enough to train it again, byte by byte.
public struct Provenance: Codable, Sendable, Equatable {
  /// The version of Tocsin.
  public var tocsinVersion: String
  /// The scenarios, in the order in which they were given.
  public var scenarios: [Scenario]
  /// The seeds of each of them.
  public var seeds: [Int]
  /// The share of innocent accounts that were kept; those that were count accordingly more.
  public var innocentShare: Double
  /// Rows of features.
  public var rows: Int
  /// Those of groomers' accounts.
  public var positives: Int
  /// Accounts with rows.
  public var accounts: Int
  /// Groomers' accounts with rows.
  public var groomers: Int
  /// Groomers' rows of all, innocent ones counted as if none had been left out.
  public var prevalence: Double

  /// A scenario that it was trained on.
  public struct Scenario: Codable, Sendable, Equatable {
    /// Its name.
    public var name: String
    /// SHA-256 of all that it says but the seed, in hexadecimal.
    public var digest: String

    /// Makes a scenario's line.
    public init(name: String, digest: String) {
      self.name = name
      self.digest = digest
    }
  }

  /// Makes a provenance.
  public init(
    tocsinVersion: String, scenarios: [Scenario], seeds: [Int], innocentShare: Double, rows: Int,
    positives: Int, accounts: Int, groomers: Int, prevalence: Double
  ) {
    self.tocsinVersion = tocsinVersion
    self.scenarios = scenarios
    self.seeds = seeds
    self.innocentShare = innocentShare
    self.rows = rows
    self.positives = positives
    self.accounts = accounts
    self.groomers = groomers
    self.prevalence = prevalence
  }
}

/// What a file says about the run it holds, known before the run starts.
public struct RunHeader: Sendable, Equatable {
  /// The version of Tocsin that makes the run.
  public var tocsinVersion: String
  /// The name of the scenario.
  public var scenarioName: String
  /// The scenario as its YAML text, overrides applied.
  public var scenarioYAML: String
  /// The seed of every draw.
  public var seed: UInt64
  /// The first simulated day, such as `2017-04-01`.
  public var startDate: String
  /// How many days are simulated.
  public var days: Int
  /// Which events the file holds.
  public var recording: RecordingLevel

  /// Makes a header.
  public init(
    tocsinVersion: String, scenarioName: String, scenarioYAML: String, seed: UInt64,
    startDate: String, days: Int, recording: RecordingLevel = .all
  ) {
    self.tocsinVersion = tocsinVersion
    self.scenarioName = scenarioName
    self.scenarioYAML = scenarioYAML
    self.seed = seed
    self.startDate = startDate
    self.days = days
    self.recording = recording
  }
}

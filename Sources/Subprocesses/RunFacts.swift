public import Settings

/// What everybody knows of a run: when it takes place.
public struct RunFacts: Sendable, Equatable {
  /// The first day; times are seconds since its midnight.
  public var start: CalendarDate
  /// How many days there are.
  public var days: Int

  /// Makes the facts.
  public init(start: CalendarDate, days: Int) {
    self.start = start
    self.days = days
  }
}

/// How far a program is trusted.
public struct ProgramLimits: Sendable, Equatable {
  /// For how long it may leave us waiting, in seconds.
  public var answerSeconds = 60.0
  /// How many alerts it may raise for a batch.
  public var alertsPerBatch = 10_000
  /// How long its lines may be.
  public var lineBytes = 16 << 20

  /// Makes the default limits, all our choice.
  public init() {}
}

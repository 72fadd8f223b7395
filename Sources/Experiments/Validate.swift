import Activity
public import Population
public import Storage
public import Validation
import Vocabulary

/// A world, and what happened in it where there is a file of that, held against published figures.
public struct Validate: Sendable {
  private let platform: String?
  private let threads: Int

  /// Prepares a validation.
  ///
  /// - Parameters:
  ///   - platform: the name of the platform whose accounts are looked at; the world's first if none
  ///     is named.
  ///   - threads: how many threads may work; changes no figure.
  public init(platform: String? = nil, threads: Int) {
    self.platform = platform
    self.threads = threads
  }

  /// Builds a scenario's world and lays it out for measuring.
  ///
  /// - Throws: `UnknownPlatform`; `Interrupted`.
  public func sample(of file: ScenarioFile, _ watch: Watch) throws -> ValidationSample {
    try watch.check(StageProgress(stage: .world, done: 0, total: 0, events: 0))
    return try sample(of: file.world(threads: threads), watch)
  }

  /// Reads the world of a results file and lays it out for measuring.
  ///
  /// - Throws: `UnknownPlatform`; `Interrupted`; `StorageError`.
  public func sample(of file: RunFile, _ watch: Watch) throws -> ValidationSample {
    try watch.check(StageProgress(stage: .reading, done: 0, total: 0, events: 0))
    return try sample(of: try file.world(), watch)
  }

  /// Goes through the events of a results file.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - world: its world.
  ///   - watch: told how far the stage is, and asked whether to stop.
  /// - Returns: what happened, for the rows on activity.
  /// - Throws: `Interrupted`; `StorageError`; `RemakingError`; `InvalidSettings` if another version of
  ///   Tocsin made the file and its scenario cannot be read.
  public func activity(
    of file: RunFile, in world: World, _ watch: Watch
  ) throws -> ActivitySample {
    let scenario = try file.scenario()
    var activity = ActivitySample(
      world: world, truth: try file.truth(), calendar: scenario.calendar,
      answerDays: scenario.activity.answers.expiryDays)
    var source = try WholeStream(of: file, for: .events, watch, threads: threads)
    var log = EventLog()
    while try source.next(into: &log) { activity.consume(log) }
    return activity
  }

  /// Measures every row of the table: those on activity too, where there is any.
  ///
  /// - Throws: `Interrupted`.
  public func rows(
    of sample: ValidationSample, activity: ActivitySample?, _ watch: Watch
  ) throws -> ValidationResult {
    try ValidationResult(of: sample, activity: activity) { done in
      let total = RowCatalogue.world.count + (activity == nil ? 0 : RowCatalogue.activity.count)
      try watch.check(StageProgress(stage: .measuring, done: done, total: total, events: 0))
    }
  }

  /// Works out what pictures show.
  ///
  /// - Throws: `Interrupted`.
  public func curves(of sample: ValidationSample, _ watch: Watch) throws -> ValidationCurves {
    try watch.check(StageProgress(stage: .drawing, done: 0, total: 0, events: 0))
    return ValidationCurves(of: sample)
  }

  private func sample(of world: World, _ watch: Watch) throws -> ValidationSample {
    try watch.check(StageProgress(stage: .measuring, done: 0, total: 0, events: 0))
    return ValidationSample(world: world, platform: try position(in: world), threads: threads)
  }

  private func position(in world: World) throws(UnknownPlatform) -> Int {
    guard let platform else { return 0 }
    guard let position = world.platforms.firstIndex(of: platform) else {
      throw UnknownPlatform(name: platform, known: world.platforms)
    }
    return position
  }
}

/// A platform was named that the world does not have.
public struct UnknownPlatform: Error, Equatable, CustomStringConvertible {
  /// The name that was given.
  public var name: String
  /// The platforms there are.
  public var known: [String]

  /// What was found and what was expected.
  public var description: String {
    "--platform: found \"\(name)\", expected one of: \(known.joined(separator: ", "))"
  }
}

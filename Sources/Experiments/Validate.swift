public import Population
public import Storage
public import Validation

/// A world held against published figures; no day of it is simulated.
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

  /// Builds a scenario's world and measures it.
  ///
  /// - Throws: `UnknownPlatform`; `Interrupted`.
  public func run(_ file: ScenarioFile, _ watch: Watch) throws -> ValidationResult {
    try watch.check(StageProgress(stage: .world, done: 0, total: 0, events: 0))
    return try measure(file.world(threads: threads), watch)
  }

  /// Reads the world of a results file and measures it.
  ///
  /// - Throws: `UnknownPlatform`; `Interrupted`; `StorageError`.
  public func run(_ file: RunFile, _ watch: Watch) throws -> ValidationResult {
    try watch.check(StageProgress(stage: .reading, done: 0, total: 0, events: 0))
    return try measure(try file.world(), watch)
  }

  /// Measures a world.
  ///
  /// - Throws: `UnknownPlatform`; `Interrupted`.
  public func measure(_ world: World, _ watch: Watch) throws -> ValidationResult {
    let total = RowCatalogue.all.count
    try watch.check(StageProgress(stage: .measuring, done: 0, total: total, events: 0))
    let sample = ValidationSample(
      world: world, platform: try position(in: world), threads: threads)
    return try ValidationResult(of: sample) { done in
      try watch.check(StageProgress(stage: .measuring, done: done, total: total, events: 0))
    }
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

import Foundation
import Activity
public import Population
import Settings

/// A scenario as read from its file, with the places and the graph that it names.
public struct ScenarioFile: Sendable {
  /// The path of the file.
  public let path: String
  /// What it says, with overrides.
  public let scenario: Scenario
  /// The places people live in.
  public let places: [Place]
  /// The graph that the world is built on; nil where the model draws one.
  public let graph: ImportedGraph?

  /// Reads a scenario file and the files that it names.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - overrides: settings such as `population.accounts=5000` that replace what the file says.
  /// - Throws: `InvalidSettings` with every problem of the file; `PlacesError` or `ImportError` with
  ///   the problems of the first file that it names and that cannot be used.
  public init(path: String, overrides: [String] = []) throws {
    self.path = path
    scenario = try SettingsDocument(file: path).decode(
      Scenario.self, overrides: overrides, objections: \.objections)
    places = try Self.places(of: scenario)
    graph = try Self.graph(of: scenario.population.imported, places: places)
  }

  /// The paths of the file and of those that it names.
  public var files: [String] {
    let population = scenario.population
    let named = [population.places, population.imported.accounts, population.imported.friendships]
    return [path] + named.compactMap { $0?.path }
  }

  /// How many accounts the world holds.
  public var accountCount: Int { graph?.accounts.count ?? scenario.population.accounts }

  /// Builds the world before the first event.
  ///
  /// - Parameter threads: how many threads may work; changes nothing.
  /// - Returns: the world: on the graph that the scenario names, if it names one.
  public func world(threads: Int) -> World {
    let population = scenario.population
    let traits = scenario.campaigns.groomerTraits
    let seed = UInt64(scenario.seed)
    guard let graph else {
      return WorldBuilder(
        settings: population, places: places, groomerTraits: traits, seed: seed,
        threads: threads
      ).build()
    }
    return ImportedWorldBuilder(
      graph: graph, settings: population, places: places, groomerTraits: traits, seed: seed,
      threads: threads
    ).build()
  }

  private static func graph(
    of settings: ImportSettings, places: [Place]
  ) throws -> ImportedGraph? {
    guard let file = settings.friendships else { return nil }
    func bytes(of file: InputFile) throws -> [UInt8] {
      guard let bytes = FileManager.default.contents(atPath: file.path) else {
        throw ImportError(unreadable: file.path)
      }
      return Array(bytes)
    }
    let accounts = try settings.accounts.map { file in
      (try AccountsFile.parse(bytes(of: file), path: file.path, places: places), file.name)
    }
    return try FriendshipsFile.parse(bytes(of: file), path: file.path, accounts: accounts)
  }

  private static func places(of scenario: Scenario) throws -> [Place] {
    guard let file = scenario.population.places else { return [ScenarioFile.defaultTown] }
    guard let bytes = FileManager.default.contents(atPath: file.path) else {
      throw PlacesError(unreadable: file.path)
    }
    return try PlacesFile.parse(Array(bytes), path: file.path)
  }

  /// Where people live if the scenario names no table of places: one invented town.
  static let defaultTown = Place(
    name: "Anytown", latitude: 53.0, longitude: -1.0, population: 50_000)
}

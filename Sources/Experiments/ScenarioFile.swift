import Foundation
public import Population
import Settings

/// A scenario as read from its file, with the places that it names.
public struct ScenarioFile: Sendable {
  /// The path of the file.
  public let path: String
  /// What it says, with overrides.
  public let scenario: Scenario
  /// The places people live in.
  public let places: [Place]

  /// Reads a scenario file and the table of places that it names.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - overrides: settings such as `population.accounts=5000` that replace what the file says.
  /// - Throws: `InvalidSettings` with every problem of the file; `PlacesError` with every
  ///   problem of the table.
  public init(path: String, overrides: [String] = []) throws {
    self.path = path
    scenario = try SettingsDocument(file: path).decode(Scenario.self, overrides: overrides)
    places = try Self.places(of: scenario)
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

import Settings
public import Storage

extension RunFile {
  /// The scenario that the file was made from, with further overrides.
  ///
  /// The table of places that it names is not needed any more and need not be there.
  ///
  /// - Parameter overrides: settings such as `detection.quiet-days=7`.
  /// - Returns: the scenario, its places not read.
  /// - Throws: `StorageError`; `InvalidSettings`, should the overrides not fit.
  public func scenario(overrides: [String] = []) throws -> Scenario {
    let document = try SettingsDocument(
      text: try header().scenarioYAML, name: "the scenario in \(path)")
    return try document.decode(
      Scenario.self, overrides: overrides, inputsMustExist: false,
      objections: overrides.isEmpty ? { _ in [] } : \.objections)
  }
}

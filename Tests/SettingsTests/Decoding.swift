import Settings

/// Decodes a garden from a text, with overrides.
func garden(
  _ text: String, _ overrides: String..., folder: String = "."
) throws(InvalidSettings) -> Garden {
  try SettingsDocument(text: text, name: "garden.yaml", folder: folder)
    .decode(overrides: overrides)
}

/// The problems of a garden, a line each; the decoded value in words if there are none.
func problems(_ text: String, _ overrides: String..., folder: String = ".") -> [String] {
  do throws(InvalidSettings) {
    let garden: Garden = try SettingsDocument(text: text, name: "garden.yaml", folder: folder)
      .decode(overrides: overrides)
    return ["no problem: \(garden)"]
  } catch {
    return error.problems.map(\.description)
  }
}

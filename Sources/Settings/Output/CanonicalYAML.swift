extension SettingsSection {
  /// The complete settings as YAML: every key, in the order of the rows.
  ///
  /// Decoding it again, with the same folder for the files that it names, gives the same value:
  /// numbers are written so that they read back exactly. An absent file is left out.
  public func canonicalYAML() -> String {
    guard case .mapping(let entries) = written().content, !entries.isEmpty else { return "{}\n" }
    return YAMLWriter.lines(entries).joined(separator: "\n") + "\n"
  }
}

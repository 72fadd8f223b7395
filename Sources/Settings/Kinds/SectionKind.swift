extension Kind where Value: SettingsSection {
  static var section: Kind {
    Kind(
      word: "section", expected: "a mapping of keys to values", schema: [],
      read: { node, value, path, reading in
        Value.read(node, over: value, at: path, &reading)
      },
      write: { $0.written() }, children: { .keys($0.described()) })
  }
}

extension Key {
  /// A nested section.
  ///
  /// Keys that are not given keep the value that they have in `Section()`.
  public static func section<Nested: SettingsSection>(
    _ name: String, _ property: any WritableKeyPath<Section, Nested> & Sendable, about: String
  ) -> Key {
    Key(name, property, .section, source: nil, about: about)
  }
}

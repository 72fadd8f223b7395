extension Kind where Value == Bool {
  static var flag: Kind {
    let expected = "true or false"
    return Kind(
      word: "flag", expected: expected, schema: [.init("type", .string("boolean"))],
      read: { node, _, path, reading in
        guard case .scalar(let text, let isPlain) = node.content else {
          reading.reportWrongKind(node, expected: expected, at: path)
          return nil
        }
        switch (text, isPlain) {
        case ("true", true): return true
        case ("false", true): return false
        default:
          let meant = Self.meaning(of: text.lowercased())
          let fault: ValueFault =
            meant.map { .notTrueOrFalse(found: node.summary, meant: $0) }
            ?? .wrongKind(found: node.summary, expected: expected, .scalar)
          reading.report(fault, at: path, node.location)
          return nil
        }
      },
      write: { DocumentNode(.scalar($0 ? "true" : "false", isPlain: true)) })
  }

  /// What a person means by a word that YAML 1.1 took for a flag, and YAML 1.2 takes for text.
  private static func meaning(of word: String) -> Bool? {
    switch word {
    case "true", "yes", "on", "y", "1": true
    case "false", "no", "off", "n", "0": false
    default: nil
    }
  }
}

extension Key {
  /// A flag: `true` or `false`, spelled so, as in YAML 1.2 and JSON.
  public static func flag(
    _ name: String, _ property: any WritableKeyPath<Section, Bool> & Sendable,
    source: Source, about: String
  ) -> Key {
    Key(name, property, .flag, source: source, about: about)
  }
}

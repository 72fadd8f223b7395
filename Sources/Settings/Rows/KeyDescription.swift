/// What the documentation says of one key, with the type of its value erased.
struct KeyDescription: Sendable {
  var name: String
  var kind: String
  var expected: String
  var unit: String?
  var bounds: String
  /// The default as it would stand in a file; none for a value that is absent by default.
  var standard: DocumentNode?
  var source: Source?
  var about: String
  /// The members of the key's JSON Schema that depend on the kind alone.
  var schema: [JSONValue.Member]
  var remark: String
  var children: Children
  var isRequired = false
  /// The name of the elements' key that must differ between them.
  var unique: String?

  /// Whether the value is one number.
  var isNumber: Bool { [Int.kindWord, Double.kindWord].contains(kind) }
  /// What the key would refuse of the ends of the range that a sweep of it should cover.
  var sweepRefusals: @Sendable () -> [String] = { [] }

  /// The keys below a key.
  indirect enum Children: Sendable {
    case none
    case keys(SectionDescription)
    case elements(SectionDescription)
  }
}

/// What the documentation says of one section.
struct SectionDescription: Sendable {
  var keys: [KeyDescription]
  /// The rules that tie several keys together, each a sentence.
  var rules: [String]
  /// The names of the keys that the rules read.
  var ruleNames: [String] = []
  /// The problems that the rows would find in the section's own defaults.
  var refusals: @Sendable () -> [String] = { [] }
}

extension SectionDescription {
  /// The path of the first key below this section's own that has the name; nil if there is none.
  func path(to name: String) -> String? {
    for key in keys {
      guard case .keys(let section) = key.children else { continue }
      if section.keys.contains(where: { $0.name == name }) { return key.name.appendingKey(name) }
      if let path = section.path(to: name) { return key.name.appendingKey(path) }
    }
    return nil
  }
}

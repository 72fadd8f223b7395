/// What is wrong with the keys of a section.
public enum KeyFault: Sendable, Equatable {
  /// A section has no such key: the path of the nearest, and all names.
  case unknownKey(nearest: String?, section: String, known: [String])
  /// A required key is absent.
  case missingKey(expected: String)
  /// Several keys of a section contradict a rule.
  case contradiction(rule: String, values: [Held])

  /// A key with its value, as evidence of a contradiction.
  public struct Held: Sendable, Equatable {
    /// The name of the key.
    public let name: String
    /// Its value, as shown.
    public let value: String
  }
}

extension KeyFault: CustomStringConvertible {
  /// What was found, what was expected and what to do.
  public var description: String {
    switch self {
    case .unknownKey(.some(let nearest), _, _): "unknown key; did you mean \(nearest)?"
    case .unknownKey(nil, let section, let known):
      "unknown key; \(section.isEmpty ? "the top level" : section) "
        + (known.isEmpty ? "has no keys" : "has the keys \(known.joined(separator: ", "))")
    case .missingKey(let expected): "this key is missing, expected \(expected); add it"
    case .contradiction(let rule, let values):
      "found " + values.map { "\($0.name): \($0.value)" }.joined(separator: " and ")
        + ", but \(rule); change one of them"
    }
  }
}

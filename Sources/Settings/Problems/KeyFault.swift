/// What is wrong with the keys of a section.
public enum KeyFault: Sendable, Equatable {
  /// A section has no such key: the path of the nearest, and all names.
  case unknownKey(nearest: String?, section: String, known: [String])
  /// The name of a key holds the dots that only paths have: the keys it seems to mean.
  case dottedKey(names: [String])
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
    /// Whether the value is the default, so that the scenario does not show it.
    public let isDefault: Bool
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
    case .dottedKey(let names):
      "unknown key; in a file, keys stand below each other, each further in: write "
        + names.map { "\($0):" }.joined(separator: " and below it ")
    case .missingKey(let expected): "this key is missing, expected \(expected); add it"
    case .contradiction(let rule, let values):
      if values.count == 1, let only = values.first {
        "found \(only.value)\(only.origin), but \(rule); correct it"
      } else {
        "found " + Self.listed(values.map { "\($0.name): \($0.value)\($0.origin)" })
          + ", but \(rule); change one of them"
      }
    }
  }
}

extension KeyFault {
  /// The texts with commas between them, and "and" before the last.
  private static func listed(_ texts: [String]) -> String {
    guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
    return texts.dropLast().joined(separator: ", ") + " and " + last
  }
}

extension KeyFault.Held {
  fileprivate var origin: String { isDefault ? " (the default)" : "" }
}

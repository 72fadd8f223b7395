/// A rule that a text must obey.
public struct TextRule: Sendable {
  let words: String
  let pattern: String?
  let accepts: @Sendable (String) -> Bool

  /// Makes a rule.
  ///
  /// - Parameters:
  ///   - words: What is accepted, to follow "a text", such as "of three capital letters".
  ///   - pattern: The same as a regular expression for the JSON Schema, if there is one.
  ///   - accepts: Whether a text obeys the rule.
  public init(
    _ words: String, pattern: String? = nil, accepts: @escaping @Sendable (String) -> Bool
  ) {
    self.words = words
    self.pattern = pattern
    self.accepts = accepts
  }

  /// Any text but the empty one.
  public static let nonEmpty = TextRule("that is not empty", pattern: "^[\\s\\S]+$") {
    !$0.isEmpty
  }

  /// A line that any terminal shows as it is; good for names that people choose.
  public static let oneLine = TextRule(
    "of one line, neither empty nor with control characters",
    pattern: #"^[^\u0000-\u001F\u007F-\u009F\u2028\u2029]+$"#
  ) { text in
    !text.isEmpty
      && text.unicodeScalars.allSatisfy { scalar in
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: false
        default: !scalar.properties.isBidiControl
        }
      }
  }

  /// Lower-case words joined by hyphens, such as `first-campaign`; good for names in results.
  public static let kebabCase = TextRule(
    "of lower-case letters, digits and single hyphens", pattern: "^[a-z0-9]+(-[a-z0-9]+)*$"
  ) { text in
    let words = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return words.allSatisfy { word in
      !word.isEmpty && word.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
    }
  }
}

extension Kind where Value == String {
  static func text(_ rule: TextRule?) -> Kind {
    let expected = rule.map { "a text \($0.words)" } ?? "a text"
    let pattern = rule?.pattern.map { [JSONValue.Member("pattern", .string($0))] } ?? []
    return Kind(
      word: "text", expected: expected, bounds: rule?.words ?? "",
      schema: [.init("type", .string("string"))] + pattern,
      remark: rule.map { $0.pattern == nil ? "A text \($0.words)." : "" } ?? "",
      read: { node, _, path, reading in
        guard let text = node.text(expected: expected, at: path, &reading) else { return nil }
        guard rule?.accepts(text) ?? true else {
          let fault = ValueFault.brokenRule(found: node.summary, expected: expected)
          reading.report(fault, at: path, node.location)
          return nil
        }
        return text
      },
      write: { DocumentNode(text: $0) })
  }
}

extension DocumentNode {
  /// The text of the node; reports a problem if it holds something else.
  ///
  /// What YAML 1.2 reads as a number or a flag is refused, as the JSON Schema refuses it too.
  func text(expected: String, at path: String, _ reading: inout Reading) -> String? {
    guard case .scalar(let text, let isPlain) = content else {
      reading.reportWrongKind(self, expected: expected, at: path)
      return nil
    }
    if isPlain && PlainScalar.isNotText(text) {
      let fault = ValueFault.needsQuotes(found: summary, expected: expected, text: text)
      reading.report(fault, at: path, location)
      return nil
    }
    return text
  }
}

extension Key {
  /// A text, with a rule if it needs one.
  public static func text(
    _ name: String, _ property: any WritableKeyPath<Section, String> & Sendable,
    rule: TextRule? = nil, source: Source, about: String
  ) -> Key {
    Key(name, property, .text(rule), source: source, about: about)
  }
}

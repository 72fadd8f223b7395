extension Kind where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
  static var choice: Kind {
    let names = Value.allCases.map(\.rawValue)
    let expected = "one of \(names.joined(separator: ", "))"
    return Kind(
      word: "choice", expected: expected, bounds: names.joined(separator: ", "),
      schema: [.init("enum", .array(names.map { .string($0) }))],
      read: { node, _, path, reading in
        guard case .scalar(let text, _) = node.content else {
          reading.reportWrongKind(node, expected: expected, at: path)
          return nil
        }
        guard let value = Value(rawValue: text) else {
          let nearest = NearestName(to: text).among(names)
          let fault = ValueFault.unknownChoice(
            found: node.summary, expected: expected, nearest: nearest)
          reading.report(fault, at: path, node.location)
          return nil
        }
        return value
      },
      write: { DocumentNode(text: $0.rawValue) })
  }
}

extension Key {
  /// One of the cases of an enum of texts.
  public static func choice<Choice>(
    _ name: String, _ property: any WritableKeyPath<Section, Choice> & Sendable,
    source: Source, about: String
  ) -> Key
  where Choice: CaseIterable & RawRepresentable & Sendable, Choice.RawValue == String {
    Key(name, property, .choice, source: source, about: about)
  }
}

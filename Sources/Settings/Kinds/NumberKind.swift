extension Int: SettingNumber {
  /// The kind's name in the catalogue.
  public static var kindWord: String { "whole number" }

  /// The type's name in a JSON Schema.
  public static var schemaType: String { "integer" }
}

extension Double: SettingNumber {
  /// The kind's name in the catalogue.
  public static var kindWord: String { "number" }

  /// The type's name in a JSON Schema.
  public static var schemaType: String { "number" }
}

extension Kind where Value: SettingNumber {
  static func number(unit: String?, in bounds: Bounds<Value>) -> Kind {
    let expected =
      "a "
      + [Value.kindWord, bounds.words, unit.map { "(\($0))" } ?? ""]
      .filter { !$0.isEmpty }.joined(separator: " ")
    return Kind(
      word: Value.kindWord, expected: expected, unit: unit, bounds: bounds.words,
      schema: [.init("type", .string(Value.schemaType))] + bounds.schema,
      read: { node, _, path, reading in
        guard case .scalar(let text, let isPlain) = node.content else {
          reading.reportWrongKind(node, expected: expected, at: path)
          return nil
        }
        switch NumberText(text, isPlain: isPlain).number(Value.self) {
        case .refused(let fault):
          let fault = ValueFault.unusableNumber(found: node.summary, expected: expected, fault)
          reading.report(fault, at: path, node.location)
          return nil
        case .notANumber:
          reading.reportWrongKind(node, expected: expected, at: path)
          return nil
        case .number(let number):
          if let remedy = bounds.remedy(for: number) {
            reading.report(
              .outOfBounds(found: node.summary, expected: expected, remedy), at: path,
              node.location)
            return nil
          }
          return number
        }
      },
      write: { DocumentNode(.scalar(NumberText.text($0), isPlain: true)) })
  }
}

extension Key {
  /// A whole number or a number, within bounds.
  ///
  /// Numbers are decimal and finite. A duration is a number with a unit such as "hours" or "days".
  public static func number<Number: SettingNumber>(
    _ name: String, _ property: any WritableKeyPath<Section, Number> & Sendable,
    unit: String? = nil, in range: some BoundsConvertible<Number>, source: Source, about: String
  ) -> Key {
    Key(name, property, .number(unit: unit, in: range.bounds), source: source, about: about)
  }
}

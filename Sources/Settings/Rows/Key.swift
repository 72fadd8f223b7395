/// One row: a scenario key, the property that holds it, and all that is said of it.
///
/// Rows are made by the static functions that stand beside each kind of value: `number`, `flag`,
/// `text`, `date`, `choice`, `numbers`, `file`, `section`, `sections` and `table`.
public struct Key<Section: SettingsSection>: Sendable {
  /// The name in the scenario file, in kebab case.
  public let name: String

  private(set) var isRequired = false
  let read: @Sendable (DocumentNode.Entry, String, inout Section, inout Reading) -> Void
  let write: @Sendable (Section) -> DocumentNode?
  private let description: @Sendable (Section) -> KeyDescription

  init<Value>(
    _ name: String, _ property: any WritableKeyPath<Section, Value> & Sendable,
    _ kind: Kind<Value>, source: Source?, about: String
  ) {
    self.name = name
    read = { entry, path, section, reading in
      guard !entry.value.isNothing else {
        reading.report(.noValue(expected: kind.expected), at: path, entry.nameLocation)
        return
      }
      if let value = kind.read(entry.value, section[keyPath: property], path, &reading) {
        section[keyPath: property] = value
      }
    }
    write = { kind.write($0[keyPath: property]) }
    description = { section in
      let value = section[keyPath: property]
      return KeyDescription(
        name: name, kind: kind.word, expected: kind.expected, unit: kind.unit,
        bounds: kind.bounds, standard: kind.write(value), source: source, about: about,
        schema: kind.schema, remark: kind.remark, children: kind.children(value),
        unique: kind.unique, sweepRefusals: { kind.refusals(of: source, over: value) })
    }
  }

  /// The same row for a key that must be given, because no default would make sense.
  ///
  /// Useful inside the elements of a list, such as a name. The property's initial value is then
  /// only a placeholder, which may break the key's own rule.
  public var required: Key {
    var key = self
    key.isRequired = true
    return key
  }

  func describe(_ section: Section) -> KeyDescription {
    var description = description(section)
    description.isRequired = isRequired
    return description
  }
}

extension Kind {
  /// What reading the ends of the range to sweep would refuse; nothing where the value is not one number.
  fileprivate func refusals(of source: Source?, over value: Value) -> [String] {
    guard case .sweep(_, let range) = source, word == Int.kindWord || word == Double.kindWord else {
      return []
    }
    var reading = Reading(document: "the range", folder: ".", inputsMustExist: true)
    for end in [range.lowerBound, range.upperBound] {
      let node = DocumentNode(.scalar(NumberText.text(end), isPlain: true))
      _ = read(node, value, "", &reading)
    }
    return reading.problems.map(\.description)
  }
}

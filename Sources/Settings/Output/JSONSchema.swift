extension SettingsSection {
  /// The JSON Schema of a document with this section at its root, as draft 2020-12 has it.
  ///
  /// It says all that the rows say, in the descriptions where a schema has no words for it,
  /// such as rules between keys. The order of members is that of the rows.
  public static func jsonSchema(title: String) -> String {
    let head: [JSONValue.Member] = [
      .init("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      .init("title", .string(title)),
    ]
    let description = Self().described()
    return JSONValue.object(head + description.rulesMember + description.schema).text() + "\n"
  }
}

extension SectionDescription {
  /// The members that say what a section holds.
  fileprivate var schema: [JSONValue.Member] {
    let required = keys.filter(\.isRequired).map { JSONValue.string($0.name) }
    return [
      .init("type", .string("object")),
      .init("additionalProperties", .flag(false)),
      .init("properties", .object(keys.map { .init($0.name, .object($0.fullSchema)) })),
    ] + (required.isEmpty ? [] : [.init("required", .array(required))])
  }

  /// The rules between keys as a description; nothing if there are none.
  fileprivate var rulesMember: [JSONValue.Member] {
    rules.isEmpty ? [] : [.init("description", .string(rulesText))]
  }

  fileprivate var rulesText: String {
    "Rules: \(rules.joined(separator: "; "))."
  }
}

extension KeyDescription {
  /// The members that say what the key accepts, what it means and what its default is.
  fileprivate var fullSchema: [JSONValue.Member] {
    var parts = [about, remark]
    if let unit { parts.append("Unit: \(unit).") }
    if let source { parts.append("Source: \(source).") }
    var members = schema
    switch children {
    case .none: break
    case .keys(let section):
      members += section.schema
      if !section.rules.isEmpty { parts.append(section.rulesText) }
    case .elements(let section):
      members.append(.init("items", .object(section.rulesMember + section.schema)))
    }
    let text = parts.filter { !$0.isEmpty }.joined(separator: " ")
    let description: [JSONValue.Member] =
      text.isEmpty ? [] : [.init("description", .string(text))]
    let isMapping = if case .keys = children { true } else { false }
    let standard = isMapping || isRequired ? nil : standard
    return description + members + (standard.map { [.init("default", $0.json)] } ?? [])
  }
}

/// A group of scenario keys: a struct of properties with one key row for each.
///
/// ```swift
/// public struct SchoolSettings: SettingsSection {
///   public var pupilsPerYear = 180
///   public var open = true
///   public init() {}
///   public static let keys: [Key<Self>] = [
///     .number(
///       "pupils-per-year", \.pupilsPerYear, unit: "pupils", in: 1...1_000,
///       source: .assumption("our choice: a middling secondary school"),
///       about: "How many pupils share a school year."),
///     .flag(
///       "open", \.open, source: .assumption("our choice"), about: "Whether schools are open."),
///   ]
/// }
/// ```
/// The default of a key is its property's value in `Self()`, so it is spelled once. From the rows
/// come decoding with problems, overrides, the catalogue of keys, the JSON Schema, the template
/// and the canonical YAML. `mistakes()` checks the rows themselves and belongs in a test.
public protocol SettingsSection: Sendable {
  /// Makes the section in which every key has its default.
  init()

  /// The key rows, in the order in which they are documented and written.
  static var keys: [Key<Self>] { get }

  /// The rules that tie several keys together; none unless given.
  static var checks: [Check<Self>] { get }
}

extension SettingsSection {
  /// No rules between keys.
  public static var checks: [Check<Self>] { [] }
}

extension SettingsSection {
  /// Reads a mapping over `base`: keys that it does not give keep the value they have there.
  static func read(
    _ node: DocumentNode, over base: Self, at path: String, _ reading: inout Reading
  ) -> Self? {
    guard case .mapping(let entries) = node.content else {
      reading.reportWrongKind(node, expected: expectedMapping, at: path, as: .mapping)
      return nil
    }
    var section = base
    var faulty: Set<String> = []
    for entry in entries {
      let problems = reading.problems.count
      let entryPath = path.appendingKey(entry.name)
      if let key = keys.first(where: { $0.name == entry.name }) {
        key.read(entry, entryPath, &section, &reading)
        if entry.value.isRefused || reading.problems.count > problems { faulty.insert(key.name) }
      } else {
        reading.report(unknown(entry.name, in: path), at: entryPath, entry.nameLocation)
      }
    }
    let required = reading.isAmending ? [] : keys.filter(\.isRequired)
    for key in required where !entries.contains(where: { $0.name == key.name }) {
      let expected = key.describe(base).expected
      reading.report(
        .missingKey(expected: expected), at: path.appendingKey(key.name), node.location)
      faulty.insert(key.name)
    }
    for check in checks where faulty.isDisjoint(with: check.names) && !check.holds(section) {
      report(check, of: section, entries, node.location, path, &reading)
    }
    return section
  }

  /// The value as a mapping of every key, in the order of the rows.
  func written() -> DocumentNode {
    let entries = Self.keys.compactMap { key in
      key.write(self).map { DocumentNode.Entry(name: key.name, value: $0) }
    }
    return DocumentNode(.mapping(entries))
  }

  /// What the rows say of this value, for every kind of documentation.
  func described() -> SectionDescription {
    SectionDescription(
      keys: Self.keys.map { $0.describe(self) }, rules: Self.checks.map(\.rule),
      ruleNames: Self.checks.flatMap(\.names), refusals: { Self.refusals(of: self) })
  }

  /// A mapping in words, with the first few of its keys.
  private static var expectedMapping: String {
    let names = keys.map(\.name)
    guard names.count > 4 else { return "a mapping with the keys \(names.joined(separator: ", "))" }
    return "a mapping with keys such as \(names.prefix(3).joined(separator: ", "))"
  }

  private static func unknown(_ name: String, in path: String) -> KeyFault {
    let names = keys.map(\.name)
    let parts = name.split(separator: ".").map(String.init)
    if parts.count > 1, names.contains(parts[0]) { return .dottedKey(names: parts) }
    // A key whose indent is lost stands further out than it belongs.
    let nearest =
      NearestName(to: name).among(names) ?? Self().described().path(to: name)
    return .unknownKey(nearest: nearest.map(path.appendingKey), section: path, known: names)
  }

  /// Reports a broken check at the first of its keys that an option or the document gives.
  private static func report(
    _ check: Check<Self>, of section: Self, _ entries: [DocumentNode.Entry],
    _ fallback: Location, _ path: String, _ reading: inout Reading
  ) {
    let given = entries.filter { check.names.contains($0.name) }
    let blamed = given.first { $0.nameLocation.isOption } ?? given.first
    let values = check.names.map { name in
      let node = keys.first { $0.name == name }?.write(section)
      return KeyFault.Held(
        name: name, value: node?.evidence ?? "not set",
        isDefault: !given.contains { $0.name == name })
    }
    let finding = check.finding(section).map { ", and \($0)" } ?? ""
    reading.report(
      .contradiction(rule: check.rule + finding, values: values),
      at: path.appendingKey(blamed?.name ?? check.names.first ?? ""),
      blamed?.nameLocation ?? fallback)
  }
}

extension DocumentNode {
  /// The value as evidence of a contradiction: of a list, its elements.
  fileprivate var evidence: String {
    guard case .list = content else { return summary }
    return Excerpt.shortened(YAMLWriter.inline(self))
  }
}

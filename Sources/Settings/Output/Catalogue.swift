/// One documented key.
public struct CatalogueEntry: Sendable, Equatable, Encodable {
  /// The full path; elements of a list are `campaigns[]`.
  public let path: String
  /// The kind of value, such as "whole number".
  public let kind: String
  /// The unit; empty if there is none.
  public let unit: String
  /// What is accepted, in words; empty if anything of the kind is.
  public let bounds: String
  /// The default as it would stand in a file; empty for a section, "none" for an absent value.
  public let standard: String
  /// Where the default comes from; empty for a section.
  public let source: String
  /// What a sweep should cover, of a number without a good source; none of any other key.
  public let sweep: SweepRange?
  /// What the key means.
  public let about: String

  private enum CodingKeys: String, CodingKey {
    case path, kind, unit, bounds
    case standard = "default"
    case source, sweep, about
  }
}

extension SettingsSection {
  /// Every key below this section, sections before their own keys, in the order of the rows.
  public static func catalogue() -> [CatalogueEntry] {
    Self().described().catalogue(below: "", inheriting: nil)
  }
}

extension SettingsSection {
  /// How many elements each list of sections has, by its path; lists within lists are left out.
  public func elementCounts() -> [String: Int] { described().elementCounts(below: "") }
}

extension SectionDescription {
  fileprivate func elementCounts(below path: String) -> [String: Int] {
    keys.reduce(into: [:]) { counts, key in
      let keyPath = path.appendingKey(key.name)
      switch key.children {
      case .none: break
      case .keys(let section):
        counts.merge(section.elementCounts(below: keyPath)) { first, _ in first }
      case .elements:
        guard case .list(let elements) = key.standard?.content else { break }
        counts[keyPath] = elements.count
      }
    }
  }

  /// The entries of the keys; those of a table take the source of the table.
  fileprivate func catalogue(below path: String, inheriting source: Source?) -> [CatalogueEntry] {
    keys.flatMap { key in
      let keyPath = path.appendingKey(key.name)
      let source = key.source ?? source
      let entry = CatalogueEntry(
        path: keyPath, kind: key.kind, unit: key.unit ?? "", bounds: key.bounds,
        standard: key.standardText, source: source?.description ?? "",
        sweep: key.isNumber ? key.sweep(from: source) : nil,
        about: key.about)
      switch key.children {
      case .none: return [entry]
      case .keys(let section):
        return [entry] + section.catalogue(below: keyPath, inheriting: source)
      case .elements(let section):
        return [entry] + section.catalogue(below: keyPath + "[]", inheriting: source)
      }
    }
  }
}

extension KeyDescription {
  /// What a sweep should cover by a source, around the default and within bounds.
  fileprivate func sweep(from source: Source?) -> SweepRange? {
    var most: Double?
    if case .raw(let text) = schema.first(where: { $0.name == "maximum" })?.value {
      most = Double(text)
    }
    return source?.sweep(around: Double(standardText), atMost: most)
  }

  fileprivate var standardText: String {
    if isRequired { return "required" }
    guard let standard else { return "none" }
    switch children {
    case .none: return YAMLWriter.inline(standard)
    case .keys: return ""
    case .elements: return standard.element(at: 0) == nil ? "[]" : standard.summary
    }
  }
}

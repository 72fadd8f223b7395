extension Kind {
  static func sections<Element: SettingsSection>(
    unique: String?, count: ClosedRange<Int>?
  ) -> Kind where Value == [Element] {
    var kind = Kind.list(of: .section, "sections", startingFrom: Element(), count: count)
    kind.schema.removeAll { $0.name == "items" }
    kind.children = { _ in .elements(Element().described()) }
    guard let unique else { return kind }
    kind.unique = unique
    kind.remark = "Each with a different \(unique)."
    let difference = "each with a different \(unique)"
    kind.bounds = [kind.bounds, difference].filter { !$0.isEmpty }.joined(separator: ", ")
    kind.expected += ", \(difference)"
    let readElements = kind.read
    kind.read = { node, value, path, reading in
      let problems = reading.problems.count
      let elements = readElements(node, value, path, &reading)
      // An element that failed is absent, so that indices hold only if there was no problem.
      if let elements, reading.problems.count == problems {
        reportRepeated(unique, in: elements, node, path, &reading)
      }
      return elements
    }
    return kind
  }

  private static func reportRepeated<Element: SettingsSection>(
    _ unique: String, in elements: [Element], _ node: DocumentNode, _ path: String,
    _ reading: inout Reading
  ) {
    var firstIndices: [String: Int] = [:]
    for (index, element) in elements.enumerated() {
      let key = Element.keys.first { $0.name == unique }
      guard let text = key?.write(element)?.summary else { continue }
      guard let first = firstIndices[text] else {
        firstIndices[text] = index
        continue
      }
      let given = node.element(at: index)
      let firstPath = path.appendingIndex(first).appendingKey(unique)
      reading.report(
        .repeated(value: text, first: firstPath),
        at: path.appendingIndex(index).appendingKey(unique),
        given?.value(of: unique)?.location ?? given?.location ?? node.location)
    }
  }
}

extension Key {
  /// A list of sections: one mapping for each element.
  ///
  /// A list in a file replaces the default list. An override may set a key of one element:
  /// `--set calendar.holidays[0].from=2017-04-10`.
  ///
  /// `unique` names the element's key, if any, that must differ between elements; `count` bounds
  /// their number.
  public static func sections<Element: SettingsSection>(
    _ name: String, _ property: any WritableKeyPath<Section, [Element]> & Sendable,
    unique: String? = nil, count: ClosedRange<Int>? = nil, about: String
  ) -> Key {
    Key(name, property, .sections(unique: unique, count: count), source: nil, about: about)
  }
}

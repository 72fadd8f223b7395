extension Kind {
  /// A list of values of another kind; each new element is read over `start`.
  static func list<Element>(
    of element: Kind<Element>, _ plural: String, startingFrom start: Element,
    count: ClosedRange<Int>?
  ) -> Kind where Value == [Element] {
    let bounds = count.map(Self.words) ?? ""
    let size = bounds.isEmpty ? "" : "\(bounds) "
    let each = element.bounds.isEmpty ? "" : " \(element.bounds)"
    let unit = element.unit.map { " (\($0))" } ?? ""
    let expected = "a list of \(size)\(plural)\(each)\(unit)"
    let limits: [JSONValue.Member] =
      count.map { count in
        [.init("minItems", .number(count.lowerBound))]
          + (count.upperBound == .max ? [] : [.init("maxItems", .number(count.upperBound))])
      } ?? []
    return Kind(
      word: "list of \(plural)", expected: expected, unit: element.unit,
      bounds: [bounds, element.bounds].filter { !$0.isEmpty }.joined(separator: ", each "),
      schema: [.init("type", .string("array"))] + limits
        + [.init("items", .object(element.schema))],
      read: { node, value, path, reading in
        let wasAmending = reading.isAmending
        defer { reading.isAmending = wasAmending }
        switch node.content {
        case .list(let nodes):
          if let count, !count.contains(nodes.count) {
            let fault = ValueFault.wrongCount(found: nodes.count, expected: expected)
            reading.report(fault, at: path, node.location)
          }
          reading.isAmending = false
          var values: [Element] = []
          for (index, node) in nodes.enumerated() {
            if let value = element.read(node, start, path.appendingIndex(index), &reading) {
              values.append(value)
            }
          }
          return values
        case .elements(let replaced):
          reading.isAmending = true
          var values = value
          for (index, node) in replaced {
            let elementPath = path.appendingIndex(index)
            guard values.indices.contains(index) else {
              reading.report(.noSuchElement(count: value.count), at: elementPath, node.location)
              continue
            }
            values[index] = element.read(node, value[index], elementPath, &reading) ?? value[index]
          }
          return values
        default:
          reading.reportWrongKind(node, expected: expected, at: path, as: .list)
          return nil
        }
      },
      write: { DocumentNode(.list($0.compactMap(element.write))) })
  }

  private static func words(_ count: ClosedRange<Int>) -> String {
    if count.lowerBound == count.upperBound { return "exactly \(count.lowerBound)" }
    return count.upperBound == .max
      ? "at least \(count.lowerBound)" : "\(count.lowerBound) to \(count.upperBound)"
  }
}

extension Key {
  /// A list of numbers, each within bounds, of a fixed or bounded length.
  ///
  /// An override may set one element of the list: `--set weights[2]=0.5`.
  public static func numbers<Number: SettingNumber>(
    _ name: String, _ property: any WritableKeyPath<Section, [Number]> & Sendable,
    count: ClosedRange<Int>? = nil, unit: String? = nil,
    in range: some BoundsConvertible<Number>, source: Source, about: String
  ) -> Key where Number: ExpressibleByIntegerLiteral {
    let element = Kind<Number>.number(unit: unit, in: range.bounds)
    let plural = Number.kindWord + "s"
    return Key(
      name, property, .list(of: element, plural, startingFrom: 0, count: count),
      source: source, about: about)
  }
}

extension Kind where Value == CalendarDate {
  static func date(in range: ClosedRange<CalendarDate>?) -> Kind {
    let bounds = range.map { "from \($0.lowerBound) to \($0.upperBound)" } ?? ""
    let expected = "a date such as 2018-01-29" + (range == nil ? "" : ", \(bounds)")
    return Kind(
      word: "date", expected: expected, bounds: bounds,
      schema: [.init("type", .string("string")), .init("format", .string("date"))],
      remark: range.map { "From \($0.lowerBound) to \($0.upperBound)." } ?? "",
      read: { node, _, path, reading in
        guard case .scalar(let text, _) = node.content else {
          reading.reportWrongKind(node, expected: expected, at: path)
          return nil
        }
        guard let date = CalendarDate(text) else {
          reading.report(
            .notADate(found: node.summary, expected: expected, DateFault(text)), at: path,
            node.location)
          return nil
        }
        if let range, !range.contains(date) {
          let remedy: ValueFault.Remedy =
            date < range.lowerBound
            ? .postpone(to: range.lowerBound.description)
            : .advance(to: range.upperBound.description)
          reading.report(
            .outOfBounds(found: node.summary, expected: expected, remedy), at: path,
            node.location)
          return nil
        }
        return date
      },
      write: { DocumentNode(.scalar($0.description, isPlain: true)) })
  }
}

extension Key {
  /// A day of the calendar, as `2018-01-29`.
  public static func date(
    _ name: String, _ property: any WritableKeyPath<Section, CalendarDate> & Sendable,
    in range: ClosedRange<CalendarDate>? = nil, source: Source, about: String
  ) -> Key {
    Key(name, property, .date(in: range), source: source, about: about)
  }
}

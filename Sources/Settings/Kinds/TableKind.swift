/// A number for every case of an enum, such as a rate for every cue.
public struct Table<Name>: Sendable, Equatable
where Name: CaseIterable & RawRepresentable & Hashable & Sendable, Name.RawValue == String {
  /// The numbers, one per case, in the order of the cases.
  public private(set) var values: [Double]

  /// Makes a table from a number for each case.
  public init(_ value: (Name) -> Double) {
    values = Name.allCases.map(value)
  }

  /// Makes a table in which every case that `numbers` leaves out has the same number.
  public init(_ numbers: [Name: Double], others: Double) {
    values = Name.allCases.map { numbers[$0] ?? others }
  }

  /// The number of a case.
  ///
  /// - Complexity: O(cases); hot code should take `values`.
  public subscript(name: Name) -> Double {
    get { values[Self.index(of: name)] }
    set { values[Self.index(of: name)] = newValue }
  }

  private static func index(of name: Name) -> Int {
    for (index, other) in Name.allCases.enumerated() where other == name { return index }
    preconditionFailure("allCases does not hold \(name)")
  }
}

extension Kind {
  static func table<Name>(unit: String?, in bounds: Bounds<Double>) -> Kind
  where Value == Table<Name> {
    let number = Kind<Double>.number(unit: unit, in: bounds)
    let names = Name.allCases.map(\.rawValue)
    let expected =
      "a mapping of names to numbers"
      + [bounds.words, unit.map { "(\($0))" } ?? ""].filter { !$0.isEmpty }.map { " " + $0 }
      .joined()
    return Kind(
      word: "table of numbers", expected: expected, unit: unit, bounds: bounds.words, schema: [],
      read: { node, value, path, reading in
        guard case .mapping(let entries) = node.content else {
          reading.reportWrongKind(node, expected: expected, at: path, as: .mapping)
          return nil
        }
        var table = value
        for entry in entries {
          let entryPath = path.appendingKey(entry.name)
          guard let name = Name(rawValue: entry.name) else {
            let nearest = NearestName(to: entry.name).among(names).map(path.appendingKey)
            let fault = KeyFault.unknownKey(nearest: nearest, section: path, known: names)
            reading.report(fault, at: entryPath, entry.nameLocation)
            continue
          }
          guard !entry.value.isNothing else {
            let fault = ValueFault.noValue(expected: number.expected)
            reading.report(fault, at: entryPath, entry.nameLocation)
            continue
          }
          table[name] = number.read(entry.value, table[name], entryPath, &reading) ?? table[name]
        }
        return table
      },
      write: { table in
        DocumentNode(
          .mapping(
            Name.allCases.compactMap { name in
              number.write(table[name]).map { .init(name: name.rawValue, value: $0) }
            }))
      },
      children: { table in
        let keys = Name.allCases.map { name in
          KeyDescription(
            name: name.rawValue, kind: number.word, expected: number.expected, unit: unit,
            bounds: number.bounds, standard: number.write(table[name]), source: nil, about: "",
            schema: number.schema, remark: number.remark, children: .none)
        }
        return .keys(SectionDescription(keys: keys, rules: []))
      })
  }
}

extension Key {
  /// A number for every case of an enum of texts; cases that are not given keep their default.
  public static func table<Name>(
    _ name: String, _ property: any WritableKeyPath<Section, Table<Name>> & Sendable,
    unit: String? = nil, in range: some BoundsConvertible<Double>, source: Source, about: String
  ) -> Key {
    Key(name, property, .table(unit: unit, in: range.bounds), source: source, about: about)
  }
}

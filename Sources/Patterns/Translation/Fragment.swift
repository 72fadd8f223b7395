import Vocabulary

/// A piece of SQL with what has to be known of it.
struct Fragment: Equatable {
  var sql: String
  var type: ValueType
  /// The rows of the FROM clause that it reads, by alias.
  var aliases: Set<String> = []
  var isAggregate = false
  /// Whether it can be null; what cannot be needs no word on where nulls are sorted.
  var canBeNull = true
  /// Whether it is a name, a call, or in parentheses; what is not binds tighter than `AND`.
  var isWhole = false

  /// What stands beside an operator: SQL binds some tighter than queries do, and some less tight.
  private var operand: String { isWhole ? sql : "(\(sql))" }

  /// A call, or what else stands whole, of several operands.
  static func whole(
    _ parts: [Fragment], type: ValueType, _ sql: ([String]) -> String
  ) -> Fragment {
    Fragment(
      sql: sql(parts.map(\.operand)), type: type,
      aliases: parts.reduce(into: []) { $0.formUnion($1.aliases) },
      isAggregate: parts.contains(where: \.isAggregate),
      canBeNull: parts.contains(where: \.canBeNull), isWhole: true)
  }

  /// Operators between several operands, without parentheses around them.
  static func operation(
    _ parts: [Fragment], type: ValueType, _ sql: ([String]) -> String
  ) -> Fragment {
    var fragment = whole(parts, type: type, sql)
    fragment.isWhole = false
    return fragment
  }
}

extension String {
  /// The text with a row and a time put in for `$e` and `$at`.
  func filled(row: String, at time: () -> String) -> String {
    // In one pass, as the row may have any name.
    replacing(/\$e\.|\$at/) { $0.output == "$at" ? time() : "\(row)." }
  }

  /// As a name in SQL.
  var quotedName: String {
    let scalars = unicodeScalars.filter { $0.properties.generalCategory != .control }
    return "\"\(String(String.UnicodeScalarView(scalars)).doubling("\""))\""
  }
}

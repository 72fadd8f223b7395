/// A table in the FROM clause.
struct SourceItem {
  var sql: String
  var alias: String
}

/// What one MATCH clause puts into the statement.
struct ClauseParts {
  var isOptional: Bool
  var items: [SourceItem] = []
  /// What holds by the form of the pattern.
  var structure: [Fragment] = []
  /// What the query says in WHERE.
  var conditions: [Fragment] = []

  /// What holds by the form of the pattern of some of the tables, joins first.
  fileprivate func structure(where isMeant: (Fragment) -> Bool) -> [String] {
    let meant = structure.filter(isMeant)
    return (meant.filter { $0.aliases.count > 1 } + meant.filter { $0.aliases.count < 2 })
      .map(\.sql)
  }

  /// The last of the tables that a condition reads, if it reads one of these.
  fileprivate func lastItem(of condition: Fragment) -> Int? {
    items.lastIndex { condition.aliases.contains($0.alias) }
  }
}

/// Lays MATCH clauses out as FROM and WHERE.
struct SourceLayout {
  private var lines: [String] = []
  private var conditions: [String] = []

  /// The FROM clause and, where there are conditions, the WHERE clause.
  static func sql(of clauses: [ClauseParts]) -> String {
    var layout = SourceLayout()
    for clause in clauses {
      if clause.isOptional { layout.addOptional(clause) } else { layout.add(clause) }
    }
    let source = layout.lines.isEmpty ? [] : ["FROM " + layout.lines.joined(separator: "\n  ")]
    let conditions = layout.conditions.joined(separator: "\n  AND ")
    return (source + (conditions.isEmpty ? [] : ["WHERE " + conditions])).joined(separator: "\n")
  }

  private mutating func add(_ clause: ClauseParts) {
    for (index, item) in clause.items.enumerated() {
      let own = clause.structure { clause.lastItem(of: $0) == index }
      if lines.isEmpty {
        lines.append(item.sql)
        conditions += own
      } else {
        lines.append("JOIN \(item.sql)" + Self.on(own))
      }
    }
    conditions += clause.structure { clause.lastItem(of: $0) == nil }
    conditions += clause.conditions.map(\.sql)
  }

  private mutating func addOptional(_ clause: ClauseParts) {
    guard !clause.items.isEmpty else { return }
    if lines.isEmpty { lines.append("(SELECT 1) AS start") }
    let all = clause.structure + clause.conditions
    guard clause.items.count > 1 else {
      lines.append("LEFT JOIN \(clause.items[0].sql)" + Self.on(all.map(\.sql)))
      return
    }
    let own = Set(clause.items.map(\.alias))
    let inner = all.filter { $0.aliases.isSubset(of: own) && !$0.aliases.isEmpty }
    var group = clause.items[0].sql
    for (index, item) in clause.items.enumerated().dropFirst() {
      let here = inner.filter { max(1, clause.lastItem(of: $0) ?? 1) == index }.map(\.sql)
      group += "\n    JOIN \(item.sql)" + Self.on(here)
    }
    let outer = all.filter { !$0.aliases.isSubset(of: own) || $0.aliases.isEmpty }.map(\.sql)
    lines.append("LEFT JOIN (\(group))" + Self.on(outer.isEmpty ? ["1"] : outer))
  }

  private static func on(_ conditions: [String]) -> String {
    conditions.isEmpty ? "" : " ON " + conditions.joined(separator: " AND ")
  }
}

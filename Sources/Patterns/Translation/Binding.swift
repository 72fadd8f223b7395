/// What a variable stands for in the statement.
enum Binding {
  case node(NodeBinding)
  case edge(EdgeBinding)
  case walk(WalkBinding)
  case path(PathBinding)

  /// How messages call it.
  var noun: String {
    switch self {
    case .node: "a node"
    case .edge: "an edge"
    case .walk: "a path's edges"
    case .path: "a path"
    }
  }
}

/// A node: the columns that name it, and its row if that is read.
struct NodeBinding {
  var kind: NodeKind
  var key: [String]
  /// The row of its table; nil where an edge's columns name it and nothing else is read.
  var row: String?
  var aliases: Set<String>
  /// Whether there may be none, after OPTIONAL MATCH.
  var isOptional: Bool
  /// How few nodes it is likely to be: more is fewer.
  var selectivity: Int

  var id: Fragment {
    Fragment(
      sql: key.count == 1 ? key[0] : "(\(kind.id(of: key)))", type: .node(kind.name),
      aliases: aliases, canBeNull: isOptional, isWhole: true)
  }
}

/// An edge, as a row of its table or of several tables put together.
struct EdgeBinding {
  var alternatives: [KindInference.Alternative]
  var alias: String
  /// Whether the row is that of the one table, and not of several tables under one another.
  var isRow: Bool
  var isOptional: Bool

  var types: Set<String> { Set(alternatives.map(\.type.name)) }

  /// The columns that name the node on the left and that on the right.
  var ends: (left: [String], right: [String]) {
    guard isRow else {
      return (
        Self.columns("source", alternatives[0].left).map { "\(alias).\($0)" },
        Self.columns("target", alternatives[0].right).map { "\(alias).\($0)" }
      )
    }
    return (
      alternatives[0].left.columns.map { "\(alias).\($0)" },
      alternatives[0].right.columns.map { "\(alias).\($0)" }
    )
  }

  /// What tells the edge from all others, and is its value in an answer.
  var identity: Fragment {
    let sql =
      isRow ? ifMatched(alternatives[0].type.identity(row: alias)) : "json(\(alias).edge)"
    return Fragment(sql: sql, type: .edge, aliases: [alias], canBeNull: isOptional, isWhole: true)
  }

  /// A value of the row, but null where OPTIONAL MATCH has found none.
  func ifMatched(_ sql: String) -> String {
    isOptional ? "iif(\(ends.left[0]) IS NULL, NULL, \(sql))" : sql
  }

  /// The names of an end's columns where several tables are put together.
  static func columns(_ name: String, _ end: EdgeType.End) -> [String] {
    end.columns.indices.map { $0 == 0 ? name : "\(name)_\($0 + 1)" }
  }
}

extension EdgeType {
  /// A JSON object that no other edge has: its type, its ends and what tells it from others.
  func identity(row: String) -> String {
    func end(_ end: End) -> String {
      end.columns.map { "\(row).\($0)" }.joined(separator: " || '.' || ")
    }
    let serial = serial.map { ", '\($0)', \(row).\($0)" } ?? ""
    return "json_object('type', '\(name)', 'from', \(end(source)), 'to', \(end(target))\(serial))"
  }
}

/// The edges of a path of many, one after the other: a row of a recursive table.
struct WalkBinding {
  var alias: String
  var types: Set<String>
  /// Whether only the length is known, as of a shortest path.
  var isShortest: Bool
  var isOptional: Bool

  var length: Fragment {
    Fragment(
      sql: "\(alias).length", type: .integer, aliases: [alias], canBeNull: isOptional,
      isWhole: true)
  }
}

/// A whole path: its edges, one after the other.
struct PathBinding {
  var edges: [Binding]
}

/// A property of a node or an edge.
///
/// In its SQL `$e` stands for the row and `$at` for the time as of which the graph is seen; it is a
/// column or a call, or in parentheses.
public struct Property: Sendable {
  /// What follows the point in a query.
  public let name: String
  /// The type of its values.
  public let type: ValueType
  /// What it means, with its unit.
  public let about: String
  let sql: String

  init(_ name: String, _ type: ValueType, _ about: String, sql: String? = nil) {
    self.name = name
    self.type = type
    self.about = about
    self.sql = sql ?? "$e.\(name)"
  }
}

/// A label that some nodes of a kind have.
public struct Label: Sendable {
  /// What follows the colon in a query.
  public let name: String
  /// Whether it shows what a platform could not know.
  public let isTruth: Bool
  /// Which nodes have it.
  public let about: String
  let condition: String

  init(_ name: String, isTruth: Bool = false, _ about: String, condition: String) {
    self.name = name
    self.isTruth = isTruth
    self.about = about
    self.condition = condition
  }
}

/// A kind of node: each of its nodes is a row of one table.
public struct NodeKind: Sendable {
  /// The label that all its nodes have.
  public let name: String
  /// Whether it shows what a platform could not know.
  public let isTruth: Bool
  /// What a node is.
  public let about: String
  /// Further labels.
  public let labels: [Label]
  /// Its properties; `id` is among them.
  public let properties: [Property]
  let table: String
  /// The columns that tell a node from all others.
  let key: [String]
  /// Whether a node is there as of a time; nil if it always is.
  let exists: String?

  init(
    _ name: String, isTruth: Bool = false, _ about: String, table: String? = nil,
    key: [String] = ["id"], exists: String? = nil, labels: [Label] = [], properties: [Property]
  ) {
    self.name = name
    self.isTruth = isTruth
    self.about = about
    self.table = table ?? name
    self.key = key
    self.exists = exists
    self.labels = labels
    self.properties = properties
  }

  /// The names of all labels, that of the kind first.
  var labelNames: [String] { [name] + labels.map(\.name) }

  func property(named name: String) -> Property? { properties.first { $0.name == name } }

  /// The id in SQL, of the columns of the key.
  func id(of key: [String]) -> String {
    key.joined(separator: " || '.' || ")
  }
}

/// A type of edge: each edge is a row of one table.
public struct EdgeType: Sendable {
  /// An end of an edge: a kind of node, and the columns of the edge that name one.
  public struct End: Sendable {
    /// The kind of node.
    public let kind: String
    let columns: [String]
    /// Whether the table finds the edges of a node at this end without going through all.
    let isIndexed: Bool

    init(_ kind: String, _ columns: String..., isIndexed: Bool = false) {
      self.kind = kind
      self.columns = columns
      self.isIndexed = isIndexed
    }
  }

  /// What follows the colon in a query.
  public let name: String
  /// Whether it shows what a platform could not know.
  public let isTruth: Bool
  /// Where it begins; of an edge without direction, the lower account.
  public let source: End
  /// Where it leads to.
  public let target: End
  /// Whether it has a direction.
  public let isDirected: Bool
  /// What an edge means, and when it is there.
  public let about: String
  /// Its properties.
  public let properties: [Property]
  let table: String
  /// The column, beside the ends, that tells an edge from others between the same nodes.
  let serial: String?
  /// Whether an edge is there as of a time; nil if it always is.
  let exists: String?

  init(
    _ name: String, isTruth: Bool = false, table: String, from source: End, to target: End,
    isDirected: Bool = true, serial: String? = nil, exists: String?, _ about: String,
    properties: [Property] = []
  ) {
    self.name = name
    self.isTruth = isTruth
    self.table = table
    self.source = source
    self.target = target
    self.isDirected = isDirected
    self.serial = serial
    self.exists = exists
    self.about = about
    self.properties = properties
  }

  func property(named name: String) -> Property? { properties.first { $0.name == name } }

  /// The columns that tell an edge from all others of its type.
  var key: [String] { source.columns + target.columns + (serial.map { [$0] } ?? []) }
}

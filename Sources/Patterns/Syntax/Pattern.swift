/// A chain of nodes and edges, such as `(a)-[:friend]-(b)`.
struct PathPattern: Equatable, Sendable {
  /// The path's variable, `p` in `p = (a)-[]-(b)`.
  var variable: Name?
  /// Whether of all paths between two nodes one of the shortest is meant.
  var isShortest: Bool
  var start: NodePattern
  var steps: [Step]
  var range: Range<Int>

  /// An edge and the node it leads to.
  struct Step: Equatable, Sendable {
    var edge: EdgePattern
    var node: NodePattern
  }

  var nodes: [NodePattern] { [start] + steps.map(\.node) }
}

/// A node, such as `(a:child {id: 17})`.
struct NodePattern: Equatable, Sendable {
  /// The variable; one of the parser's own, which no query can write, where none is given.
  var variable: Name
  var isAnonymous: Bool
  var labels: LabelExpression?
  var properties: [PropertyPattern]
  var condition: Expression?
  var range: Range<Int>
}

/// An edge, such as `-[r:requested|follows]->`.
struct EdgePattern: Equatable, Sendable {
  /// Which way an edge is gone along, seen from left to right.
  enum Direction: Equatable, Sendable { case right, left, either }

  var variable: Name
  var isAnonymous: Bool
  /// Empty for an edge of any type.
  var types: [Name]
  var properties: [PropertyPattern]
  var condition: Expression?
  var direction: Direction
  /// How many edges, one after the other; nil for one edge.
  var length: ClosedRange<Int>?
  var range: Range<Int>
}

/// A property and the value it must have.
struct PropertyPattern: Equatable, Sendable {
  var name: Name
  var value: Expression
}

/// Which labels a node must have.
indirect enum LabelExpression: Equatable, Sendable {
  case label(Name)
  case not(LabelExpression)
  case and(LabelExpression, LabelExpression)
  case or(LabelExpression, LabelExpression)
}

import Patterns

/// The graph that `tocsin match` sees, as its help lists it.
enum GraphGuide {
  /// Nodes with their labels, edges and functions.
  static var text: String {
    var lines = ["Nodes:"] + GraphCatalogue.nodes.flatMap { Self.lines(of: $0) }
    lines += ["", "Edges:"] + GraphCatalogue.edges.flatMap { Self.lines(of: $0) }
    lines += ["", "Functions:"] + FunctionCatalogue.all.map { "  \($0.signature): \($0.about)" }
    lines.append("  labels(node): the labels of a node")
    return lines.joined(separator: "\n")
  }

  private static func lines(of kind: NodeKind) -> [String] {
    ["  (:\(kind.name))\(mark(kind.isTruth)) \(kind.about)", list(kind.properties)]
      + kind.labels.map { "      (:\($0.name))\(mark($0.isTruth)) \($0.about)" }
  }

  private static func lines(of type: EdgeType) -> [String] {
    let line =
      type.isDirected
      ? "(\(type.source.kind))-[:\(type.name)]->(\(type.target.kind))"
      : "(\(type.source.kind))-[:\(type.name)]-(\(type.target.kind))"
    let head = "  \(line)\(mark(type.isTruth)) \(type.about)"
    return type.properties.isEmpty ? [head] : [head, list(type.properties)]
  }

  private static func list(_ properties: [Property]) -> String {
    "      \(properties.map(\.name).joined(separator: ", "))"
  }

  private static func mark(_ isTruth: Bool) -> String { isTruth ? " (truth)" : "" }
}

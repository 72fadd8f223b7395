@testable import Patterns

/// The parts of Documentation/Patterns.md that follow from the catalogues.
enum PatternsPage {
  /// Tables of nodes and edges.
  static var graph: String {
    let nodes = GraphCatalogue.nodes.flatMap { kind in
      [
        row([
          "`(:\(kind.name))`", kind.about + mark(kind.isTruth), properties(kind.properties),
        ])
      ]
        + kind.labels.map {
          row(["`(:\($0.name))`", "\(kind.name) that \($0.about)" + mark($0.isTruth), ""])
        }
    }
    let edges = GraphCatalogue.edges.map { type in
      let arrow = type.isDirected ? "->" : "-"
      return row([
        "`(\(type.source.kind))-[:\(type.name)]\(arrow)(\(type.target.kind))`",
        type.about + mark(type.isTruth), properties(type.properties),
      ])
    }
    return table(["node", "what it is", "properties"], nodes)
      + table(["edge", "what it means", "properties"], edges)
  }

  /// The table of functions.
  static var functions: String {
    let special = [row(["`labels(node)`", "the labels of a node"])]
    return table(
      ["function", "what it gives"],
      FunctionCatalogue.all.map { row(["`\($0.signature)`", $0.about]) } + special)
  }

  /// The clauses and functions that are refused by name.
  static var refused: String {
    (Refusals.clauses.keys.sorted() + Refusals.functions.keys.sorted().map { "\($0)(...)" })
      .map { "`\($0)`" }.joined(separator: ", ")
  }

  private static func properties(_ properties: [Property]) -> String {
    properties.map { "`\($0.name)` \($0.about)" }.joined(separator: "<br>")
  }

  private static func mark(_ isTruth: Bool) -> String { isTruth ? " (truth)" : "" }

  private static func row(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }

  private static func table(_ head: [String], _ rows: [String]) -> String {
    let rule = "|" + String(repeating: "---|", count: head.count)
    return ([row(head), rule] + rows).joined(separator: "\n") + "\n\n"
  }
}

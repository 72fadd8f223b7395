/// How a graph is written out.
public enum GraphFormat: String, CaseIterable, Sendable {
  /// GraphML, one file.
  case graphml
  /// GEXF 1.2 with times, one file.
  case gexf
  /// CSV with the headers that graph databases import, a folder with a file for nodes and one for
  /// each kind of edge.
  case csv
}

/// Takes in a graph, nodes before edges, and writes it in one of the formats.
protocol GraphWriter {
  /// Begins a graph.
  init(_ output: String, _ parts: GraphParts) throws(StorageError)
  /// Takes in an account with the cells of its columns.
  mutating func node(_ id: Int, _ cells: [String?])
  /// Ends the nodes and begins the edges.
  mutating func beginEdges()
  /// Takes in an edge with the cells of its columns.
  mutating func edge(_ kind: GraphParts.EdgeKind, _ ends: (Int, Int), _ cells: [String?])
  /// Ends the graph, and puts it in its place.
  mutating func publish() throws(StorageError)
}

extension GraphFormat {
  /// The writer of the format.
  func writer(_ output: String, _ parts: GraphParts) throws(StorageError) -> any GraphWriter {
    switch self {
    case .graphml: try GraphMLWriter(output, parts)
    case .gexf: try GEXFWriter(output, parts)
    case .csv: try CSVGraphWriter(output, parts)
    }
  }
}

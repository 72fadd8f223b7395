import Vocabulary

/// GraphML (http://graphml.graphdrawing.org).
struct GraphMLWriter: GraphWriter {
  private let file: TextOutput
  private let nodeColumns, edgeColumns: [GraphColumn]
  private var edgeCount = 0

  init(_ output: String, _ parts: GraphParts) throws(StorageError) {
    file = try TextOutput(output)
    nodeColumns = parts.nodeColumns
    edgeColumns = parts.edgeColumns
    file.write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">

      """)
    declare(nodeColumns, for: "node")
    declare([GraphColumn("type", .text)] + edgeColumns, for: "edge")
    let direction = parts.edges == [.friendship] ? "undirected" : "directed"
    file.write("<graph id=\"tocsin\" edgedefault=\"\(direction)\">\n")
  }

  private func declare(_ columns: [GraphColumn], for element: String) {
    for column in columns {
      let type =
        switch column.type {
        case .text: "string"
        case .integer: "long"
        case .real: "double"
        }
      file.write(
        "<key id=\"\(element)-\(column.name)\" for=\"\(element)\" attr.name=\"\(column.name)\" "
          + "attr.type=\"\(type)\"/>\n")
    }
  }

  mutating func node(_ id: Int, _ cells: [String?]) {
    file.write("<node id=\"\(id)\">")
    write(cells, of: nodeColumns, for: "node")
    file.write("</node>\n")
  }

  mutating func beginEdges() {}

  mutating func edge(_ kind: GraphParts.EdgeKind, _ ends: (Int, Int), _ cells: [String?]) {
    file.write("<edge id=\"\(edgeCount)\" source=\"\(ends.0)\" target=\"\(ends.1)\">")
    file.write("<data key=\"edge-type\">\(kind.rawValue)</data>")
    write(cells, of: edgeColumns, for: "edge")
    file.write("</edge>\n")
    edgeCount += 1
  }

  private func write(_ cells: [String?], of columns: [GraphColumn], for element: String) {
    for (column, cell) in zip(columns, cells) {
      guard let cell else { continue }
      file.write("<data key=\"\(element)-\(column.name)\">\(cell.inXML)</data>")
    }
  }

  mutating func publish() throws(StorageError) {
    file.write("</graph>\n</graphml>\n")
    try file.publish()
  }
}

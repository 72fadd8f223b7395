import Vocabulary

/// GEXF 1.2, a dynamic graph: times of edges are seconds since the start of the run.
struct GEXFWriter: GraphWriter {
  private let file: TextOutput
  private let nodeColumns, edgeColumns: [GraphColumn]
  private var edgeCount = 0

  init(_ output: String, _ parts: GraphParts) throws(StorageError) {
    file = try TextOutput(output)
    nodeColumns = parts.nodeColumns
    edgeColumns = parts.edgeColumns
    let direction = parts.edges == [.friendship] ? "undirected" : "directed"
    file.write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">
      <graph mode="dynamic" timeformat="double" defaultedgetype="\(direction)">

      """)
    declare(nodeColumns, for: "node")
    // `since` and `until` are attributes of the edge itself.
    declare([GraphColumn("type", .text)] + edgeColumns.dropFirst(2), for: "edge")
    file.write("<nodes>\n")
  }

  private func declare(_ columns: [GraphColumn], for element: String) {
    file.write("<attributes class=\"\(element)\" mode=\"static\">\n")
    for (position, column) in columns.enumerated() {
      let type =
        switch column.type {
        case .text: "string"
        case .integer: "long"
        case .real: "double"
        }
      file.write("<attribute id=\"\(position)\" title=\"\(column.name)\" type=\"\(type)\"/>\n")
    }
    file.write("</attributes>\n")
  }

  mutating func node(_ id: Int, _ cells: [String?]) {
    file.write("<node id=\"\(id)\" label=\"\(id)\">")
    write(cells)
    file.write("</node>\n")
  }

  mutating func beginEdges() { file.write("</nodes>\n<edges>\n") }

  mutating func edge(_ kind: GraphParts.EdgeKind, _ ends: (Int, Int), _ cells: [String?]) {
    file.write("<edge id=\"\(edgeCount)\" source=\"\(ends.0)\" target=\"\(ends.1)\"")
    for (name, time) in zip(["start", "end"], cells) {
      if let time { file.write(" \(name)=\"\(time)\"") }
    }
    file.write(">")
    write([kind.rawValue] + cells.dropFirst(2))
    file.write("</edge>\n")
    edgeCount += 1
  }

  private func write(_ cells: [String?]) {
    file.write("<attvalues>")
    for (position, cell) in cells.enumerated() {
      guard let cell else { continue }
      file.write("<attvalue for=\"\(position)\" value=\"\(cell.inXML)\"/>")
    }
    file.write("</attvalues>")
  }

  mutating func publish() throws(StorageError) {
    file.write("</edges>\n</graph>\n</gexf>\n")
    try file.publish()
  }
}

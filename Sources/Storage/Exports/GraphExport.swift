import GRDB

extension RunFile {
  /// Writes the graph out for other programs.
  ///
  /// - Parameters:
  ///   - parts: what of it.
  ///   - format: how.
  ///   - output: where, in place of an earlier file; a folder where the format takes one.
  ///   - keepGoing: asked often, with how many nodes and edges are written; whether to go on.
  /// - Throws: `blind` where the truth is asked of a file without it; `stopped`; `notAFolder`;
  ///   `wouldReplaceDatabase`; `diskFull` and other failures to write.
  /// - Complexity: a pass over accounts and edges, in constant memory.
  public func writeGraph(
    _ parts: GraphParts, as format: GraphFormat, to output: String,
    keepGoing: (_ written: Int) -> Bool
  ) throws(StorageError) {
    if parts.withTruth { try expectTruth() }
    var writer = try format.writer(output, parts)
    var written = 0
    func count() throws(StorageError) {
      written += 1
      guard written % 1_024 != 0 || keepGoing(written) else { throw .stopped(path: output) }
    }
    try read { database in
      let columns = parts.nodeColumns
      try database.visit(parts.nodeSQL) { row in
        writer.node(
          try row.value(0), try columns.indices.map { try columns[$0].cell(row, Int32($0 + 1)) })
        try count()
      }
      writer.beginEdges()
      for kind in parts.edges {
        try database.visit(parts.edgeSQL(kind)) { row in
          let cells = try parts.edgeColumns.enumerated().map {
            try $1.cell(row, Int32($0 + 2))
          }
          writer.edge(kind, (try row.value(0), try row.value(1)), cells)
          try count()
        }
      }
    }
    try writer.publish()
  }
}

import GRDB

/// Checksums of rows, block by block, in the order of keys.
struct Seal: Equatable {
  var rows: Int
  var checksum: UInt64
}

extension Database {
  /// Seals what a run consists of, once all of it is there.
  ///
  /// - Complexity: a pass over the file.
  func sealRun(withTruth: Bool = true) throws {
    for table in Table.ofRuns where withTruth || !table.isTruth {
      try insert(sealsOfRows(in: table), of: table)
    }
  }

  /// Seals the rows of a replay.
  func seal(replay: Int) throws {
    for table in Table.ofReplays {
      try insert(sealsOfRows(in: table, replay: replay), of: table)
    }
  }

  /// What the seals of a table's rows have to be, or those of a replay's rows in it.
  func sealsOfRows(in table: Table, replay: Int? = nil) throws -> [Seal] {
    var seals: [Seal] = []
    try visitBlocks(of: table, replay: replay, rowsOfBlock: { _ in table.rowsPerSeal }) {
      seals.append($0)
    }
    return seals
  }

  /// Adds seals behind those that a table has.
  func insert(_ seals: [Seal], of table: Table) throws {
    let first = try self.seals(of: table).count
    let insert = try makeStatement(
      sql: "INSERT INTO seal (name, block, rows, checksum) VALUES (?, ?, ?, ?)")
    for (block, seal) in seals.enumerated() {
      try insert.execute(
        arguments: [table.name, first + block, seal.rows, Int64(bitPattern: seal.checksum)])
    }
  }

  /// The seals of a table's rows, in order.
  func seals(of table: Table) throws -> [Seal] {
    var seals: [Seal] = []
    try visit("SELECT rows, checksum FROM seal WHERE name = '\(table.name)' ORDER BY block") {
      // What is beyond all reason stays so, and sums of it do not overflow.
      let rows = Int32(clamping: try $0.value(0, as: Int64.self))
      seals.append(
        Seal(rows: Int(rows), checksum: UInt64(bitPattern: try $0.value(1, as: Int64.self))))
    }
    return seals
  }

  /// Goes through the rows of a table in the order of keys, and hands over what their seals would be.
  ///
  /// - Parameters:
  ///   - table: the table.
  ///   - replay: the replay whose rows it is about; nothing for all rows.
  ///   - rowsOfBlock: how many rows each block has, by its position; the last may have fewer.
  ///   - body: given the blocks, one after the other.
  /// - Throws: errors of SQLite; what the body throws.
  func visitBlocks(
    of table: Table, replay: Int? = nil, rowsOfBlock: (Int) -> Int, _ body: (Seal) throws -> Void
  ) throws {
    let key = try primaryKey(table.name).columns.joined(separator: ", ")
    var sql = "SELECT \(table.sealedColumns) FROM \(table.name)"
    if let replay, let column = table.replayColumn { sql += " WHERE \(column) = \(replay)" }
    let width = Int32(try makeStatement(sql: sql).columnCount)
    var (block, rows) = (0, 0)
    var bytes: [UInt8] = []
    func close() throws {
      try body(Seal(rows: rows, checksum: Checksum.of(bytes)))
      (block, rows) = (block + 1, 0)
      bytes.removeAll(keepingCapacity: true)
    }
    try visit(sql + " ORDER BY \(key)") { row in
      for column in 0..<width { row.appendCanonical(column, to: &bytes) }
      rows += 1
      if rows == rowsOfBlock(block) { try close() }
    }
    if rows > 0 { try close() }
  }
}

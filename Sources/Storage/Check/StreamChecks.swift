import GRDB
import Vocabulary

/// What the stream can be asked, and what the file says of it.
extension Check {
  /// Every chunk by itself, and that one follows the other.
  static let stream = Check(
    name: "stream",
    about: "chunks are whole, in order and in range"
  ) { file, findings in
    let chunks = try file.file.read { database in
      try Int.fetchAll(database, sql: "SELECT first_id FROM event_chunk ORDER BY first_id")
    }
    let isWhole = file.run.header.recording == .all
    let end = SimTime(day: file.run.header.days).rawValue
    var next = 0
    var time = Int32.min
    var moment = Int64.min
    var columns = EventColumns.empty
    for first in chunks {
      try file.goOn()
      func add(_ detail: String) {
        findings.add(Table.eventChunk.name, "first_id \(first)", detail)
      }
      if first < next || isWhole && first > next {
        add("follows event \(next - 1), so that \(next) was expected")
      }
      if let defect = try file.defect(ofChunk: first, readInto: &columns) {
        add(defect)
        continue
      }
      if columns.firstTime < max(time, 0) || columns.lastTime >= end {
        add(
          "holds times from \(columns.firstTime) to \(columns.lastTime), expected \(max(time, 0)) "
            + "to \(end - 1)")
      }
      time = columns.lastTime
      if let disorder = columns.disorder(after: &moment) { add(disorder) }
      next = first + (columns.numbers.last.map(Int.init) ?? columns.times.count - 1) + 1
    }
    if next > file.run.events || isWhole && next < file.run.events {
      findings.add(
        Table.eventChunk.name, nil,
        "the last event is \(next - 1), expected \(file.run.events - 1)")
    }
    return [.init("chunk", chunks.count)]
  }

  /// What the run says of itself is what is there.
  static let counts = Check(
    name: "counts", about: "as much as the run says it has"
  ) { file, findings in
    try file.compare { database in
      func expect(_ name: String, _ stored: Int, _ sql: String) throws {
        let found = try Int.fetchOne(database, sql: sql) ?? 0
        guard found != stored else { return }
        findings.add(Table.run.name, "id 1", "says \(stored) \(name), and there are \(found)")
      }
      let run = file.run
      try expect(
        "events held", run.held, "SELECT CAST(total(count) AS INTEGER) FROM checked.event_chunk")
      try expect("accounts", run.accounts, "SELECT count(*) FROM checked.account")
      if file.file.hasTruth {
        try expect("owners", run.accounts, "SELECT count(*) FROM checked.truth_account")
      }
      return [.init("event", run.events), .init("account", run.accounts)]
    }
  }

  /// Every row is the one that was written.
  static let seals = Check(
    name: "seals", about: "every cell is as it was written"
  ) { file, findings in
    var rows = 0
    for table in file.tables where table.name != Table.seal.name {
      try file.file.read { database in
        let seals = try database.seals(of: table)
        var (block, first) = (0, 0)
        try database.visitBlocks(
          of: table,
          rowsOfBlock: { block in
            // No seal is of more rows, and no block of what was written has none.
            block < seals.count
              ? min(max(seals[block].rows, 1), table.rowsPerSeal) : table.rowsPerSeal
          }
        ) { found in
          try file.goOn()
          defer { (block, first) = (block + 1, first + found.rows) }
          rows += found.rows
          guard block >= seals.count || seals[block] != found else { return }
          findings.add(
            table.name,
            found.rows == 1 ? "row \(first + 1)" : "rows \(first + 1) to \(first + found.rows)",
            block < seals.count ? "not what was written" : "not written by Tocsin")
        }
        if block < seals.count {
          let written = seals.reduce(0) { $0 + $1.rows }
          findings.add(table.name, nil, "\(written) rows were written, and \(first) are there")
        }
      }
    }
    return [.init("row", rows)]
  }
}

extension CheckedFile {
  /// What is wrong with a chunk by itself; its columns mean nothing if anything is.
  fileprivate func defect(
    ofChunk first: Int, readInto columns: inout EventColumns
  ) throws(StorageError) -> String? {
    do {
      _ = try file.read { try $0.readChunk(from: first, into: &columns) }
      return columns.defect(accounts: run.accounts)
    } catch .corrupt(_, let detail) {
      return detail
    }
  }
}

extension EventColumns {
  /// What no run can have written, beside what a reader of the stream has to know of a chunk.
  ///
  /// - Parameter moment: time and kind of the event before; then those of the last.
  /// - Returns: the first such thing, in words.
  fileprivate func disorder(after moment: inout Int64) -> String? {
    for row in times.indices {
      let next = Int64(times[row]) << 8 | Int64(kinds[row])
      guard next >= moment else { return "events of a second are not in the order of kinds" }
      moment = next
      if actors[row] == targets[row] { return "an account does something to itself" }
    }
    return nil
  }
}

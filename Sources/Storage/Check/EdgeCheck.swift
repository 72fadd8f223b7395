import GRDB
import Vocabulary

extension Check {
  /// The graph's rows are what the events lead to.
  static let edges = Check(
    name: "edges",
    about: "the graph is what the events lead to"
  ) { file, findings in
    guard file.file.hasTruth else {
      throw NotChecked(reason: "the copy has no start to begin from")
    }
    guard file.run.header.recording == .all else {
      throw NotChecked(reason: "the file does not hold every event")
    }
    guard file.isStreamSound else {
      throw NotChecked(reason: "the stream is damaged")
    }
    let start = try file.file.read { try $0.truthFriendships(accounts: file.run.accounts) }
    var projector = EdgeProjector(friendshipsAtStart: start)
    var source = file.file.events()
    var log = EventLog()
    while try source.next(into: &log) {
      projector.consume(log)
      try file.goOn()
    }
    let edges = projector.edges()
    try file.compare { database in
      try database.inTransaction {
        for table in edges.tables(start: start) { try database.load(table) }
        return .commit
      }
    }
    var rows = 0
    for table in Table.edges {
      try file.compare { rows += try $0.compareRows(of: table, into: &findings) }
    }
    return [.init("row", rows)]
  }
}

extension Table {
  /// The tables that are a projection of the stream.
  fileprivate static let edges = [friendship, request, follow, block, report, conversation]
}

extension Database {
  /// Puts down where a table of the file differs from the one that was made again.
  ///
  /// - Returns: how many rows were made again.
  fileprivate func compareRows(of table: Table, into findings: inout Findings) throws -> Int {
    let key = try primaryKey(table.name).columns
    let others = try columns(in: table.name).map(\.name).filter { !key.contains($0) }
    let match = key.map { "made.\($0) = found.\($0)" }.joined(separator: " AND ")
    let differ = others.map { "made.\($0) IS NOT found.\($0)" }.joined(separator: " OR ")
    func list(_ names: [String], of side: String) -> String {
      names.map { "\(side).\($0)" }.joined(separator: ", ")
    }
    let wrong = try Row.fetchCursor(
      self,
      sql: """
        SELECT \(list(key, of: "made")), found.\(key[0]) IS NULL
          \(others.isEmpty ? "" : ", " + list(others, of: "found") + ", " + list(others, of: "made"))
        FROM main.\(table.name) AS made LEFT JOIN checked.\(table.name) AS found ON \(match)
        WHERE found.\(key[0]) IS NULL \(others.isEmpty ? "" : "OR \(differ)")
        """)
    while let row = try wrong.next() {
      guard !(row[key.count] as Bool) else {
        findings.add(table.name, row.named(key), "is missing, and the events lead to it")
        continue
      }
      let details = others.indices.compactMap { place -> String? in
        let found = row[key.count + 1 + place] as DatabaseValue
        let made = row[key.count + 1 + others.count + place] as DatabaseValue
        return found == made ? nil : "\(others[place]) is \(found), and the events lead to \(made)"
      }
      findings.add(table.name, row.named(key), details.joined(separator: "; "))
    }
    let extra = try Row.fetchCursor(
      self,
      sql: """
        SELECT \(list(key, of: "found"))
        FROM checked.\(table.name) AS found LEFT JOIN main.\(table.name) AS made ON \(match)
        WHERE made.\(key[0]) IS NULL
        """)
    while let row = try extra.next() {
      findings.add(table.name, row.named(key), "is there, and no event leads to it")
    }
    return try Int.fetchOne(self, sql: "SELECT count(*) FROM main.\(table.name)") ?? 0
  }
}

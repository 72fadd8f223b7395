import Foundation
import GRDB
import Testing
import Vocabulary

@testable import Storage

@Suite("A whole number of a file that is beyond all bounds") struct BoundlessNumberTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(
    "is found by the check, and ends no reading but with an error, in whichever column it is",
    arguments: [Int64.min, .max])
  func everyColumn(number: Int64) throws {
    try SmallRun.write(to: folder.run, rowsPerChunk: 4)
    let sound = try folder.bytes()
    for (table, column) in try columns() {
      try folder.write(sound)
      let queue = try DatabaseQueue(path: folder.run)
      let hasChanged = try queue.writeWithoutTransaction { database in
        try database.execute(
          sql: """
            PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF;
            UPDATE OR IGNORE \(table) SET \(column) = \(number) WHERE \(column) IS NOT \(number)
            """)
        return database.changesCount > 0
      }
      try queue.close()
      guard hasChanged else { continue }
      let check = try FileCheck(of: folder.run) { _ in true }
      #expect(!check.isSound, "\(table).\(column)")
      readEverything()
    }
  }

  /// Every column of whole numbers.
  private func columns() throws -> [(table: String, column: String)] {
    try DatabaseQueue(path: folder.run).read { database in
      try Table.all.flatMap { table in
        try database.columns(in: table.name).filter { $0.type == "INTEGER" }
          .map { (table.name, $0.name) }
      }
    }
  }

  /// Reads all that a file can be asked for; an error is an answer, and the end of the process none.
  private func readEverything() {
    guard let file = try? RunFile(opening: folder.run) else { return }
    _ = try? file.summary()
    _ = try? file.world()
    _ = try? file.truth()
    _ = try? file.hardness()
    _ = try? file.digest()
    _ = try? file.projectedEdges()
    for replay in (try? file.replays()) ?? [] {
      _ = try? file.alerts(replay: replay.id)
      _ = try? file.metrics(replay: replay.id)
    }
    let store = GraphStore(file)
    for account in (0..<file.accountCount).map(AccountID.init(_:)) {
      _ = try? store.egoNetwork(of: account, hops: 2, at: SimTime(rawValue: 100))
      _ = try? store.requests(of: account, at: SimTime(rawValue: 100))
      _ = try? store.conversations(of: account, at: SimTime(rawValue: 100))
    }
    guard let connection = try? QueryConnection(opening: folder.run) else { return }
    for question in [
      "SELECT max(number), max(time) FROM events()",
      "SELECT mutual_friends(1, 2), are_friends(1, 2), distance_km(1, 2), calendar(50)",
      "SELECT count(*) FROM neighbours(1), hops(1, 3), path(1, 4)",
    ] {
      _ = try? connection.rows(question)
    }
    let parts = GraphParts(edges: GraphParts.EdgeKind.allCases, withTruth: true)
    for format in GraphFormat.allCases {
      let output = "\(folder.path)/graph-\(format)"
      _ = try? file.writeGraph(parts, as: format, to: output) { _ in true }
    }
    try? FileManager.default.removeItem(atPath: folder.path + "/graph-csv")
  }
}

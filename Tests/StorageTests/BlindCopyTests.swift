import Foundation
import GRDB
import Testing
import Vocabulary

@testable import Storage

@Suite("A copy for a blind challenge") struct BlindCopyTests {
  let folder: TemporaryFolder
  private let marker = "HIDDEN-MARKER"
  private let latitude = 12.345_678_901

  init() throws {
    folder = try TemporaryFolder()
    try SmallRun.write(to: folder.run)
    let queue = try DatabaseQueue(path: folder.run)
    try queue.write { database in
      for column in [
        "run SET scenario_name", "run SET scenario_yaml", "truth_profile SET name = id ||",
        "truth_hardness SET feature", "replay SET settings", "alert_reason SET name",
      ] {
        let sign = column.hasSuffix("||") ? "" : " ="
        try database.execute(sql: "UPDATE \(column)\(sign) '\(marker)'")
      }
      try database.execute(sql: "UPDATE truth_person SET latitude = \(latitude)")
    }
    try queue.close()
  }

  private var copy: String { folder.path + "/blind.sqlite" }

  private func export(keepGoing: @escaping (String) -> Bool = { _ in true }) throws -> RunFile {
    try RunFile(opening: folder.run).writeBlindCopy(
      to: copy, name: "blind", scenarioYAML: "name: blind\n", keepGoing: keepGoing)
    return try RunFile(opening: copy)
  }

  @Test("holds not one byte of the truth, of replays, or of the scenario and its seed")
  func bytes() throws {
    _ = try export()
    let secrets = [
      Data(marker.utf8), Data("CREATE TABLE truth_".utf8), Data("CREATE VIEW truth_".utf8),
      Data(String(SmallRun.header.seed).utf8),
      // As SQLite stores a number: eight bytes, the highest first.
      Data((0..<8).map { UInt8(truncatingIfNeeded: latitude.bitPattern >> (56 - 8 * $0)) }),
    ]
    let original = try folder.bytes()
    let blind = try folder.bytes("blind.sqlite")
    for secret in secrets {
      #expect(original.range(of: secret) != nil, "there is something to find")
      #expect(blind.range(of: secret) == nil)
    }
    #expect(try folder.names() == ["blind.sqlite", "run.sqlite"])
  }

  @Test("holds all that a platform knows, and SQLite finds nothing wrong with it")
  func platformView() throws {
    let file = try export()
    let original = try RunFile(opening: folder.run)
    #expect(!file.hasTruth && original.hasTruth)
    #expect(try "\(file.declaredAccounts())" == "\(original.declaredAccounts())")
    #expect(try file.friendshipsAtStart() == original.friendshipsAtStart())
    #expect(try file.places() == original.places())
    #expect(try SmallRun.events(of: file) == SmallRun.log)
    #expect(try file.replays() == [])
    #expect(try file.header().seed == 0)
    let (one, other) = (try DatabaseQueue(path: folder.run), try DatabaseQueue(path: copy))
    for table in ["friendship", "request", "follow", "block", "report", "conversation", "code"] {
      let sql = "SELECT * FROM \(table)"
      let rows = try one.read { try Row.fetchAll($0, sql: sql) }
      #expect(!rows.isEmpty)
      #expect(try other.read { try Row.fetchAll($0, sql: sql) } == rows)
    }
    #expect(try other.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") } == "ok")
    #expect(try other.read { try Row.fetchAll($0, sql: "PRAGMA foreign_key_check") } == [])
    let views = View.all.filter { !$0.isTruth }.map(\.name)
    for view in views { _ = try other.read { try Row.fetchAll($0, sql: "SELECT * FROM \(view)") } }
  }

  @Test("refuses questions about the truth by name")
  func refusals() throws {
    let file = try export()
    let blind = StorageError.blind(path: copy)
    #expect(throws: blind) { try file.truth() }
    #expect(throws: blind) { try file.hardness() }
    #expect(throws: blind) { try file.roles() }
    #expect(throws: blind) { try file.ages() }
    #expect(throws: blind) { try file.owners() }
    #expect(throws: blind) { try file.world() }
    #expect(throws: blind) { try file.digest() }
    #expect(throws: blind) { try file.homes() }
    #expect(throws: blind) { try file.tiesAtStart(of: AccountID(0)) }
    for name in ["truth_case", "truth_account", "main.truth_friendship", "truth_account_view"] {
      let error = try QueryConnection(opening: copy).error("SELECT * FROM \(name)")
      #expect(error == .file(blind), "\(name)")
    }
    let summary = try file.summary()
    #expect(!summary.hasTruth)
    #expect(!summary.tables.contains { $0.name.hasPrefix("truth_") })
  }

  @Test("takes a replay, and is replaced by the next copy")
  func replay() throws {
    let file = try export()
    try file.write(
      replay: "all", detectors: SmallRun.detectors, alerts: SmallRun.alerts, metrics: [])
    #expect(try file.alerts(replay: 1) == SmallRun.alerts)
    #expect(try export().replays() == [])
  }

  @Test("is not written over the file that it is made from")
  func overSource() throws {
    let file = try RunFile(opening: folder.run)
    #expect(throws: StorageError.overSource(path: folder.path + "/./run.sqlite")) {
      try file.writeBlindCopy(
        to: folder.path + "/./run.sqlite", name: "", scenarioYAML: "", keepGoing: { _ in true })
    }
  }
}

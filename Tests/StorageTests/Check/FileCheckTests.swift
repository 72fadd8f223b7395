import Foundation
import GRDB
import Testing
import Vocabulary

@testable import Storage

@Suite("A file that is verified") struct FileCheckTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func check() throws -> FileCheck {
    try FileCheck(of: folder.run) { _ in true }
  }

  /// What is found after a change behind SQLite's rules, as lines.
  private func found(after change: String, by name: String? = nil) throws -> [String] {
    try SmallRun.write(to: folder.run, rowsPerChunk: 4)
    let queue = try DatabaseQueue(path: folder.run)
    try queue.writeWithoutTransaction { database in
      try database.execute(
        sql: "PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF; \(change)")
    }
    try queue.close()
    return try check().checks.filter { name == nil || $0.name == name }.flatMap { check in
      check.findings.map { finding in
        [check.name, finding.table, finding.row, finding.detail].compactMap(\.self)
          .joined(separator: ": ")
      }
    }
  }

  @Test("is sound as it was written, with a replay or without, at every level", .tags(.golden))
  func sound() throws {
    for withReplay in [true, false] {
      try SmallRun.write(to: folder.run, rowsPerChunk: 4, withReplay: withReplay)
      let found = try check()
      #expect(found.isSound, "\(found)")
      #expect(
        found.checks.map(\.name) == [
          "pages", "schema", "references", "stream", "counts", "seals", "edges", "reading",
        ])
      #expect(found.checks.allSatisfy { $0.notMade == nil && !$0.extent.isEmpty })
    }
  }

  @Test("stays sound when a replay is added, and when somebody adds a table and an index")
  func added() throws {
    try SmallRun.write(to: folder.run)
    try RunFile(opening: folder.run).write(
      replay: "more", detectors: SmallRun.detectors, alerts: SmallRun.alerts,
      metrics: SmallRun.metrics)
    try DatabaseQueue(path: folder.run).write { database in
      try database.execute(sql: "CREATE TABLE notes (text); CREATE INDEX own ON account (opened)")
    }
    #expect(try check().isSound)
  }

  @Test("is sound as a blind copy, of which edges cannot be made again")
  func blind() throws {
    try SmallRun.write(to: folder.path + "/whole.sqlite")
    try RunFile(opening: folder.path + "/whole.sqlite").writeBlindCopy(
      to: folder.run, name: "blind", scenarioYAML: "name: blind\n"
    ) { _ in true }
    let found = try check()
    #expect(found.isSound, "\(found)")
    #expect(found.checks.filter { $0.notMade != nil }.map(\.name) == ["edges"])
  }

  @Test(
    "names table and row of what was changed",
    arguments: [
      (
        "UPDATE event_chunk SET counts = x'01010109' WHERE first_id = 4",
        "seals: event_chunk: row 2: not what was written"
      ),
      (
        "UPDATE event_chunk SET kinds = x'01010163' WHERE first_id = 4",
        "stream: event_chunk: first_id 4: a chunk holds events of an unknown kind"
      ),
      (
        "UPDATE event_chunk SET times = substr(times, 2) WHERE first_id = 4",
        "stream: event_chunk: first_id 4: a chunk of 4 events has a column of 15 bytes"
      ),
      (
        "DELETE FROM event_chunk WHERE first_id = 4",
        "stream: event_chunk: first_id 8: follows event 3, so that 4 was expected"
      ),
      (
        "DELETE FROM event_chunk WHERE first_id = 12",
        "stream: event_chunk: the last event is 11, expected 12"
      ),
      (
        "UPDATE event_chunk SET first_time = 0, times = zeroblob(16) WHERE first_id = 4",
        "stream: event_chunk: first_id 4: a chunk's times are not those it is filed under"
      ),
      ("UPDATE run SET events = 14", "stream: event_chunk: the last event is 12, expected 13"),
      (
        "DELETE FROM event_chunk WHERE first_id = 12",
        "counts: run: id 1: says 13 events held, and there are 12"
      ),
      (
        "UPDATE account SET declared_age = 15 WHERE id = 1",
        "seals: account: rows 1 to 5: not what was written"
      ),
      ("DELETE FROM truth_hardness", "seals: truth_hardness: 2 rows were written, and 0 are there"),
      (
        "INSERT INTO alert SELECT replay, 2, detector, time, cause, suspect, child, score FROM alert "
          + "WHERE number = 0",
        "seals: alert: row 3: not written by Tocsin"
      ),
      (
        "UPDATE friendship SET higher = 99 WHERE higher = 2",
        "references: friendship: lower 1, higher 99, since -1: refers to higher 99, which account "
          + "does not have"
      ),
      (
        "UPDATE friendship SET until = 99 WHERE higher = 2",
        "edges: friendship: lower 1, higher 2, since -1: until is 99, and the events lead to NULL"
      ),
      (
        "DELETE FROM follow",
        "edges: follow: follower 0, followed 1: is missing, and the events lead to it"
      ),
      (
        "INSERT INTO block VALUES (3, 4, 9)",
        "edges: block: blocker 3, blocked 4: is there, and no event leads to it"
      ),
      ("DROP VIEW alert_view", "schema: alert_view: the view is missing"),
      ("DROP INDEX friendship_by_higher", "schema: friendship_by_higher: the index is missing"),
      ("DROP TABLE metric", "schema: metric: the table is missing"),
      (
        "CREATE TRIGGER own AFTER INSERT ON alert BEGIN DELETE FROM truth_stage; END",
        "schema: own: a trigger, which would change what is written into the file"
      ),
      (
        "ALTER TABLE place ADD COLUMN rain INTEGER",
        "schema: place: the table is not as this version makes it"
      ),
      (
        "UPDATE code SET name = 'past' WHERE name = 'post'",
        "schema: code: event-kind 1: 'post' is missing"
      ),
      (
        "UPDATE account SET declared_age = 300 WHERE id = 1",
        "pages: CHECK constraint failed in account"
      ),
      (
        "UPDATE truth_stage SET stage = 9 WHERE stage = 3",
        "reading: truth_case: 9 stands for no Stage"
      ),
    ])
  func named(change: String, finding: String) throws {
    let found = try found(after: change)
    #expect(found.contains(finding), "\(found)")
  }

  @Test("with a byte of any chunk turned over is not sound, wherever the byte is")
  func flipped() throws {
    try SmallRun.write(to: folder.run)
    let sound = try folder.bytes()
    // All values of the one chunk, as they lie in the file.
    let stream = [UInt8](SmallRun.log.times.flatMap { withUnsafeBytesOf($0) })
    let start = try #require(sound.range(of: Data(stream))).lowerBound
    for place in start - 13..<start + 14 * 13 {
      var bytes = sound
      bytes[place] ^= 1
      try folder.write(bytes)
      #expect(try !check().isSound, "byte \(place - start) of the chunk")
    }
  }

  private func withUnsafeBytesOf(_ value: Int32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  @Test("with bytes behind its last page is not sound")
  func longer() throws {
    try SmallRun.write(to: folder.run)
    try folder.write(folder.bytes() + Data(repeating: 0, count: 7))
    let findings = try check().checks.flatMap(\.findings)
    #expect(findings.map(\.detail) == ["7 bytes follow the last page"])
  }

  @Test("cut short, it is damaged; missing, foreign or unfinished, it is refused")
  func notOpened() throws {
    try SmallRun.write(to: folder.run)
    try folder.write(folder.bytes().dropLast(4_096))
    #expect(try check().checks.map(\.name) == ["opening"])
    #expect(try !check().isSound)
    try folder.write(Data("text".utf8))
    #expect(throws: StorageError.notSQLite(path: folder.run)) { try check() }
    try FileManager.default.removeItem(atPath: folder.run)
    #expect(throws: StorageError.missing(path: folder.run)) { try check() }
  }

  @Test("is not changed by it, and it stops when asked to")
  func stopped() throws {
    try SmallRun.write(to: folder.run)
    let before = try folder.bytes()
    #expect(try check().isSound)
    #expect(throws: StorageError.stopped(path: folder.run)) {
      try FileCheck(of: folder.run) { $0 != "edges" }
    }
    #expect(try folder.bytes() == before)
    #expect(try folder.names() == ["run.sqlite"])
  }
}

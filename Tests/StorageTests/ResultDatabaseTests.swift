import Foundation
import GRDB
import Testing
import Vocabulary

@testable import Storage

@Suite("Results and lines on the disk") final class ResultDatabaseTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("tocsin-results-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  @Test("results are rows of jobs, settings and metrics, and no file is replaced")
  func rows() throws {
    let path = path("a.sqlite")
    func write() throws {
      try ResultDatabase.write(to: path) { database in
        try database.add(
          1, scenario: "a.yaml", seed: 7, version: "1", settings: [("k", "2")],
          metrics: [
            MetricRow(detector: "any", name: "preceded", unit: "share", value: nil, total: 0)
          ], error: nil)
        try database.add(
          2, scenario: "a.yaml", seed: nil, version: "1", settings: [], metrics: [], error: "no")
      }
    }
    try write()
    let queue = try DatabaseQueue(path: path)
    try queue.read { database in
      #expect(try Int.fetchOne(database, sql: "PRAGMA application_id") == 0x546F_6372)
      #expect(try Int.fetchOne(database, sql: "PRAGMA user_version") == 1)
      #expect(
        try String.fetchAll(database, sql: "SELECT ifnull(error, '') FROM job") == ["", "no"])
      #expect(try Int.fetchAll(database, sql: "SELECT seed FROM job WHERE seed NOT NULL") == [7])
      #expect(try String.fetchOne(database, sql: "SELECT key || value FROM setting") == "k2")
      let metric = try #require(try Row.fetchOne(database, sql: "SELECT * FROM metric"))
      #expect(metric["detector"] == "any" && metric["total"] == 0 && metric.hasNull(atIndex: 4))
    }
    #expect(throws: StorageError.alreadyThere(path: path)) { try write() }
  }

  @Test("lines appear when all are there, and are gone on with behind what is kept")
  func lines() throws {
    let path = path("a.jsonl")
    let first = try LineOutput(path)
    #expect(throws: StorageError.beingWritten(path: path)) { try LineOutput(path) }
    try first.begin(keeping: 0)
    try first.append("one")
    try first.append("tw")
    first.suspend()
    #expect(!FileManager.default.fileExists(atPath: path))
    let second = try LineOutput(path)
    try second.begin(keeping: 4)
    try second.append("two")
    try second.publish()
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "one\ntwo\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.jsonl"])
    #expect(throws: StorageError.alreadyThere(path: path)) { try LineOutput(path) }
  }
}

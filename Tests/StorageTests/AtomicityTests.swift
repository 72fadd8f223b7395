import Foundation
import GRDB
import Population
import Testing
import Vocabulary

@testable import Storage

@Suite("A file appears whole or not at all") struct AtomicityTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func begin() throws -> RunFileWriter {
    let writer = try RunFileWriter(
      path: folder.run, header: SmallRun.header, rowsPerChunk: 4, busySeconds: 0.1)
    try writer.write(world: SmallRun.world)
    try writer.append(SmallRun.log)
    return writer
  }

  @Test("the earlier file is untouched until the new one is complete")
  func earlierFile() throws {
    try SmallRun.write(to: folder.run, log: SmallRun.posts(3))
    let before = try folder.bytes()
    let writer = try begin()
    try writer.write(truth: SmallRun.truth)
    #expect(try folder.bytes() == before)
    try writer.finish()
    #expect(try SmallRun.events(of: RunFile(opening: folder.run)) == SmallRun.log)
    #expect(try folder.names() == ["run.sqlite"])
  }

  @Test("abandoning, and letting go of a writer, leave nothing")
  func abandoned() throws {
    try begin().abandon()
    #expect(try folder.names() == [])
    _ = try begin()
    #expect(try folder.names() == [])
  }

  @Test("a file that is being written says that it is incomplete")
  func incomplete() throws {
    let writer = try begin()
    let partial = folder.run + ".partial"
    #expect(throws: StorageError.incomplete(path: partial)) { try RunFile(opening: partial) }
    let file = try RunFile(opening: partial, allowIncomplete: true)
    let summary = try file.summary()
    #expect(!summary.isComplete && summary.events == 12 && summary.accounts == 5)
    writer.abandon()
  }

  @Test("a second writer of the same output is turned away, and the first goes on")
  func secondWriter() throws {
    let writer = try begin()
    #expect(throws: StorageError.beingWritten(path: folder.run)) { try begin() }
    try writer.finish()
    #expect(try RunFile(opening: folder.run).summary().isComplete)
  }

  @Test("what a killed writer left is incomplete, and the next writer replaces it")
  func leftByKill() throws {
    let writer = try begin()
    // A kill leaves the files as they are; copies of them stand for that.
    let names = try folder.names()
    #expect(names.contains("run.sqlite.partial"))
    let left = try names.map { ($0, try folder.bytes($0)) }
    writer.abandon()
    for (name, bytes) in left { try folder.write(bytes, to: name) }
    let partial = folder.run + ".partial"
    #expect(throws: StorageError.incomplete(path: partial)) { try RunFile(opening: partial) }
    for (name, bytes) in left { try folder.write(bytes, to: name) }
    try SmallRun.write(to: folder.run)
    #expect(try SmallRun.events(of: RunFile(opening: folder.run)) == SmallRun.log)
    #expect(try folder.names() == ["run.sqlite"])
  }

  @Test("taking an output's name clears away every file a killed writer left")
  func clearedAway() throws {
    for suffix in ["", "-wal", "-shm", "-journal", "-lock"] {
      try folder.write(Data("left".utf8), to: "run.sqlite.partial" + suffix)
    }
    let file = try PartialFile(for: folder.run, busySeconds: 0)
    #expect(try folder.names() == ["run.sqlite.partial-lock"])
    file.abandon()
    #expect(try folder.names() == [])
  }

  @Test("a program that writes to the earlier file is not cut off")
  func earlierFileLocked() throws {
    try SmallRun.write(to: folder.run, log: SmallRun.posts(3))
    let other = try DatabaseQueue(path: folder.run)
    let writer = try begin()
    try other.inTransaction(.immediate) { database in
      try database.execute(sql: "INSERT INTO replay (settings) VALUES ('other')")
      #expect(throws: StorageError.busy(path: folder.run)) { try writer.finish() }
      return .commit
    }
    writer.abandon()
    #expect(try RunFile(opening: folder.run).replays().map(\.settings) == ["all", "other"])
    #expect(try folder.names() == ["run.sqlite"])
  }

  @Test("a journal that a killed replay left is not played back into the new file")
  func journalOfEarlierFile() throws {
    try SmallRun.write(to: folder.run, log: SmallRun.posts(3))
    let other = try DatabaseQueue(path: folder.run)
    var left: [(String, Data)] = []
    try other.inTransaction(.immediate) { database in
      try database.execute(sql: "PRAGMA cache_spill = 1")
      try database.execute(sql: "PRAGMA cache_size = 2")
      for number in 0..<2_000 {
        try database.execute(
          sql: "INSERT INTO replay (settings) VALUES (?)", arguments: ["replay \(number)"])
      }
      left = try folder.names().map { ($0, try folder.bytes($0)) }
      return .rollback
    }
    try other.close()
    #expect(left.map(\.0) == ["run.sqlite", "run.sqlite-journal"])
    for (name, bytes) in left { try folder.write(bytes, to: name) }
    try SmallRun.write(to: folder.run)
    #expect(try folder.names() == ["run.sqlite"])
    #expect(try SmallRun.events(of: RunFile(opening: folder.run)) == SmallRun.log)
  }

  @Test("a replay is not written into a file that was replaced")
  func replaced() throws {
    try SmallRun.write(to: folder.run)
    let file = try RunFile(opening: folder.run)
    try SmallRun.write(to: folder.run)
    #expect(throws: StorageError.replaced(path: folder.run)) {
      try file.write(replay: "late", detectors: [], alerts: [], metrics: [])
    }
  }
}

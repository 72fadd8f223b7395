import Foundation
import GRDB
import Testing
import Vocabulary

@testable import Storage

@Suite("A database of event rows") struct EventTableTests {
  private let folder: TemporaryFolder
  private var output: String { folder.path + "/events.sqlite" }

  init() throws {
    folder = try TemporaryFolder()
    try SmallRun.write(to: folder.run, rowsPerChunk: 4)
  }

  @Test("holds what was asked for, whether or not numbers follow each other")
  func rows() throws {
    // Chunks go as where few kinds of events are recorded: numbers begin at 4, and leave some out.
    let run = try DatabaseQueue(path: folder.run)
    try run.write { database in
      try database.execute(
        sql: """
          DELETE FROM event_chunk WHERE first_id IN (0, 8);
          UPDATE run
          SET recording = 'none', held = 5, digest = '\(String(repeating: "0", count: 64))';
          """)
    }
    try run.close()
    for (moment, numbers) in [(nil, [4, 5, 6, 7, 12]), (SimTime(rawValue: 60), [4, 5, 6])] {
      try RunFile(opening: folder.run).writeEventTable(before: moment, to: output) { _ in true }
      let rows = try DatabaseQueue(path: output)
      let found = try rows.read {
        try Int.fetchAll($0, sql: "SELECT number FROM event_view ORDER BY number")
      }
      #expect(found == numbers)
      try rows.close()
      try FileManager.default.removeItem(atPath: output)
    }
  }

  @Test("is not there, nor anything of it, where somebody asks to stop")
  func stopped() throws {
    let file = try RunFile(opening: folder.run)
    var asked: [Int] = []
    #expect(throws: StorageError.stopped(path: output)) {
      try file.writeEventTable(to: output) { written in
        asked.append(written)
        return asked.count < 3
      }
    }
    #expect(asked == [4, 8, 12])
    #expect(try folder.names() == ["run.sqlite"])
  }

  @Test("takes the place of no file, a run's least of all")
  func replaces() throws {
    let before = try folder.bytes()
    let file = try RunFile(opening: folder.run)
    #expect(throws: StorageError.self) {
      try file.writeEventTable(to: folder.run) { _ in true }
    }
    #expect(try folder.bytes() == before)
    #expect(try folder.names() == ["run.sqlite"])
  }
}

import Foundation
import GRDB
import Testing
import Vocabulary

@testable import Storage

@Suite("What is wrong with a file is said by name") struct StorageErrorTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func open() throws { _ = try RunFile(opening: folder.run) }

  private func begin(_ path: String) throws {
    _ = try RunFileWriter(path: path, header: SmallRun.header)
  }

  @Test("a file that is missing")
  func missing() {
    #expect(throws: StorageError.missing(path: folder.run)) { try open() }
  }

  @Test("a folder or a device in place of a file", arguments: ["/tmp", "/dev/null"])
  func notAFile(path: String) {
    #expect(throws: StorageError.notAFile(path: path)) { try RunFile(opening: path) }
    #expect(throws: StorageError.notAFile(path: path)) { try begin(path) }
  }

  @Test(
    "a file that is no database, which is not replaced unless it is empty",
    arguments: ["", "name: small\n", String(repeating: "a long text\n", count: 100)])
  func notSQLite(text: String) throws {
    try folder.write(Data(text.utf8))
    #expect(throws: StorageError.notSQLite(path: folder.run)) { try open() }
    if text.isEmpty {
      try begin(folder.run)
    } else {
      #expect(throws: StorageError.wouldReplaceForeignFile(path: folder.run)) {
        try begin(folder.run)
      }
    }
    #expect(try folder.bytes() == Data(text.utf8))
  }

  @Test("another program's database, which is not replaced either")
  func notARun() throws {
    let queue = try DatabaseQueue(path: folder.run)
    try queue.write { try $0.execute(sql: "CREATE TABLE t (a)") }
    try queue.close()
    #expect(throws: StorageError.notARun(path: folder.run, applicationID: 0)) { try open() }
    #expect(throws: StorageError.wouldReplaceForeignFile(path: folder.run)) {
      try begin(folder.run)
    }
  }

  @Test("another program's database with a log beside it, of which no byte changes")
  func notARunWithLog() throws {
    let queue = try DatabaseQueue(path: folder.path + "/other.sqlite")
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA journal_mode = WAL")
      try database.execute(sql: "CREATE TABLE t (a)")
    }
    // As the other program would leave them if it were killed.
    let left = try ["", "-wal"].map { ($0, try folder.bytes("other.sqlite" + $0)) }
    for (suffix, bytes) in left { try folder.write(bytes, to: "run.sqlite" + suffix) }
    #expect(throws: StorageError.wouldReplaceForeignFile(path: folder.run)) {
      try begin(folder.run)
    }
    for (suffix, bytes) in left { #expect(try folder.bytes("run.sqlite" + suffix) == bytes) }
    try queue.close()
  }

  @Test("a file of a newer version")
  func newer() throws {
    try SmallRun.write(to: folder.run)
    try DatabaseQueue(path: folder.run).write { try $0.execute(sql: "PRAGMA user_version = 9") }
    #expect(throws: StorageError.newerVersion(path: folder.run, version: 9, supported: 1)) {
      try open()
    }
  }

  @Test("a file that is cut short")
  func truncated() throws {
    try SmallRun.write(to: folder.run)
    let bytes = try folder.bytes()
    try folder.write(bytes.prefix(bytes.count - 4_096))
    #expect(
      throws: StorageError.corrupt(path: folder.run, detail: "database disk image is malformed")
    ) { try open() }
    try SmallRun.write(to: folder.run)
    #expect(try RunFile(opening: folder.run).summary().isComplete, "a damaged run is replaced")
  }

  @Test("pages overwritten with other bytes, each in turn but the first")
  func overwritten() throws {
    try SmallRun.write(to: folder.run)
    let sound = try folder.bytes()
    for start in stride(from: 4_096, to: sound.count, by: 4_096) {
      var bytes = sound
      bytes.replaceSubrange(start..<start + 4_096, with: repeatElement(0xA5, count: 4_096))
      try folder.write(bytes)
      do {
        try readEverything()
      } catch {
        guard case StorageError.corrupt = error else {
          Issue.record("page \(start / 4_096 + 1): \(error)")
          continue
        }
      }
    }
  }

  /// An error by name, or answers that do not need what is damaged.
  private func readEverything() throws {
    let file = try RunFile(opening: folder.run)
    _ = try file.summary()
    _ = try file.digest()
    _ = try file.declaredAccounts()
    _ = try file.friendshipsAtStart()
    _ = try file.world()
    _ = try file.truth()
    _ = try file.alerts(replay: 1)
    _ = try SmallRun.events(of: file)
  }

  @Test(
    "a stream that contradicts itself",
    arguments: [
      ("times = substr(times, 2)", "a chunk of 4 events has a column of 15 bytes"),
      ("first_time = first_time - 1", "a chunk's times are not those it is filed under"),
      ("kinds = x'01010163'", "a chunk holds events of an unknown kind"),
      ("actors = x'00000000000000000000000009000000'", "a chunk names accounts that do not exist"),
      ("targets = zeroblob(16)", "a chunk names accounts that do not exist"),
      ("times = x'00000000090000000200000003000000'", "a chunk's events are out of order"),
      ("first_id = 1", "events 0 to 0 are missing"),
      ("numbers = x'00000000010000000200000004000000'", "numbers are not the run's"),
      ("numbers = x'01000000020000000300000004000000'", "numbers do not begin with its first"),
      ("numbers = x'00000000020000000100000003000000'", "a chunk's events are out of order"),
    ])
  func contradiction(change: String, detail: String) throws {
    try SmallRun.write(to: folder.run, log: SmallRun.posts(4), rowsPerChunk: 4)
    try DatabaseQueue(path: folder.run).write { database in
      try database.execute(sql: "PRAGMA ignore_check_constraints = ON")
      try database.execute(sql: "UPDATE event_chunk SET \(change)")
    }
    let file = try RunFile(opening: folder.run)
    #expect {
      try SmallRun.events(of: file)
    } throws: { error in
      "\(error)".contains(detail)
    }
  }

  @Test("an output folder that is missing")
  func folderMissing() {
    let path = folder.path + "/none/run.sqlite"
    #expect(throws: StorageError.folderMissing(path: path, folder: folder.path + "/none")) {
      try begin(path)
    }
  }

  @Test("an output folder that cannot be written to")
  func folderNotWritable() {
    #expect {
      try begin("/proc/run.sqlite")
    } throws: { error in
      guard case StorageError.folderNotWritable(_, "/proc", _) = error else { return false }
      return true
    }
  }

  @Test("a full disk, after which nothing is left")
  func diskFull() throws {
    let writer = try RunFileWriter(path: folder.run, header: SmallRun.header)
    try writer.queue.writeWithoutTransaction { database in
      let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      try database.execute(sql: "PRAGMA max_page_count = \(pages + 4)")
    }
    try writer.write(world: SmallRun.world)
    #expect(throws: StorageError.diskFull(path: folder.run)) {
      try writer.append(SmallRun.posts(10_000))
    }
    writer.abandon()
    #expect(try folder.names() == [])
  }

  @Test("a file that another program holds locked")
  func busy() throws {
    try SmallRun.write(to: folder.run)
    let other = try DatabaseQueue(path: folder.run)
    let file = try RunFile(opening: folder.run, busySeconds: 0)
    try other.inTransaction(.exclusive) { _ in
      #expect(throws: StorageError.busy(path: folder.run)) { try file.truth() }
      return .rollback
    }
  }

  @Test("a replay that is not there")
  func noReplay() throws {
    try SmallRun.write(to: folder.run)
    let file = try RunFile(opening: folder.run)
    #expect(throws: StorageError.noReplay(path: folder.run, replay: 2, stored: 1)) {
      try file.alerts(replay: 2)
    }
  }

  @Test("every message names the file and ends with what to do")
  func messages() {
    let path = "out/run.sqlite"
    let errors: [StorageError] = [
      .missing(path: path), .notAFile(path: path), .notSQLite(path: path),
      .notARun(path: path, applicationID: 3),
      .newerVersion(path: path, version: 9, supported: 1), .incomplete(path: path),
      .corrupt(path: path, detail: "d"), .folderMissing(path: path, folder: "out"),
      .folderNotWritable(path: path, folder: "out", detail: "d"),
      .wouldReplaceForeignFile(path: path), .beingWritten(path: path), .busy(path: path),
      .readOnly(path: path), .replaced(path: path), .diskFull(path: path),
      .refused(path: path, detail: "d"), .noReplay(path: path, replay: 2, stored: 1),
    ]
    for error in errors {
      #expect("\(error)".hasPrefix("out/run.sqlite: "))
      #expect("\(error)".contains("; "), "\(error)")
    }
  }
}

import GRDB
import Population
import Testing
import Vocabulary

@testable import Storage

@Suite("A level of recording") struct RecordingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Account 1 declares 13, account 3 no age; the others declare to be adults.
  private static var world: World {
    let small = SmallRun.world
    var declared = small.declared
    declared.ages = [40, 13, 41, DeclaredAccounts.unknownAge, 42]
    return World(
      places: small.places, persons: small.persons, foci: small.foci, platforms: small.platforms,
      owners: small.owners, accountPlatforms: small.accountPlatforms, declared: declared,
      friendships: small.friendships, groomers: small.groomers)
  }

  private static let log: EventLog = {
    var log = EventLog()
    log.append(contentsOf: [
      event(1, .post, 0, detail: 1), event(2, .view, 0, 2, detail: 1),
      event(3, .view, 0, 1, detail: 1), event(4, .profileView, 2, 4),
      event(5, .profileView, 3, 4), event(6, .message, 0, 2, count: 3), event(7, .request, 0, 2),
      event(8, .message, 2, 3), event(9, .message, 4, 0, count: 2), event(10, .message, 1, 3),
      event(11, .report, 2, 0),
    ])
    return log
  }()

  private func write(
    _ level: RecordingLevel, rowsPerChunk: Int = 8_192, rowsPerCall: Int = 100
  ) throws -> RunFile {
    var header = SmallRun.header
    header.recording = level
    let writer = try RunFileWriter(
      path: folder.run, header: header, rowsPerChunk: rowsPerChunk)
    try writer.write(world: Self.world)
    var source = MemoryEventSource(Self.log, rowsPerCall: rowsPerCall)
    var batch = EventLog()
    while source.next(into: &batch) { try writer.append(batch) }
    try writer.write(truth: SmallRun.truth)
    try writer.finish()
    return try RunFile(opening: folder.run)
  }

  @Test(
    "holds views and messages by what their accounts declare, and all other events",
    arguments: [
      (.all, Array(0...10)), (.childFacing, [0, 2, 4, 6, 7, 9, 10]), (.none, [0, 6, 10]),
    ] as [(RecordingLevel, [Int])])
  func held(level: RecordingLevel, rows: [Int]) throws {
    var expected = EventLog()
    for row in rows { expected.append(Self.log, rows: row..<row + 1) }
    for rowsPerChunk in [1, 2, 3, 100] {
      for rowsPerCall in [1, 4, 100] {
        let file = try write(level, rowsPerChunk: rowsPerChunk, rowsPerCall: rowsPerCall)
        #expect(try SmallRun.events(of: file) == expected)
        let summary = try file.summary()
        #expect(summary.recording == level)
        #expect(summary.events == 11 && summary.eventsHeld == rows.count)
        #expect(summary.chunks == (rows.count + rowsPerChunk - 1) / rowsPerChunk)
        #expect(summary.eventsByKind.reduce(0) { $0 + $1.count } == rows.count)
      }
    }
  }

  @Test("makes edges of all events, and the same fingerprints of all parts")
  func sameRun() throws {
    let all = try write(.all)
    let edges = try dump("SELECT * FROM conversation ORDER BY lower, higher")
    #expect(edges.count == 4)
    let digest = try all.digest()
    #expect(digest.held == nil && all.streamDigest == nil)
    for level in [RecordingLevel.childFacing, .none] {
      let file = try write(level, rowsPerChunk: 3)
      #expect(try dump("SELECT * FROM conversation ORDER BY lower, higher") == edges)
      var lower = try file.digest()
      let held = try #require(lower.held)
      lower.held = nil
      #expect(lower == digest)
      #expect(file.streamDigest == digest.events && file.eventCount == 11)
      #expect(try write(level, rowsPerChunk: 1).digest().held == held)
    }
  }

  @Test(
    "a file that lacks what it says it holds is damaged",
    arguments: [
      ("DELETE FROM event_chunk WHERE first_id = 0", "4 of 7 events are there"),
      ("DELETE FROM event_chunk WHERE first_id > 6", "6 of 7 events are there"),
      ("UPDATE run SET held = 6", "7 of 6 events are there"),
      ("UPDATE run SET events = 7", "from event 6 on, numbers are not the run's"),
      ("UPDATE run SET recording = 'all'", "from event 0 on, numbers are not the run's"),
    ])
  func damaged(change: String, detail: String) throws {
    _ = try write(.childFacing, rowsPerChunk: 3)
    try DatabaseQueue(path: folder.run).write { database in
      try database.execute(sql: "PRAGMA ignore_check_constraints = ON")
      try database.execute(sql: change)
    }
    let file = try RunFile(opening: folder.run)
    #expect {
      try SmallRun.events(of: file)
    } throws: { error in
      "\(error)".contains(detail)
    }
  }

  @Test("is one of those there are")
  func unknown() throws {
    _ = try write(.childFacing)
    try DatabaseQueue(path: folder.run).write { database in
      try database.execute(sql: "PRAGMA ignore_check_constraints = ON")
      try database.execute(sql: "UPDATE run SET recording = 'some'")
    }
    #expect {
      try RunFile(opening: folder.run)
    } throws: { error in
      "\(error)".contains("the level of recording is \"some\"")
    }
  }

  private func dump(_ sql: String) throws -> [String] {
    try DatabaseQueue(path: folder.run).read { database in
      try Row.fetchAll(database, sql: sql).map(\.description)
    }
  }
}

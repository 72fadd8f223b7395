import Population
import Storage
import Testing
import Vocabulary

@Suite("A run's file gives back what was written") struct RoundTripTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("everything a run holds comes back equal")
  func everything() throws {
    try SmallRun.write(to: folder.run)
    let file = try RunFile(opening: folder.run)
    let world = SmallRun.world
    #expect(try file.header() == SmallRun.header)
    #expect(try file.places() == world.places)
    #expect(
      try describe(file.declaredAccounts()) == describe(world.declared),
      "columns are compared as text, in which one NaN equals another")
    #expect(
      try file.friendshipsAtStart() == world.friendships.adjacency())
    #expect(try file.roles() == [.adult, .child, .child, .teacher, .child])
    #expect(try file.truth() == SmallRun.truth)
    #expect(try file.hardness() == SmallRun.hardness)
    #expect(try SmallRun.events(of: file) == SmallRun.log)
    #expect(
      try file.replays() == [
        ReplayRow(id: 1, settings: "all", detectors: SmallRun.detectors, alertCount: 2)
      ])
    #expect(try file.alerts(replay: 1) == SmallRun.alerts)
    #expect(try file.metrics(replay: 1) == SmallRun.metrics)
  }

  @Test(
    "streams of any length come back equal, however they are cut",
    arguments: [0, 1, 3, 4, 5, 8, 41], [1, 3, 4, 5, 100])
  func chunkBoundaries(events: Int, rowsPerCall: Int) throws {
    let log = SmallRun.posts(events)
    try SmallRun.write(
      to: folder.run, log: log, rowsPerChunk: 4, rowsPerCall: rowsPerCall, withReplay: false)
    let file = try RunFile(opening: folder.run)
    #expect(try SmallRun.events(of: file) == log)
    #expect(try file.summary().chunks == (events + 3) / 4)
  }

  @Test("a batch's memory is used again, and an exhausted source stays so")
  func exhausted() throws {
    try SmallRun.write(to: folder.run, log: SmallRun.posts(6), rowsPerChunk: 4)
    var source = try RunFile(opening: folder.run).events()
    var batch = EventLog()
    #expect(try source.next(into: &batch))
    #expect(try source.next(into: &batch))
    #expect(batch.firstID == 4 && batch.count == 2)
    #expect(try !source.next(into: &batch))
    #expect(try !source.next(into: &batch))
    #expect(batch == EventLog(firstID: 6))
  }

  @Test("the summary says what is in the file")
  func summary() throws {
    try SmallRun.write(to: folder.run, rowsPerChunk: 5)
    let summary = try RunFile(opening: folder.run).summary()
    #expect(summary.isComplete && summary.formatVersion == 1 && summary.seed == .max)
    #expect(summary.accounts == 5 && summary.events == 13 && summary.chunks == 3)
    #expect(summary.firstEvent == SimTime(rawValue: 10))
    #expect(summary.lastEvent == SimTime(rawValue: 101))
    #expect(summary.bytes == (try folder.bytes().count))
    let kinds = summary.eventsByKind.map { "\($0.name) \($0.count)" }
    #expect(
      kinds == [
        "post 1", "view 1", "profile-view 1", "follow 1", "request 2", "acceptance 1",
        "refusal 1", "expiry 0", "message 2", "unfriend 1", "block 1", "report 1",
      ])
    #expect(summary.tables.first { $0.name == "friendship" }?.count == 4)
  }

  @Test("a replay is added to a complete file, after the ones it has")
  func addReplay() throws {
    try SmallRun.write(to: folder.run)
    let file = try RunFile(opening: folder.run)
    let digest = try file.digest()
    #expect(
      try file.write(
        replay: "one", detectors: ["a", "b"], alerts: [SmallRun.alerts[1]], metrics: []) == 2)
    #expect(try file.replays().map(\.settings) == ["all", "one"])
    #expect(try file.alerts(replay: 2) == [SmallRun.alerts[1]])
    #expect(try file.alerts(replay: 1) == SmallRun.alerts)
    #expect(try file.digest().events == digest.events)
    #expect(try file.digest().alerts != digest.alerts)
  }

  @Test("a replay that a rule refuses leaves nothing behind")
  func refusedReplay() throws {
    try SmallRun.write(to: folder.run)
    let file = try RunFile(opening: folder.run)
    var stranger = SmallRun.alerts[0]
    stranger.suspect = AccountID(99)
    let before = try file.digest()
    #expect {
      try file.write(
        replay: "bad", detectors: [], alerts: [SmallRun.alerts[1], stranger],
        metrics: SmallRun.metrics)
    } throws: { error in
      guard case StorageError.refused = error else { return false }
      return true
    }
    #expect(try file.digest() == before)
    #expect(try file.replays().count == 1)
  }

  @Test("a replay written with the run obeys the same rules")
  func refusedReplayOfWriter() throws {
    let writer = try RunFileWriter(path: folder.run, header: SmallRun.header)
    try writer.write(world: SmallRun.world)
    var stranger = SmallRun.alerts[0]
    stranger.suspect = AccountID(99)
    #expect {
      try writer.draft().write(replay: "bad", detectors: ["cues"], alerts: [stranger], metrics: [])
    } throws: { error in
      guard case StorageError.refused = error else { return false }
      return true
    }
  }

  private func describe(_ accounts: DeclaredAccounts) -> String { "\(accounts)" }
}

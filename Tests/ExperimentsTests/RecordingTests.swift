import Detection
import Foundation
import GRDB
import Storage
import Testing
import Vocabulary

@testable import Experiments

@Suite("A run recorded at any level") struct RecordingTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("tocsin-recording-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// The scenarios of the package, which is where this file is.
  private static let scenarios = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Scenarios")

  private static let small = [
    "population.accounts=600", "calendar.days=25", "population.groomers.per-adult-account=0.05",
  ]
  private static let disorder = ["delivery.late-share=0.2", "delivery.duplicate-share=0.1"]

  /// A run of the quickstart through all detectors, as `tocsin run` does it.
  private func run(_ level: RecordingLevel, threads: Int = 1, _ settings: [String] = []) throws
    -> RunFile
  {
    let scenario = try ScenarioFile(
      path: Self.scenarios.appendingPathComponent("quickstart.yaml").path,
      overrides: Self.small + settings + ["recording=\(level.rawValue)"])
    let path = folder.appendingPathComponent("\(level)-\(threads).sqlite").path
    let replay = Self.replay(of: scenario.scenario, threads: threads)
    try Simulate(scenario, output: path, threads: threads).run(Watch(), through: replay) {
      try Score.add($1, of: replay, to: $0)
    }
    return try RunFile(opening: path)
  }

  private static func replay(of scenario: Scenario, threads: Int) -> Replay {
    Replay(
      through: DetectorCatalogue.entries.filter { $0.group == .pattern },
      settings: scenario.detection, batchRows: 1_000,
      threads: threads)
  }

  @Test(
    "has the same alerts, metrics and fingerprints, at once and replayed later",
    arguments: [[], disorder])
  func sameAlerts(settings: [String]) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let all = try run(.all, settings)
    let expected = try all.alerts(replay: 1)
    #expect(Set(expected.map(\.detector)).count > 2, "there is something to compare")
    let digest = try all.digest()
    for (level, threads) in [(.all, 2), (.childFacing, 2), (.none, 1), (.none, 2)]
      as [(RecordingLevel, Int)]
    {
      let file = try run(level, threads: threads, settings)
      #expect(try file.alerts(replay: 1) == expected)
      #expect(try file.metrics(replay: 1) == all.metrics(replay: 1))
      var same = try file.digest()
      same.held = nil
      #expect(same == digest)
      let later = Self.replay(of: try file.scenario(), threads: 3 - threads)
      #expect(try later.alerts(on: file, Watch()) == expected)
    }
  }

  @Test("takes the less room the less it holds, and holds all other kinds of events")
  func room() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let summaries = try RecordingLevel.allCases.map { try run($0).summary() }
    for (more, less) in zip(summaries, summaries.dropFirst()) {
      #expect(less.bytes < more.bytes && less.eventsHeld < more.eventsHeld)
      #expect(less.events == more.events)
      for (ofMore, ofLess) in zip(more.eventsByKind, less.eventsByKind) {
        switch ofMore.name {
        case "view", "profile-view", "message": #expect(ofLess.count < ofMore.count)
        default: #expect(ofLess == ofMore)
        }
      }
    }
  }

  @Test("holds of the views and messages those that the declared ages say")
  func declared() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let accounts = try run(.all).declaredAccounts()
    var expected = EventLog()
    var all = try run(.all).events()
    var log = EventLog()
    while try all.next(into: &log) {
      for row in 0..<log.count {
        let event = log[row]
        let isTold = [.view, .profileView, .message].contains(event.kind)
        if isTold, accounts.isAdult(event.actor.index), accounts.isAdult(event.target.index) {
          continue
        }
        expected.append(log, rows: row..<row + 1)
      }
    }
    var held = EventLog()
    var some = try run(.childFacing).events()
    while try some.next(into: &log) { held.append(log, rows: 0..<log.count) }
    #expect(held == expected)
  }

  @Test("is made again from a file alone, on an imported graph whose tables are gone")
  func imported() throws {
    let copies = folder.appendingPathComponent("Scenarios")
    try FileManager.default.copyItem(at: Self.scenarios, to: copies)
    let scenario = try ScenarioFile(
      path: copies.appendingPathComponent("imported-graph.yaml").path,
      overrides: ["recording=none", "calendar.days=20"])
    let path = folder.appendingPathComponent("run.sqlite").path
    let replay = Self.replay(of: scenario.scenario, threads: 1)
    var expected: [Alert] = []
    try Simulate(scenario, output: path, threads: 1).run(Watch(), through: replay) {
      expected = $1
    }
    try FileManager.default.removeItem(at: copies)
    let file = try RunFile(opening: path)
    #expect(try file.summary().eventsHeld < file.summary().events)
    #expect(try replay.alerts(on: file, Watch()) == expected)
    try FileManager.default.removeItem(at: folder)
  }

  @Test("is not made again by another version, nor passed off as what it is not")
  func otherVersion() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = try run(.none)
    let path = file.path
    let replay = Self.replay(of: try file.scenario(), threads: 1)
    try change(path, "tocsin_version = '0.0.9'")
    #expect(
      throws: RemakingError.otherVersion(
        path: path, made: "0.0.9", current: TocsinVersion.current)
    ) { try replay.alerts(on: RunFile(opening: path), Watch()) }
    let events = file.eventCount
    try change(
      path,
      "tocsin_version = '\(TocsinVersion.current)', digest = '\(String(repeating: "0", count: 64))'"
    )
    #expect(throws: RemakingError.otherEvents(path: path, made: events, expected: events)) {
      try replay.alerts(on: RunFile(opening: path), Watch())
    }
    try change(path, "seed = '2', scenario_yaml = replace(scenario_yaml, 'seed: 1', 'seed: 2')")
    #expect {
      try replay.alerts(on: RunFile(opening: path), Watch())
    } throws: { error in
      guard case RemakingError.otherEvents = error else { return false }
      return "\(error)".contains("run the scenario again")
    }
  }

  @Test("stops when asked to while it is made again")
  func interrupted() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = try run(.none)
    let replay = Self.replay(of: try file.scenario(), threads: 1)
    #expect(throws: Interrupted.self) {
      try replay.alerts(on: file, Watch(shouldStop: { true }))
    }
  }

  private func change(_ path: String, _ assignments: String) throws {
    try DatabaseQueue(path: path).write { try $0.execute(sql: "UPDATE run SET \(assignments)") }
  }
}

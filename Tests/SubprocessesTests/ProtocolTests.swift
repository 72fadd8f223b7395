import Detection
import Foundation
import Subprocesses
import TestSupport
import Testing
import Vocabulary

@Suite("A program as a detector") struct ProtocolTests {
  @Test("raises the same alerts whatever the batches, if it names its events")
  func batches() throws {
    var log = EventLog()
    log.append(run.log, rows: 0..<3_000)
    let outcomes = try [1, 7, 4_096].map {
      try Program("names-its-events").replay(log, batchRows: $0, keeping: .quiet(days: 0.1))
    }
    #expect(outcomes.allSatisfy { $0.problems.isEmpty })
    #expect(outcomes[0].alerts == outcomes[1].alerts)
    #expect(outcomes[0].alerts == outcomes[2].alerts)
    #expect(outcomes[0].alerts.count > 20)
  }

  @Test("has its alerts stamped with the time of their events")
  func stamps() throws {
    for alert in try Program("names-its-events").replay().alerts {
      #expect(run.log.times[alert.cause] == alert.time.rawValue)
      #expect(run.log.kinds[alert.cause] == EventKind.request.rawValue)
      #expect(run.log.actors[alert.cause] == alert.suspect.rawValue)
    }
  }

  @Test("sees the columns and kinds that it asked for, and may alert at the last event")
  func subscription() throws {
    let outcome = try Program("answers-at-the-end").replay()
    #expect(outcome.problems == [])
    let last = try #require(run.log.kinds.lastIndex(of: EventKind.request.rawValue))
    let alert = try #require(outcome.alerts.first)
    #expect(outcome.alerts.count == 1)
    #expect(alert.cause == last)
    #expect(alert.time.rawValue == run.log.times[last])
    #expect(alert.suspect.rawValue == run.log.actors[last])
    #expect(alert.score == 2)
  }

  @Test("is called as it says, or by its file, and never like another")
  func names() throws {
    let named = try OutsideProgram.start(
      [Program("names-its-events").command], taken: ["view-spike"], facts: facts)
    #expect(named.map(\.name) == ["asker"])
    let twice = try OutsideProgram.start(
      [Program("garbage").command, Program("garbage", "again").command], taken: ["garbage-2"],
      facts: facts)
    #expect(twice.map(\.name) == ["garbage", "garbage-3"])
    let error = #expect(throws: OutsideProgramError.self) {
      try OutsideProgram.start(
        [Program("names-its-events").command], taken: ["asker"], facts: facts)
    }
    #expect(error?.description.contains("calls itself asker") == true)
  }

  @Test(
    "is never called like a detector of the catalogue, whether that runs or not, or like a group",
    arguments: ["view-spike", "oracle", "peer", "all"])
  func catalogueNames(name: String) {
    let error = #expect(throws: OutsideProgramError.self) {
      try OutsideProgram.start([Program("names-itself", name).command], taken: [], facts: facts)
    }
    #expect(error?.description.contains("calls itself \(name)") == true)
  }

  @Test("runs again in another replay")
  func again() throws {
    let entry = try Program("names-its-events").start().entry
    let alerts = (0..<2).map { _ in
      var engine = Engine(
        view: run.view, detectors: [entry], settings: DetectionSettings(), threads: 1)
      engine.observe(run.log)
      return engine.alerts()
    }
    #expect(alerts[0] == alerts[1])
    #expect(!alerts[0].isEmpty)
  }
}

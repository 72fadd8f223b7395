import Detection
import Foundation
import Subprocesses
import TestSupport
import Testing
import Vocabulary

@Suite("A program that misbehaves") struct BadProgramTests {
  /// A program, what is said about it, and whether its first two batches were answered well.
  struct Case: Sendable, CustomStringConvertible {
    var script: String
    var words: [String]
    var description: String { script }
  }

  private static let duringTheRun = [
    Case(
      script: "crashes",
      words: [
        "ended with exit code 1 before it answered batch 3; the end of its standard error:",
        "RuntimeError: the third batch is too much",
      ]),
    Case(script: "is-killed", words: ["was ended by signal 9 before it answered batch 3"]),
    Case(script: "hangs", words: ["was stopped: 3 s passed without an answer to batch 3"]),
    Case(
      script: "hangs-with-a-child", words: ["was stopped: 3 s passed without an answer to batch 3"]),
    Case(
      script: "garbage",
      words: ["line 4 of its output, Loading the model ...: expected JSON: found something else"]),
    Case(script: "empty-line", words: ["line 4 of its output, which is empty: expected JSON"]),
    Case(
      script: "misspelt-key",
      words: [
        "line 4 of its output, {\"alerts\": [{\"suspct\": 1, \"score\": 1}]}: alerts[0]: found the key "
          + "\"suspct\"", "did you mean \"suspect\"?",
      ]),
    Case(
      script: "wrong-shape",
      words: ["answer: found a list, expected an object with \"alerts\""]),
    Case(
      script: "unknown-account",
      words: [
        "alerts[0].suspect: found 1000000, expected the number of an account, from 0 to 299"
      ]),
    Case(script: "unknown-child", words: ["alerts[0].child: found -1, expected the number"]),
    Case(
      script: "event-not-sent",
      words: [
        "alerts[0].row: found 500, expected the position of an event in the batch, from 0 to 499"
      ]),
    Case(
      script: "evidence-not-sent",
      words: ["alerts[0].reasons[0].events: found 1500, expected numbers of events that were sent"]
    ),
    Case(script: "nan-score", words: ["expected JSON: it has no number NaN"]),
    Case(
      script: "negative-score", words: ["alerts[0].score: found -0.5, expected a number from 0"]),
    Case(script: "huge-score", words: ["line 4 of its output"]),
    Case(script: "flood", words: ["alerts: found 101, expected at most 100 for a batch"]),
    Case(
      script: "long-line", words: ["line 4", "xxx...: expected at most 200000 bytes in a line"]),
    Case(
      script: "closes-output", words: ["closed its standard output before it answered batch 3"]),
    Case(script: "closes-input", words: ["3 s passed without an answer to batch 3"]),
    Case(script: "deep", words: ["expected JSON: found lists or objects more than 16 deep"]),
    Case(script: "not-utf8", words: ["expected JSON: found bytes that are not UTF-8"]),
    Case(
      script: "writes-much-to-stderr",
      words: ["ended with exit code 3 before it answered batch 3", "a word that matters"]),
    Case(
      script: "fails-at-the-end",
      words: ["ended with exit code 1 after the last event", "could not save the model"]),
    Case(
      script: "speaks-after-the-end",
      words: ["expected one line for each batch of events and at most one after the last"]),
  ]

  /// What the well-behaved half says of the first two batches.
  private static let expected = Result {
    var first = EventLog()
    first.append(run.log, rows: 0..<1_000)
    return try Program("names-its-events").replay(first).alerts
  }

  @Test(
    "is named with what it did, its earlier alerts stand, and others go on", arguments: duringTheRun
  )
  func contained(_ bad: Case) throws {
    let program = Program(bad.script) {
      $0.answerSeconds = bad.script.hasPrefix("hangs") || bad.script == "closes-input" ? 3 : 60
      $0.alertsPerBatch = 100
      $0.lineBytes = 200_000
    }
    let others = [try #require(DetectorCatalogue.entry(named: "always"))]
    let outcome = try program.replay(beside: others)
    #expect(outcome.problems.count == 1)
    let problem = try #require(outcome.problems.first)
    for words in bad.words { #expect(problem.contains(words), "\(problem)") }
    let alone = alerts(of: others)
    #expect(!alone.isEmpty)
    #expect(outcome.alerts.filter { $0.detector == others[0].name } == alone)
    let earlier = outcome.alerts.filter { $0.detector != others[0].name }
    #expect(earlier.map(Self.withoutName) == (try Self.expected.get()).map(Self.withoutName))
    #expect(!earlier.isEmpty)
  }

  private static func withoutName(_ alert: Alert) -> Alert {
    var alert = alert
    alert.detector = ""
    return alert
  }

  private func alerts(of entries: [DetectorCatalogue.Entry]) -> [Alert] {
    var engine = Engine(
      view: run.view, detectors: entries, settings: DetectionSettings(), keeping: .rising,
      threads: 1)
    engine.observe(run.log)
    return engine.alerts()
  }

  @Test("is found out where it answers more than it is asked")
  func answersTwice() throws {
    let outcome = try Program("answers-twice").replay()
    #expect(outcome.problems.count == 1)
    #expect(outcome.problems.first?.contains("found another") == true, "\(outcome.problems)")
  }

  @Test("is not waited for longer than it may where it does not read")
  func neverReads() throws {
    let outcome = try Program("never-reads") { $0.answerSeconds = 3 }.replay()
    #expect(outcome.alerts.isEmpty)
    #expect(outcome.problems.first?.hasPrefix("was stopped: 3 s passed without") == true)
  }

  @Test(
    "is refused before the run where it does not become ready",
    arguments: [
      ("exits-at-once", "ended with exit code 0 before it said that it is ready"),
      ("never-ready", "was stopped: 3 s passed without its saying that it is ready"),
      (
        "speaks-another-version",
        "ready.ready: found 2, expected 1, the version of the protocol that is spoken here"
      ),
      ("wants-unknown-column", "ready.columns: found \"role\", expected some of number, time"),
      ("no-such-script", "can't open file"),
    ])
  func notReady(script: String, words: String) {
    let program = Program(script) { $0.answerSeconds = script == "never-ready" ? 3 : 60 }
    let error = #expect(throws: OutsideProgramError.self) { try program.start() }
    #expect(error?.description.contains(words) == true, "\(error.map(String.init) ?? "")")
  }

  @Test("is refused where the shell finds no such command")
  func notFound() {
    let error = #expect(throws: OutsideProgramError.self) {
      try OutsideProgram.start(["no-such-program"], taken: [], facts: facts)
    }
    #expect(
      error?.description.contains("exit code 127 (the shell found no such command) before it said")
        == true)
  }

  @Test("is known by its signal behind a shell as well")
  func killedBehindShell() throws {
    var program = Program("is-killed")
    program.command = "true; \(program.command.dropFirst("exec ".count)); exit $?"
    let outcome = try program.replay()
    #expect(outcome.problems.first?.hasPrefix("ended with exit code 137 (signal 9)") == true)
  }

  @Test("may name as evidence no event of a kind that it was not sent")
  func evidenceOfOtherKinds() throws {
    let outcome = try Program("evidence-of-other-kinds").replay()
    #expect(outcome.problems.count == 1)
    #expect(
      outcome.problems.first?.contains(
        "alerts[0].reasons[1].events: found 0, expected numbers of events that were sent") == true,
      "\(outcome.problems)")
    // What it cited before was sent.
    #expect(!outcome.alerts.isEmpty)
    for event in outcome.alerts.flatMap(\.reasons).flatMap(\.events) {
      #expect(run.log.kinds[event] == EventKind.request.rawValue)
    }
  }

  @Test("cannot see a batch before it has answered the last")
  func lockStep() throws {
    let outcome = try inTime { try Program("waits-for-the-next-batch").replay() }
    #expect(outcome.problems == [])
    #expect(outcome.alerts.isEmpty, "alerts after it had seen later batches")
  }

  @Test("is ended where it left the group of processes that it led")
  func leftItsGroup() throws {
    let outcome = try inTime {
      try Program("leaves-its-group") { $0.answerSeconds = 2 }.replay()
    }
    #expect(outcome.problems.first?.hasPrefix("was stopped: 2 s passed without") == true)
  }

  @Test("is ended with all that it started when its detector is gone")
  func noneLeft() throws {
    let mark = "tocsin-test-\(UUID().uuidString)"
    var program = Program("hangs-with-a-child", mark) { $0.answerSeconds = 3 }
    program.command = "\(program.command.dropFirst("exec ".count)); true"
    _ = try program.replay()
    do { _ = try Program("never-reads", mark).start() }
    // What was started by a program that is gone is waited for by the system, when it comes to it.
    for _ in 0..<600 where try !processes(with: mark).isEmpty { usleep(100_000) }
    #expect(try processes(with: mark) == [])
  }

  @Test("is ended when the run is asked to stop")
  func interrupted() throws {
    let began = ContinuousClock.now
    #expect(throws: OutsideProgramError.self) {
      try OutsideProgram.start(
        [Program("never-ready").command], taken: [], facts: facts,
        isInterrupted: { ContinuousClock.now - began > .milliseconds(200) })
    }
    #expect(ContinuousClock.now - began < .seconds(20))
  }

  /// The processes, zombies among them, whose command has a word in it.
  private func processes(with word: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { name in
      guard Int(name) != nil,
        let command = FileManager.default.contents(atPath: "/proc/\(name)/cmdline")
      else { return false }
      return String(decoding: command, as: UTF8.self).contains(word)
    }
  }
}

import Detection
import Foundation
import Settings
import Subprocesses
import TestSupport
import Vocabulary

/// A small world that all tests here replay.
let run = SmallRun(accounts: 300, days: 8, groomerShare: 0.03)

/// What is said of it in greeting.
let facts = RunFacts(start: CalendarDate(2017, 1, 1), days: 8)

/// A program of the folder `Programs`.
struct Program {
  var command: String
  var limits = ProgramLimits()

  /// The command that runs a script, with what stands behind it.
  init(_ script: String, _ arguments: String = "", change: (inout ProgramLimits) -> Void = { _ in })
  {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Programs").path
    // Without `exec` the shell stays and ends as the program did, as signals go with 128 added.
    command = "exec python3 -B '\(folder)/\(script).py' \(arguments)"
    change(&limits)
  }

  /// Starts it.
  func start() throws(OutsideProgramError) -> OutsideProgram {
    try OutsideProgram.start([command], taken: [], facts: facts, limits: limits)[0]
  }

  /// What came of a replay.
  struct Outcome {
    var alerts: [Alert]
    var problems: [String]
  }

  /// Replays the events through it, and through others beside it.
  func replay(
    _ log: EventLog = run.log, batchRows: Int = 500, beside: [DetectorCatalogue.Entry] = [],
    keeping: AlertSink.Keeping = .rising
  ) throws(OutsideProgramError) -> Outcome {
    var engine = Engine(
      view: run.view, detectors: [try start().entry] + beside, settings: DetectionSettings(),
      keeping: keeping, batchRows: batchRows, threads: 2)
    var source = MemoryEventSource(log, rowsPerCall: 3_000)
    var events = EventLog()
    while source.next(into: &events) { engine.observe(events) }
    let alerts = engine.alerts()
    return Outcome(alerts: alerts, problems: engine.problems.map(\.words))
  }
}

import Activity
import Hardness
import Storage
import Vocabulary

/// The days of a simulation, each written to a file and surveyed as it is handed out.
final class RecordedDays: EventSource {
  private var simulation: Simulation
  private let writer: RunFileWriter
  private let watch: Watch
  private(set) var eventCount = 0
  /// What accounts did in the days handed out.
  private(set) var survey: ConductSurvey

  init(
    _ simulation: consuming Simulation, surveyedBy survey: ConductSurvey,
    into writer: RunFileWriter, _ watch: Watch
  ) {
    self.survey = survey
    self.simulation = simulation
    self.writer = writer
    self.watch = watch
  }

  /// What really happened in the days handed out.
  var groundTruth: GroundTruth { simulation.groundTruth }

  /// Simulates, writes and hands out the next events, some minutes to hours of a day.
  ///
  /// - Throws: `Interrupted`; `StorageError`.
  func next(into log: inout EventLog) throws -> Bool {
    guard simulation.next(into: &log) else { return false }
    survey.consume(log)
    try writer.append(log)
    eventCount += log.count
    try watch.check(
      StageProgress(
        stage: .days, done: simulation.daysDone, total: simulation.dayCount, events: eventCount))
    return true
  }
}

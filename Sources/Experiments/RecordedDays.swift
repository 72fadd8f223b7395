import Activity
import Hardness
import State
import Storage
import Vocabulary

/// The days of a simulation, each written to a file and surveyed as it is handed out.
///
/// Between days it saves, now and then, all that it takes to go on if the program is ended.
final class RecordedDays: EventSource {
  private var simulation: Simulation
  private let writer: RunFileWriter
  private let watch: Watch
  /// When it saves; nothing if it does not.
  private var pace: SavePace?
  private(set) var eventCount = 0
  /// What accounts did in the days handed out.
  private(set) var survey: ConductSurvey
  /// How many days can be gone on from.
  private(set) var savedDays = 0

  init(
    _ simulation: consuming Simulation, surveyedBy survey: ConductSurvey,
    into writer: RunFileWriter, saving pace: SavePace?, _ watch: Watch
  ) {
    self.survey = survey
    self.simulation = simulation
    self.writer = writer
    self.pace = pace
    self.watch = watch
  }

  /// What really happened in the days handed out.
  var groundTruth: GroundTruth { simulation.groundTruth }

  /// How many days there are in all.
  var dayCount: Int { simulation.dayCount }

  /// Simulates, writes and hands out the next events, some minutes to hours of a day.
  ///
  /// Asked to stop, it first ends the day and saves it.
  ///
  /// - Throws: `Interrupted`; `StorageError`.
  func next(into log: inout EventLog) throws -> Bool {
    guard try record(into: &log) else { return false }
    if simulation.isBetweenDays, pace?.isDue == true { try save() }
    do {
      try watch.check(
        StageProgress(
          stage: .days, done: simulation.daysDone, total: simulation.dayCount, events: eventCount))
    } catch {
      if pace != nil {
        while !simulation.isBetweenDays, try record(into: &log) {}
        try save()
      }
      throw error
    }
    return true
  }

  /// Saves the days handed out, if they are whole and are to be saved.
  ///
  /// - Throws: `StorageError`.
  func save() throws {
    guard pace != nil, simulation.isBetweenDays else { return }
    let began = ContinuousClock.now
    try writer.save { state in
      simulation.save(to: &state)
      survey.save(to: &state)
      state.write(eventCount)
    }
    savedDays = simulation.daysDone
    pace?.saved(since: began)
  }

  /// Goes on from what was saved.
  ///
  /// - Throws: `StateMismatch`.
  func restore(from state: inout StateReader) throws(StateMismatch) {
    try simulation.restore(from: &state)
    try survey.restore(from: &state)
    eventCount = try state.read()
    try state.expectEnd()
    savedDays = simulation.daysDone
  }

  private func record(into log: inout EventLog) throws -> Bool {
    guard simulation.next(into: &log) else { return false }
    survey.consume(log)
    try writer.append(log)
    eventCount += log.count
    return true
  }
}

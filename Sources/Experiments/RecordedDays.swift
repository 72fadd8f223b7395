import Activity
import Parallelism
import Population
import State
import Storage
import Vocabulary

/// The days of a simulation, each handed to the records of the run as it is handed out.
///
/// Between days it has them save, now and then, all that it takes to go on if the program is ended.
final class RecordedDays: EventSource {
  private var simulation: Simulation
  private let records: Conveyor<Records, Records.Step>
  private let watch: Watch
  /// When it saves; nothing if it does not.
  private let pace: SavePace?
  private(set) var eventCount = 0

  init(
    _ simulation: consuming Simulation, into records: Conveyor<Records, Records.Step>,
    saving pace: SavePace?, _ watch: Watch
  ) {
    self.simulation = simulation
    self.records = records
    self.pace = pace
    self.watch = watch
  }

  /// What really happened in the days handed out.
  var groundTruth: GroundTruth { simulation.groundTruth }

  /// How many days there are in all.
  var dayCount: Int { simulation.dayCount }

  /// Simulates, records and hands out the next events, some minutes to hours of a day.
  ///
  /// Asked to stop, it first ends the day and saves it.
  ///
  /// - Throws: `Interrupted`; `StorageError` of these events or earlier ones.
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

  /// Has the days handed out saved, if they are whole and are to be saved.
  ///
  /// - Throws: `StorageError` of earlier events.
  func save() throws {
    guard let pace, simulation.isBetweenDays else { return }
    pace.begin()
    let began = ContinuousClock.now
    var state = StateWriter()
    simulation.save(to: &state)
    state.write(eventCount)
    try records.put(
      .day(
        Records.SimulationState(
          bytes: state.bytes, daysDone: simulation.daysDone, cost: .now - began),
        pace))
  }

  /// Goes on from what was saved.
  ///
  /// - Returns: how many days are there.
  /// - Throws: `StateMismatch`; `StorageError`.
  func restore(_ world: World) throws -> Int {
    var state = StateReader(try records.whenDone { try $0.restore(world) })
    try simulation.restore(from: &state)
    eventCount = try state.read()
    try state.expectEnd()
    return simulation.daysDone
  }

  private func record(into log: inout EventLog) throws -> Bool {
    guard watch.timed(.simulate, { simulation.next(into: &log) }) else { return false }
    try records.put(.events(log))
    eventCount += log.count
    return true
  }
}

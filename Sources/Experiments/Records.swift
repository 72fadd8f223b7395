import Activity
import Hardness
import Population
import Settings
import State
import Storage
import Vocabulary

/// What becomes of a run beside its simulation: it is surveyed, stored, and saved to go on from.
///
/// All of it is one line of work, done in the order in which it was handed over.
struct Records {
  let writer: RunFileWriter
  private let start: CalendarDate
  private let watch: Watch
  /// What accounts did in the days so far; nothing before the world is there.
  private(set) var survey: ConductSurvey?
  /// How many days can be gone on from.
  private(set) var savedDays = 0

  /// How many runs of events may wait: our choice, some days of a world of 100,000 accounts, which
  /// go by while it is written.
  static let room = 1_024

  /// The next that there is to do.
  enum Step: Sendable {
    /// The world is there.
    case world(World)
    /// Its next events happened.
    case events(EventLog)
    /// A day is over, and all that it takes to go on with the next is to be kept.
    case day(SimulationState, SavePace)
    /// All days are over; what really happened.
    case truth(GroundTruth)
    /// No event comes any more.
    case edges
    /// How hard the run is.
    case hardness([SeparationRow])
  }

  /// A simulation between two days, as bytes.
  struct SimulationState: Sendable {
    var bytes: [UInt8]
    var daysDone: Int
    /// How long it took to write it down.
    var cost: Duration
  }

  init(_ writer: RunFileWriter, from start: CalendarDate, _ watch: Watch) {
    self.writer = writer
    self.start = start
    self.watch = watch
  }

  /// Does what there is to do next.
  mutating func take(_ step: Step) throws {
    switch step {
    case .world(let world):
      survey = watch.timed(.survey) { ConductSurvey(of: world, from: start) }
      try watch.timed(.storeWorld) { try writer.write(world: world) }
    case .events(let log):
      watch.timed(.survey) { survey?.consume(log) }
      try watch.timed(.storeEvents) { try writer.append(log) }
    case .day(let state, let pace):
      try watch.timed(.save) { try save(state, pace) }
    case .truth(let truth):
      try writer.write(truth: truth)
    case .edges:
      try watch.timed(.storeEdges) { try writer.writeEdges() }
    case .hardness(let rows):
      try writer.write(hardness: rows)
    }
  }

  private mutating func save(_ simulation: SimulationState, _ pace: SavePace) throws {
    let began = ContinuousClock.now
    try writer.save { state in
      survey?.save(to: &state)
      state.write(simulation.daysDone)
      state.write(simulation.bytes)
    }
    savedDays = simulation.daysDone
    pace.end(cost: simulation.cost + (ContinuousClock.now - began))
  }

  /// Goes on from what was saved.
  ///
  /// - Returns: the bytes of the simulation.
  /// - Throws: `StateMismatch`; `StorageError`.
  mutating func restore(_ world: World) throws -> [UInt8] {
    var survey = ConductSurvey(of: world, from: start)
    var state = try writer.restore(world: world)
    try survey.restore(from: &state)
    self.survey = survey
    savedDays = try state.read()
    let simulation = try state.readAll(UInt8.self)
    try state.expectEnd()
    return simulation
  }
}

import Synchronization

/// How long the stages of a run took, for those who want it faster; no result depends on it.
///
/// Stages that go on side by side take more in sum than the run.
public final class StageTimes: Sendable {
  /// What is timed, in the order of a run.
  public enum Stage: String, CaseIterable, Sendable {
    /// People, accounts and friendships are made.
    case world = "build the world"
    /// Nodes and the friendships of the start are written.
    case storeWorld = "store the world"
    /// Days are simulated.
    case simulate = "simulate the days"
    /// What accounts do is counted.
    case survey = "survey what accounts do"
    /// Events are written, and the edges that they lead to followed.
    case storeEvents = "store the events"
    /// Written down is what it takes to go on if the program is ended.
    case save = "save how far it is"
    /// Detectors see the events.
    case detect = "run the detectors"
    /// Groomers are held against innocent adults.
    case hardness = "measure how hard the run is"
    /// Edges are written and indexed.
    case storeEdges = "store the edges"
    /// Alerts are held against the truth and written.
    case score = "score the alerts"
    /// Checksums are made, and all is brought to the disk.
    case finish = "seal and finish the file"
    /// The evaluation is printed.
    case report = "report"
  }

  private let spent = Mutex<[Stage: Duration]>([:])

  /// Makes a record of nothing.
  public init() {}

  /// How long each stage took that there was, in the order of a run.
  public var stages: [(stage: Stage, duration: Duration)] {
    let spent = spent.withLock { $0 }
    return Stage.allCases.compactMap { stage in spent[stage].map { (stage, $0) } }
  }

  /// Adds what a stage took once more.
  func add(_ duration: Duration, to stage: Stage) {
    spent.withLock { $0[stage, default: .zero] += duration }
  }
}

extension Watch {
  /// Does a part of a stage, and takes note of how long it takes if somebody wants to know.
  public func timed<Result, Failure>(
    _ stage: StageTimes.Stage, _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard let times else { return try body() }
    let began = ContinuousClock.now
    defer { times.add(ContinuousClock.now - began, to: stage) }
    return try body()
  }
}

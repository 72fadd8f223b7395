/// How a stage tells how far it is, and learns that it should stop.
public struct Watch: Sendable {
  private let report: @Sendable (StageProgress) -> Void
  private let shouldStop: @Sendable () -> Bool
  /// Takes note of how long stages take; nothing if nobody wants to know.
  let times: StageTimes?

  /// Makes a watch.
  ///
  /// - Parameters:
  ///   - report: told how far a stage is, often.
  ///   - shouldStop: asked often; once it says yes, the stage throws `Interrupted`.
  ///   - times: takes note of how long stages take, if wanted.
  public init(
    report: @escaping @Sendable (StageProgress) -> Void = { _ in },
    shouldStop: @escaping @Sendable () -> Bool = { false }, times: StageTimes? = nil
  ) {
    self.report = report
    self.shouldStop = shouldStop
    self.times = times
  }

  /// Tells how far a stage is.
  ///
  /// - Throws: `Interrupted` if the stage should stop.
  func check(_ progress: StageProgress) throws(Interrupted) {
    report(progress)
    if shouldStop() { throw Interrupted() }
  }

  /// Tells that something of unknown length goes on.
  ///
  /// - Parameters:
  ///   - stage: what is being done.
  ///   - detail: how far it is, in words.
  /// - Returns: whether it may.
  public func mayGoOn(_ stage: StageProgress.Stage, detail: String) -> Bool {
    mayGoOn(StageProgress(stage: stage, detail: detail, done: 0, total: 0, events: 0))
  }

  /// Tells how far a stage is.
  ///
  /// - Returns: whether it may go on.
  func mayGoOn(_ progress: StageProgress) -> Bool {
    report(progress)
    return !shouldStop()
  }
}

/// How far a stage is.
public struct StageProgress: Sendable, Equatable {
  /// What is being done.
  public var stage: Stage
  /// Which of many runs is being worked on, in words; empty where there is one.
  public var detail = ""
  /// Units done so far.
  public var done: Int
  /// Units in all; 0 where that is not known.
  public var total: Int
  /// Events gone through so far.
  public var events: Int

  /// The stages, in order.
  public enum Stage: String, Sendable {
    /// People, accounts and friendships are being made.
    case world = "building the world"
    /// Days are being simulated and stored.
    case days = "simulating days"
    /// How easily groomers are told apart is being measured.
    case hardness = "measuring how hard the run is"
    /// The file is being completed.
    case finishing = "completing the file"
    /// Events are being replayed through the detectors.
    case replay = "replaying events"
    /// A world is being read from a file.
    case reading = "reading the world"
    /// The events of a file are being read for what happened.
    case events = "reading events"
    /// A world is being held against published figures.
    case measuring = "measuring the world"
    /// Pictures of a world are being drawn.
    case drawing = "drawing the world"
    /// Scenarios of a suite are simulated and replayed, one after the other.
    case stress = "stressing detectors"
    /// Worlds of an experiment are made and measured, several at once.
    case worlds = "measuring worlds"
    /// Worlds are made and lived through, for the features of their accounts.
    case rows = "gathering rows"
    /// A model is being fitted.
    case training = "training"
    /// A file is being written out for other programs.
    case export = "exporting"
    /// A file is being asked a question.
    case query = "asking"
    /// A file is being verified.
    case check = "checking"
  }
}

/// The run was asked to stop and left nothing half-done.
public struct Interrupted: Error, CustomStringConvertible {
  /// Says so.
  public init() {}

  /// What happened, for the terminal.
  public var description: String { "interrupted; nothing was left half-written" }
}

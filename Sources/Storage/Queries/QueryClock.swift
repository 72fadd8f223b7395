/// Decides, while a question runs, whether it may go on.
final class QueryClock {
  /// How many steps of SQLite lie between two times that it is asked.
  static let stepsBetween = 1_000

  private let limitSeconds: Double?
  private let stepLimit: Int?
  private var steps = 0
  /// Work outside of SQLite that was not asked about yet, in steps.
  private var charged = 0
  private let keepGoing: (_ rows: Int) -> Bool
  private let began = ContinuousClock.now
  private var lastAsked = ContinuousClock.now
  /// How many rows of the answer there are so far.
  var rows = 0
  /// Why the question was stopped, if it was.
  private(set) var verdict: QueryError?

  /// How long it goes on before it asks again: a Ctrl-C is heard as soon as anybody can tell.
  private static let patience = Duration.milliseconds(50)

  /// Makes a clock that starts now.
  ///
  /// A limit of seconds is for people who wait; one of steps gives the same verdict on any machine.
  init(
    limitSeconds: Double? = nil, stepLimit: Int? = nil,
    keepGoing: @escaping (_ rows: Int) -> Bool
  ) {
    self.limitSeconds = limitSeconds
    self.stepLimit = stepLimit
    self.keepGoing = keepGoing
  }

  /// Counts work that is done outside of SQLite, a search through the graph, as steps.
  ///
  /// - Throws: the verdict, where it may not go on.
  func charge(_ steps: Int) throws(QueryError) {
    charged += steps
    guard charged >= Self.stepsBetween else { return }
    let due = charged
    charged = 0
    guard mayGoOn(after: due) else { throw verdict ?? .interrupted }
  }

  /// Whether the question may go on; once it says no, it has a verdict.
  ///
  /// - Parameter steps: how many were taken since it was asked.
  /// - Returns: whether it may.
  func mayGoOn(after steps: Int = QueryClock.stepsBetween) -> Bool {
    guard verdict == nil else { return false }
    self.steps += steps
    if let stepLimit, self.steps >= stepLimit {
      verdict = .tooManySteps(limit: stepLimit)
      return false
    }
    let now = ContinuousClock.now
    if let limitSeconds, now - began > .seconds(limitSeconds) {
      verdict = .outOfTime(seconds: limitSeconds)
    } else if now - lastAsked > Self.patience {
      lastAsked = now
      if !keepGoing(rows) { verdict = .interrupted }
    }
    return verdict == nil
  }
}

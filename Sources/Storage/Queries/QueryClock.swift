/// Decides, while a question runs, whether it may go on.
final class QueryClock {
  private let limitSeconds: Double?
  private let keepGoing: (_ rows: Int) -> Bool
  private let began = ContinuousClock.now
  private var lastAsked = ContinuousClock.now
  /// How many rows of the answer there are so far.
  var rows = 0
  /// Why the question was stopped, if it was.
  private(set) var verdict: QueryError?

  /// How long it goes on before it asks again: a Ctrl-C is heard as soon as anybody can tell.
  private static let patience = Duration.milliseconds(50)

  init(limitSeconds: Double?, keepGoing: @escaping (_ rows: Int) -> Bool) {
    self.limitSeconds = limitSeconds
    self.keepGoing = keepGoing
  }

  /// Whether the question may go on; once it says no, it has a verdict.
  func mayGoOn() -> Bool {
    guard verdict == nil else { return false }
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

import Dispatch
import Foundation
import Synchronization

/// Work that was waited for no longer.
public struct TookTooLong: Error {
  /// How long it was waited for.
  public let seconds: Double
}

/// Does work on a thread of its own, and waits for it so long and no longer.
///
/// The time limit of a test counts from when the test is due. Where tests keep every thread busy, that
/// is long before it begins, and a test that takes a moment is over its limit.
///
/// - Throws: what the work throws; `TookTooLong`, and the work goes on then, as nothing can end it.
public func inTime<Outcome: Sendable>(
  seconds: Double = 60, _ work: @escaping @Sendable () throws -> Outcome
) throws -> Outcome {
  let outcome = Shared<Outcome>()
  let isDone = DispatchSemaphore(value: 0)
  Thread {
    let found = Result { try work() }
    outcome.value.withLock { $0 = found }
    isDone.signal()
  }.start()
  guard isDone.wait(timeout: .now() + seconds) == .success,
    let found = outcome.value.withLock({ $0 })
  else { throw TookTooLong(seconds: seconds) }
  return try found.get()
}

/// What the thread that works hands to the one that waits.
private final class Shared<Outcome: Sendable>: Sendable {
  let value = Mutex<Result<Outcome, any Error>?>(nil)
}

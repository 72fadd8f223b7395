import Dispatch
import Synchronization

/// Works values off beside the thread that makes them, one after the other.
///
/// They are taken in the order in which they were put, each when the one before it is done: what
/// comes of them depends on nothing but the values. Only so many wait at a time, so that memory does
/// not grow where making them is faster than working them off.
///
/// ```swift
/// let counting = Conveyor(0, room: 8, threads: 2) { count, log in count += log.count }
/// for log in logs { try counting.put(log) }
/// let count = try counting.whenDone { $0 }
/// ```
public final class Conveyor<State, Item: Sendable>: Sendable {
  private let state: Mutex<State>
  private let failure = Mutex<(any Error)?>(nil)
  private let work: @Sendable (inout State, Item) throws -> Void
  /// Nothing where all is done at once.
  private let queue: DispatchQueue?
  private let room: DispatchSemaphore

  /// Makes a conveyor on which nothing lies.
  ///
  /// - Parameters:
  ///   - state: what values are worked into.
  ///   - room: how many values may wait; at least 1.
  ///   - threads: how many threads may work. With 1, nothing leaves this thread: a value is worked
  ///     off before `put` returns.
  ///   - work: takes a value in. After an error nothing more is taken in.
  public init(
    _ state: sending State, room: Int, threads: Int,
    work: @escaping @Sendable (inout State, Item) throws -> Void
  ) {
    precondition(room >= 1 && threads >= 1, "a conveyor needs room and a thread")
    self.state = Mutex(state)
    self.work = work
    self.room = DispatchSemaphore(value: 0)
    queue = threads > 1 ? DispatchQueue(label: "conveyor") : nil
    // A semaphore that ends below the value it was made with is taken for a mistake.
    for _ in 0..<room { self.room.signal() }
  }

  /// Puts a value behind all others; waits while there is no room.
  ///
  /// - Throws: what went wrong with a value before it, or with this one if nothing leaves this thread.
  public func put(_ item: Item) throws {
    guard let queue else {
      take(item)
      return try check()
    }
    try check()
    room.wait()
    queue.async { [self] in
      take(item)
      room.signal()
    }
  }

  /// Waits until all values are worked off, and then looks at what they were worked into, or changes
  /// it.
  ///
  /// - Throws: what went wrong with a value; what the body throws.
  public func whenDone<Result>(
    _ body: (inout sending State) throws -> sending Result
  ) throws -> sending Result {
    rest()
    try check()
    return try state.withLock(body)
  }

  /// Waits until all values are worked off or one of them went wrong, and then ends what they were
  /// worked into, whatever became of them.
  public func whateverHappened<Result>(
    _ body: (inout sending State) -> sending Result
  ) -> sending Result {
    rest()
    return state.withLock(body)
  }

  private func rest() { queue?.sync {} }

  private func check() throws {
    if let failure = failure.withLock({ $0 }) { throw failure }
  }

  private func take(_ item: Item) {
    guard failure.withLock({ $0 == nil }) else { return }
    do {
      try state.withLock { try work(&$0, item) }
    } catch {
      failure.withLock { $0 = error }
    }
  }
}

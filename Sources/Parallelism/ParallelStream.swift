import Dispatch
import Synchronization

/// Works through a stream of elements on several threads, and hands on what became of them in the
/// order of the elements.
///
/// Memory does not grow with the length of the stream: at most twice as many elements as threads are
/// under way or wait for their turn. The first error ends the stream: no further element is taken,
/// and what was handed on before stays as it is.
///
/// - Parameters:
///   - threads: how many threads work at most; at least 1. With 1, nothing leaves this thread.
///   - next: the next element, nil at the end; one thread at a time asks.
///   - transform: a function of its element.
///   - deliver: given the results, one at a time and in order, as soon as each has its turn.
/// - Throws: what the functions throw.
public func parallelStream<Element: Sendable, Result: Sendable>(
  threads: Int, next: @Sendable () throws -> Element?,
  transform: @Sendable (Element) throws -> Result, deliver: @Sendable (Result) throws -> Void
) throws {
  precondition(threads >= 1, "work needs at least one thread")
  guard threads > 1 else {
    while let element = try next() { try deliver(try transform(element)) }
    return
  }
  let line = OrderedLine<Result>(room: 2 * threads)
  DispatchQueue.concurrentPerform(iterations: threads) { _ in
    do {
      while let (index, element) = try line.take(next) {
        try line.hand(over: try transform(element), of: index, to: deliver)
      }
    } catch {
      line.stop(error)
    }
  }
  if let error = line.error { throw error }
}

/// Gives elements their places, and has results wait until it is their turn.
private final class OrderedLine<Result: Sendable>: Sendable {
  private let room: DispatchSemaphore
  private let taken = Mutex<(count: Int, isAtEnd: Bool)>((0, false))
  private let waiting = Mutex<(results: [Int: Result], turn: Int)>(([:], 0))
  private let failure = Mutex<(any Error)?>(nil)

  init(room places: Int) {
    // Not made with its places: what an error leaves undelivered never gives them back, and a
    // semaphore must not end below where it began.
    room = DispatchSemaphore(value: 0)
    for _ in 0..<places { room.signal() }
  }

  var error: (any Error)? { failure.withLock { $0 } }

  /// The next element with its place.
  ///
  /// Whoever holds the oldest place has room already, so that waiting for room ends.
  func take<Element>(_ next: () throws -> Element?) throws -> (Int, Element)? {
    room.wait()
    let element: (Int, Element)? = try taken.withLock { taken in
      guard !taken.isAtEnd, error == nil, let element = try next() else {
        taken.isAtEnd = true
        return nil
      }
      taken.count += 1
      return (taken.count - 1, element)
    }
    if element == nil { room.signal() }
    return element
  }

  /// Hands on what has its turn now.
  func hand(over result: Result, of index: Int, to deliver: (Result) throws -> Void) throws {
    try waiting.withLock { waiting in
      waiting.results[index] = result
      while let next = waiting.results.removeValue(forKey: waiting.turn) {
        waiting.turn += 1
        room.signal()
        do { try deliver(next) } catch {
          // Nothing may follow what could not be handed on.
          waiting.turn = -1
          throw error
        }
      }
    }
  }

  /// Ends the stream; the first error is kept.
  func stop(_ error: any Error) {
    failure.withLock { $0 = $0 ?? error }
    room.signal()
  }
}

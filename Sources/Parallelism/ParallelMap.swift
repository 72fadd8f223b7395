import Dispatch
import Synchronization

/// Applies a function to each index below a count, on several threads, and returns the results in
/// order of index.
///
/// Which thread takes which index is not fixed, and cannot matter: the function sees its index
/// only, and results are put in order of index before anybody reads them.
///
/// - Parameters:
///   - count: how many indices there are.
///   - threads: how many threads work at most; at least 1. With 1, nothing leaves this thread.
///   - transform: a pure function of its index.
/// - Returns: the results, by ascending index.
public func parallelMap<Result: Sendable>(
  count: Int, threads: Int, _ transform: @Sendable (Int) -> Result
) -> [Result] {
  parallelMap(count: count, threads: threads, scratch: {}, { index, _ in transform(index) })
}

/// Applies a function to each index below a count, with room to work that each thread makes once
/// and uses again.
///
/// For work that needs large tables: made anew for each index they would cost more than the work.
///
/// - Parameters:
///   - count: how many indices there are.
///   - threads: how many threads work at most; at least 1. With 1, nothing leaves this thread.
///   - scratch: makes the room of one thread.
///   - transform: a function of its index, and of nothing that an earlier index left in the room.
/// - Returns: the results, by ascending index.
public func parallelMap<Scratch, Result: Sendable>(
  count: Int, threads: Int, scratch: @Sendable () -> Scratch,
  _ transform: @Sendable (Int, inout Scratch) -> Result
) -> [Result] {
  precondition(threads >= 1, "work needs at least one thread")
  guard threads > 1, count > 1 else {
    var room = scratch()
    return (0..<count).map { transform($0, &room) }
  }
  let taken = Atomic<Int>(0)
  let finished = Mutex<[(index: Int, result: Result)]>([])
  DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
    var room = scratch()
    var mine: [(index: Int, result: Result)] = []
    while true {
      let index = taken.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < count else { break }
      mine.append((index, transform(index, &room)))
    }
    finished.withLock { $0.append(contentsOf: mine) }
  }
  return finished.withLock { $0.sorted { $0.index < $1.index }.map(\.result) }
}

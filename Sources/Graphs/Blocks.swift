import Parallelism
import Synchronization

/// Applies a function to consecutive blocks of `0..<count` on several threads.
///
/// Blocks are the same whatever the number of threads, and results come in their order, so that a
/// sum over results is the same too.
func mapBlocks<Result: Sendable>(
  of count: Int, size: Int, threads: Int, _ transform: @Sendable (Range<Int>) -> Result
) -> [Result] {
  mapBlocks(of: count, size: size, threads: threads, scratch: {}, { block, _ in transform(block) })
}

/// Applies a function to consecutive blocks of `0..<count`, with room to work for each thread.
func mapBlocks<Scratch, Result: Sendable>(
  of count: Int, size: Int, threads: Int, scratch: @Sendable () -> Scratch,
  _ transform: @Sendable (Range<Int>, inout Scratch) -> Result
) -> [Result] {
  parallelMap(count: (count + size - 1) / size, threads: threads, scratch: scratch) {
    transform($0 * size..<min(($0 + 1) * size, count), &$1)
  }
}

/// Sums whole numbers into cells, over consecutive blocks of `0..<count`, on several threads.
///
/// Each thread adds to cells of its own, whichever blocks it takes; sums of whole numbers do not
/// depend on their order, so the result does not depend on the threads.
///
/// - Returns: the sums, one per cell.
/// - Complexity: `cells` numbers of memory per thread.
func sumBlocks<Scratch>(
  of count: Int, size: Int, threads: Int, cells: Int, scratch: @Sendable () -> Scratch,
  _ add: @Sendable (Range<Int>, inout [Int], inout Scratch) -> Void
) -> [Int] {
  let blocks = (count + size - 1) / size
  let taken = Atomic<Int>(0)
  let parts = parallelMap(count: max(1, min(threads, blocks)), threads: threads) { _ in
    var sums = [Int](repeating: 0, count: cells)
    var room = scratch()
    while true {
      let block = taken.wrappingAdd(1, ordering: .relaxed).oldValue
      guard block < blocks else { return sums }
      add(block * size..<min((block + 1) * size, count), &sums, &room)
    }
  }
  var sums = parts[0]
  for part in parts.dropFirst() {
    for cell in 0..<cells { sums[cell] += part[cell] }
  }
  return sums
}

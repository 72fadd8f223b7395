import Foundation
import Synchronization
import Testing

@testable import Parallelism

@Suite("Streams worked through side by side") struct ParallelStreamTests {
  private struct Failed: Error, Equatable { var element: Int }

  /// What is delivered of the first `count` numbers, where some fail.
  private func squares(
    of count: Int, threads: Int, failing: Int? = nil, refusing: Int? = nil
  ) -> (delivered: [Int], error: Failed?) {
    let next = Mutex(0)
    let delivered = Mutex<[Int]>([])
    do {
      try parallelStream(threads: threads) { () -> Int? in
        next.withLock { next in
          guard next < count else { return nil }
          next += 1
          return next - 1
        }
      } transform: { element in
        // Early elements take longest, so that later ones have to wait for them.
        Thread.sleep(forTimeInterval: Double((count - element) % 5) * 0.000_5)
        if element == failing { throw Failed(element: element) }
        return element * element
      } deliver: { square in
        if square == refusing { throw Failed(element: square) }
        delivered.withLock { $0.append(square) }
      }
      return (delivered.withLock { $0 }, nil)
    } catch { return (delivered.withLock { $0 }, error as? Failed) }
  }

  @Test("hand on results in the order of the elements", arguments: [1, 2, 3, 8])
  func order(threads: Int) {
    for count in [0, 1, 2, 50] {
      let result = squares(of: count, threads: threads)
      #expect(result.delivered == (0..<count).map { $0 * $0 } && result.error == nil)
    }
  }

  @Test("end at the first error, with what came before it", arguments: [1, 2, 4])
  func errors(threads: Int) {
    let failed = squares(of: 50, threads: threads, failing: 20)
    #expect(failed.error == Failed(element: 20))
    #expect(failed.delivered == (0..<failed.delivered.count).map { $0 * $0 })
    #expect(failed.delivered.count <= 20)
    let refused = squares(of: 50, threads: threads, refusing: 100)
    #expect(refused.error == Failed(element: 100))
    #expect(refused.delivered == (0..<10).map { $0 * $0 })
  }

  @Test("hold no more than twice as many elements as threads")
  func bounded() throws {
    let taken = Mutex(0)
    let most = Mutex(0)
    let delivered = Mutex(0)
    try parallelStream(threads: 2) { () -> Int? in
      taken.withLock { taken in
        taken += 1
        return taken <= 200 ? taken : nil
      }
    } transform: { element in
      // The first is by far the slowest: the others pile up behind it.
      if element == 1 { Thread.sleep(forTimeInterval: 0.05) }
      let underWay = min(taken.withLock { $0 }, 200) - delivered.withLock { $0 }
      most.withLock { $0 = max($0, underWay) }
      return element
    } deliver: { _ in
      delivered.withLock { $0 += 1 }
    }
    #expect(delivered.withLock { $0 } == 200)
    #expect(most.withLock { $0 } <= 4)
  }
}

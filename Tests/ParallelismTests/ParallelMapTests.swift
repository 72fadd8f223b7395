import Testing

@testable import Parallelism

@Suite("Parallel map")
struct ParallelMapTests {
  @Test("gives results by index, whatever the number of threads", arguments: [1, 2, 3, 16])
  func order(threads: Int) {
    let squares = parallelMap(count: 1_000, threads: threads) { $0 * $0 }
    #expect(squares == (0..<1_000).map { $0 * $0 })
  }

  @Test("does every index once, also when there are fewer than threads", arguments: [0, 1, 2, 5])
  func few(count: Int) {
    #expect(parallelMap(count: count, threads: 8) { $0 } == Array(0..<count))
  }
}

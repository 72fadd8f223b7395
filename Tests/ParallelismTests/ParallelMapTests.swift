import Synchronization
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

  @Test("gives each thread room of its own, made once and used again", arguments: [1, 2, 5])
  func scratch(threads: Int) {
    let made = Atomic<Int>(0)
    let results = parallelMap(
      count: 200, threads: threads,
      scratch: {
        made.wrappingAdd(1, ordering: .relaxed)
        return [Int](repeating: 0, count: 8)
      },
      { index, room in
        for cell in room.indices { room[cell] = index }
        return room.reduce(0, +)
      })
    #expect(results == (0..<200).map { $0 * 8 })
    #expect(made.load(ordering: .relaxed) <= threads)
  }
}

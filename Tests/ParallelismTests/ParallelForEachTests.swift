import Synchronization
import Testing

@testable import Parallelism

@Suite("Parallel for each")
struct ParallelForEachTests {
  @Test("changes each element once, whatever the number of threads", arguments: [1, 2, 3, 16])
  func once(threads: Int) {
    var rows = (0..<1_000).map { [$0] }
    parallelForEach(&rows, threads: threads) { index, row in row.append(index * index) }
    #expect(rows == (0..<1_000).map { [$0, $0 * $0] })
  }

  @Test("does nothing to nothing")
  func empty() {
    var none: [Int] = []
    parallelForEach(&none, threads: 4) { _, element in element += 1 }
    #expect(none.isEmpty)
  }

  @Test("gives each thread room of its own, made once", arguments: [1, 2, 5])
  func scratch(threads: Int) {
    let made = Atomic<Int>(0)
    var sums = [Int](repeating: 0, count: 200)
    parallelForEach(
      &sums, threads: threads,
      scratch: {
        made.wrappingAdd(1, ordering: .relaxed)
        return [Int](repeating: 0, count: 8)
      },
      { index, sum, room in
        for cell in room.indices { room[cell] = index }
        sum = room.reduce(0, +)
      })
    #expect(sums == (0..<200).map { $0 * 8 })
    #expect(made.load(ordering: .relaxed) <= threads)
  }
}

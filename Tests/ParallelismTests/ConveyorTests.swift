import Foundation
import Synchronization
import Testing

@testable import Parallelism

@Suite("A conveyor") struct ConveyorTests {
  private struct Broken: Error, Equatable {
    var item: Int
  }

  @Test("works values off in the order in which they were put", arguments: [1, 2])
  func order(threads: Int) throws {
    let conveyor = Conveyor([Int](), room: 3, threads: threads) { $0.append($1) }
    for item in 0..<1_000 { try conveyor.put(item) }
    #expect(try conveyor.whenDone { $0 } == Array(0..<1_000))
  }

  @Test("lets no more wait than there is room for")
  func room() throws {
    let begun = Atomic<Int>(0)
    let conveyor = Conveyor(0, room: 2, threads: 2) { (done: inout Int, _: Int) in
      begun.wrappingAdd(1, ordering: .relaxed)
      Thread.sleep(forTimeInterval: 0.002)
      done += 1
    }
    for item in 0..<9 {
      try conveyor.put(item)
      // Of those that were put, two at most are not done.
      #expect(begun.load(ordering: .relaxed) >= item - 1)
    }
    #expect(try conveyor.whenDone { $0 } == 9)
  }

  @Test("takes nothing in behind a mistake, and tells of it ever after", arguments: [1, 2])
  func mistake(threads: Int) throws {
    let conveyor = Conveyor([Int](), room: 2, threads: threads) { done, item in
      guard item != 2 else { throw Broken(item: item) }
      done.append(item)
    }
    for item in 0..<2 { try conveyor.put(item) }
    #expect(throws: Broken(item: 2)) {
      for item in 2..<100 { try conveyor.put(item) }
      _ = try conveyor.whenDone { $0 }
    }
    #expect(throws: Broken(item: 2)) { try conveyor.put(7) }
    #expect(throws: Broken(item: 2)) { try conveyor.whenDone { $0.count } }
    #expect(conveyor.whateverHappened { $0 } == [0, 1])
  }

  @Test("holds what is no other thread's to hold")
  func sending() throws {
    final class Count { var sum = 0 }
    let conveyor = Conveyor(Count(), room: 4, threads: 2) { count, item in count.sum += item }
    for item in 1...10 { try conveyor.put(item) }
    #expect(try conveyor.whenDone { $0.sum } == 55)
  }
}

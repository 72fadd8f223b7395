import Dispatch
import Synchronization

/// Changes each element of an array in place, on several threads.
///
/// For work that goes on from step to step in memory of its own: nothing is made or returned. Which thread takes which element is not fixed, and cannot matter, as each sees its own only.
///
/// - Parameters:
///   - elements: what is changed.
///   - threads: how many threads work at most; at least 1. With 1, nothing leaves this thread.
///   - scratch: makes the room of one thread.
///   - change: given an element's index, the element, and the room of its thread; depends on
///     nothing else that changes, and on nothing that an earlier index left in the room.
public func parallelForEach<Element: Sendable, Scratch>(
  _ elements: inout [Element], threads: Int, scratch: @Sendable () -> Scratch,
  _ change: @Sendable (Int, inout Element, inout Scratch) -> Void
) {
  precondition(threads >= 1, "work needs at least one thread")
  let count = elements.count
  guard threads > 1, count > 1 else {
    var room = scratch()
    for index in elements.indices { change(index, &elements[index], &room) }
    return
  }
  let taken = Atomic<Int>(0)
  unsafe elements.withUnsafeMutableBufferPointer { buffer in
    // Safe: the counter gives every index to one thread only, elements do not overlap, and the
    // buffer outlives the threads, for which `concurrentPerform` waits.
    nonisolated(unsafe) let shared = unsafe buffer
    DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
      var room = scratch()
      while true {
        let index = taken.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < count else { break }
        unsafe change(index, &shared[index], &room)
      }
    }
  }
}

/// Changes each element of an array in place, on several threads, with no room to work.
public func parallelForEach<Element: Sendable>(
  _ elements: inout [Element], threads: Int, _ change: @Sendable (Int, inout Element) -> Void
) {
  parallelForEach(&elements, threads: threads, scratch: {}) { index, element, _ in
    change(index, &element)
  }
}

import Vocabulary

/// An event on its way: its time is that of its arrival.
struct Arrival: Comparable {
  var event: Event
  /// The number of the event in the run.
  var number: Int

  /// Orders arrivals by time; of one second, by what happened first.
  static func < (left: Arrival, right: Arrival) -> Bool {
    (left.event.time, left.number) < (right.event.time, right.number)
  }
}

/// Events under way, of which the one that arrives next is at hand: a binary heap.
struct ArrivalQueue {
  private var heap: [Arrival] = []

  /// The next to arrive.
  var first: Arrival? { heap.first }

  /// Sends an event on its way.
  ///
  /// - Complexity: logarithmic in the events under way.
  mutating func insert(_ arrival: Arrival) {
    var place = heap.count
    heap.append(arrival)
    while place > 0, arrival < heap[(place - 1) / 2] {
      heap[place] = heap[(place - 1) / 2]
      place = (place - 1) / 2
    }
    heap[place] = arrival
  }

  /// Takes the next arrival out.
  ///
  /// - Complexity: logarithmic in the events under way.
  mutating func removeFirst() -> Arrival? {
    guard let last = heap.popLast() else { return nil }
    guard let first = heap.first else { return last }
    var place = 0
    while 2 * place + 1 < heap.count {
      var child = 2 * place + 1
      if child + 1 < heap.count, heap[child + 1] < heap[child] { child += 1 }
      guard heap[child] < last else { break }
      heap[place] = heap[child]
      place = child
    }
    heap[place] = last
    return first
  }
}

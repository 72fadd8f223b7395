import Vocabulary

/// Puts the events of one day into their total order.
///
/// A radix sort by the second of the day, in two passes of 9 bits, lowest first; events of the same
/// second are few and are then put in order by comparison.
struct DaySorter: Sendable {
  private var other: [Event] = []

  /// Sorts events that all lie on one day.
  ///
  /// - Complexity: linear in the number of events, as long as few share a second.
  mutating func sort(_ events: inout [Event]) {
    guard let first = events.first else { return }
    let midnight = SimTime(day: first.time.day).rawValue
    if other.count < events.count {
      other = events
    }
    Self.pass(from: events, to: &other, midnight: midnight, shift: 0)
    Self.pass(from: other, count: events.count, to: &events, midnight: midnight, shift: 9)
    Self.settleTies(&events)
  }

  private static func pass(
    from source: [Event], count: Int? = nil, to target: inout [Event], midnight: Int32, shift: Int32
  ) {
    let count = count ?? source.count
    var next = [Int](repeating: 0, count: 513)
    for index in 0..<count {
      next[Int((source[index].time.rawValue - midnight) >> shift & 511) + 1] += 1
    }
    for digit in 0..<512 { next[digit + 1] += next[digit] }
    for index in 0..<count {
      let event = source[index]
      let digit = Int((event.time.rawValue - midnight) >> shift & 511)
      target[next[digit]] = event
      next[digit] += 1
    }
  }

  /// Puts events of the same second in order, by comparison.
  private static func settleTies(_ events: inout [Event]) {
    var start = 0
    for index in 1...events.count {
      guard index == events.count || events[index].time != events[start].time else { continue }
      if index - start > 1 { events[start..<index].sort() }
      start = index
    }
  }
}

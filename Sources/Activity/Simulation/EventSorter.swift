import Vocabulary

/// Puts events of a stretch of time into their total order.
///
/// A bucket for each moment, wider where events are few, then an insertion sort over all, which has
/// little left to do. Its memory is used again.
struct EventSorter: Sendable {
  /// The events, in the order they came until `sort`.
  private(set) var keys: [EventKey] = []
  private var sorted: [EventKey] = []
  private var next: [Int32] = []

  /// Takes all events out.
  mutating func removeAll() { keys.removeAll(keepingCapacity: true) }

  /// Adds an event.
  mutating func add(_ event: Event) { keys.append(EventKey(event)) }

  /// Adds an event to those that are sorted already, in its place.
  mutating func insert(_ event: Event) {
    let key = EventKey(event)
    var place = keys.count
    while place > 0, key < keys[place - 1] { place -= 1 }
    keys.insert(key, at: place)
  }

  /// Sorts the events.
  ///
  /// - Complexity: linear, as long as the events spread over the time.
  mutating func sort() {
    guard keys.count > 1 else { return }
    var least = Int.max
    var most = Int.min
    for key in keys {
      least = min(least, key.moment)
      most = max(most, key.moment)
    }
    // At least a bucket for every two events, where there are moments enough.
    var shift = 0
    while (most - least) >> (shift + 1) > 2 * keys.count { shift += 1 }
    let buckets = (most - least) >> shift + 1
    next.removeAll(keepingCapacity: true)
    next.append(contentsOf: repeatElement(0, count: buckets + 1))
    for key in keys { next[(key.moment - least) >> shift + 1] += 1 }
    for bucket in 0..<buckets { next[bucket + 1] += next[bucket] }
    if sorted.count < keys.count {
      sorted += keys[..<(keys.count - sorted.count)]
    } else {
      sorted.removeLast(sorted.count - keys.count)
    }
    Self.distribute(keys, into: &sorted, places: &next) { ($0.moment - least) >> shift }
    swap(&keys, &sorted)
    sortNeighbours()
  }

  /// Puts each key into the next place of its bucket.
  @inline(__always)
  private static func distribute(
    _ keys: [EventKey], into sorted: inout [EventKey], places: inout [Int32],
    bucket: (EventKey) -> Int
  ) {
    // Through spans: whether an array is shared is asked once and not for each event.
    var sorted = sorted.mutableSpan
    var places = places.mutableSpan
    for key in keys {
      let bucket = bucket(key)
      sorted[Int(places[bucket])] = key
      places[bucket] += 1
    }
  }

  /// Insertion sort: each event moves down past those that belong after it.
  private mutating func sortNeighbours() {
    for index in 1..<keys.count where keys[index] < keys[index - 1] {
      let key = keys[index]
      var place = index
      while place > 0, key < keys[place - 1] {
        keys[place] = keys[place - 1]
        place -= 1
      }
      keys[place] = key
    }
  }
}

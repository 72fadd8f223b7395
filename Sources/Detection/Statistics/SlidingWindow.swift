import Vocabulary

/// How much a sliding window holds.
enum SlidingWindowLimit {
  /// Values beyond this many push out the oldest, so that memory is bounded per account.
  static let values = 512
}

/// What happened lately: values with their times, of which those older than a span are dropped.
struct SlidingWindow<Value> {
  private let span: Int32
  private var times: [Int32] = []
  private var held: [Value] = []

  init(days: Double) {
    span = Int32(min(days * Double(SimTime.secondsPerDay), Double(Int32.max / 2)))
  }

  /// The values of the span up to the last one added, oldest first.
  var values: [Value] { held }

  /// How many values the span up to a time holds, which is no earlier than that of the last one.
  func count(at time: Int32) -> Int {
    times.count - times.prefix { $0 < time - span }.count
  }

  /// Changes the latest value that fits, if there is one.
  ///
  /// - Complexity: linear in the values held.
  mutating func changeLatest(where fits: (Value) -> Bool, _ change: (inout Value) -> Void) {
    guard let index = held.lastIndex(where: fits) else { return }
    change(&held[index])
  }

  /// Adds a value that happened no earlier than the last one, and drops what has grown too old.
  mutating func append(_ value: Value, at time: Int32) {
    advance(to: time)
    drop(times.count + 1 - SlidingWindowLimit.values)
    times.append(time)
    held.append(value)
  }

  /// Drops what has grown too old by a time.
  mutating func advance(to time: Int32) {
    drop(times.prefix { $0 < time - span }.count)
  }

  private mutating func drop(_ count: Int) {
    guard count > 0 else { return }
    times.removeFirst(count)
    held.removeFirst(count)
  }
}

extension SlidingWindow: Sendable where Value: Sendable {}

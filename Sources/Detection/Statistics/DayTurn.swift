import Vocabulary

/// Tells a detector that works by night when a day has ended.
///
/// The first event of a later day is when it learns of that, and what its alerts are raised at:
/// whatever the batches, that is the same event.
struct DayTurn {
  private var today: Int32?

  /// Takes note of an event's time.
  ///
  /// - Parameter time: seconds since the start, no less than the last time.
  /// - Returns: the day that ended before it, from 0; nil if none did. Days without an event are
  ///   passed over.
  mutating func ended(before time: Int32) -> Int32? {
    let day = time / SimTime.secondsPerDay
    defer { today = day }
    return today.flatMap { $0 < day ? $0 : nil }
  }
}

import Vocabulary

/// Tells a detector that works by night when a day has ended.
///
/// The first event of a later day is when it learns of that, and what its alerts are raised at:
/// whatever the batches, that is the same event.
public struct DayTurn: Sendable {
  private let every: Int32
  private var today: Int32?
  private var due: Int32 = 0

  /// Begins with the first event.
  ///
  /// - Parameter days: of so many days, the end of one is told.
  public init(every days: Int = 1) {
    every = Int32(days)
  }

  /// Takes note of an event's time.
  ///
  /// - Parameter time: seconds since the start, no less than the last time.
  /// - Returns: the day that ended before it, from 0; nil if none did, or if it is too early for the
  ///   next. Days without an event are passed over.
  public mutating func ended(before time: Int32) -> Int32? {
    let day = time / SimTime.secondsPerDay
    guard let last = today else {
      (today, due) = (day, day + every)
      return nil
    }
    guard day > last else { return nil }
    today = day
    guard day >= due else { return nil }
    due = day + every
    return last
  }
}

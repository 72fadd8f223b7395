import Vocabulary

/// A simulated day.
struct Day: Sendable {
  /// The number of the day, from 0.
  var number: Int
  /// What kind of day it is.
  var kind: DayKind
  /// Whether new classes have begun a few days ago.
  var hasNewClasses = false

  /// The moment of a second of the day.
  func time(_ second: Int32) -> SimTime { SimTime(day: number, second: second) }

  /// The last moment of the day.
  var end: SimTime { time(SimTime.secondsPerDay - 1) }
}

/// A day cut into parts, which are settled one after the other, and each part into slices, which
/// are put in order side by side.
///
/// No byte depends on how a day is cut.
struct DaySlices: Sendable {
  /// How many slices a part has.
  let perPart: Int

  /// Parts of a day: our choice, three hours each.
  static let parts = 8

  /// Cuts the days of a world: a few thousand events a slice, so that they stay in fast memory.
  ///
  /// No more than 64 slices a part, as each looks at every draft.
  init(accounts: Int) {
    perPart = min(max(accounts / 4_096, 2), 64)
  }

  /// How many slices there are.
  var count: Int { Self.parts * perPart }

  /// The slice that a second of the day lies in.
  func slice(ofSecond second: Int32) -> Int { Int(second) * count / Int(SimTime.secondsPerDay) }

  /// The first second of a slice; for the number of slices, that of the next day.
  func firstSecond(of slice: Int) -> Int32 {
    Int32((slice * Int(SimTime.secondsPerDay) + count - 1) / count)
  }
}

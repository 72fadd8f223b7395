import Vocabulary

/// Requests that an account sent.
struct RequestTally: Sendable, Equatable {
  /// All that are counted.
  var sent: UInt32 = 0
  /// Those of them that were accepted.
  var accepted: UInt32 = 0
}

/// When an account was active: how many events of its own fall into which hours.
struct HourTally: Sendable, Equatable {
  /// At any hour.
  var all: UInt32 = 0
  /// From 21 to 05.
  var evening: UInt32 = 0
  /// From 23 to 05.
  var night: UInt32 = 0
  /// At any hour of a school day.
  var onSchoolDays: UInt32 = 0
  /// From 08:30 to 15:30 on a school day: calibration P12.
  var inSchoolHours: UInt32 = 0

  /// Adds an event.
  mutating func count(second: Int32, isSchoolDay: Bool) {
    let hour: Int32 = 3_600
    let isSmallHours = second < 5 * hour
    all += 1
    if isSmallHours || second >= 21 * hour { evening += 1 }
    if isSmallHours || second >= 23 * hour { night += 1 }
    guard isSchoolDay else { return }
    onSchoolDays += 1
    if second >= 17 * hour / 2, second < 31 * hour / 2 { inSchoolHours += 1 }
  }
}

/// How much an account writes.
struct TalkTally: Sendable, Equatable {
  /// Messages sent.
  var messages: UInt32 = 0
  /// Days on which the account did anything.
  var activeDays: UInt32 = 0
  private var lastDay = -1

  /// Adds something the account did, with so many messages.
  mutating func count(messages: UInt8, onDay day: Int) {
    if day != lastDay {
      activeDays += 1
      lastDay = day
    }
    self.messages += UInt32(messages)
  }
}

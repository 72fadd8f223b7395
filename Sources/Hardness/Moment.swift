import Settings
import Vocabulary

/// A stretch of a day in which the clock is in one part of it.
struct Moment: Sendable {
  /// The day, from 0.
  let day: Int32
  /// The first second of the next part.
  let end: Int32
  /// 1 between 23:00 and 05:00, otherwise 0.
  let night: UInt32
  /// 1 between 09:00 and 15:00 from Monday to Friday, otherwise 0.
  let schoolHours: UInt32
  /// 1 on Saturdays and Sundays, otherwise 0.
  let weekend: UInt32

  /// The hours at which a part of the day begins.
  private static let hours: [Int32] = [0, 5, 9, 15, 23, 24]

  /// Finds the part of the day that a time lies in.
  init(at time: Int32, startingOn weekday: CalendarDate.Weekday) {
    let moment = SimTime(rawValue: time)
    let hour = moment.secondOfDay / 3_600
    let next = Self.hours.first { $0 > hour } ?? 24
    day = Int32(moment.day)
    end = time - moment.secondOfDay + next * 3_600
    let isWeekend = (moment.day + weekday.rawValue) % 7 >= CalendarDate.Weekday.saturday.rawValue
    night = hour >= 23 || hour < 5 ? 1 : 0
    schoolHours = !isWeekend && next == 15 ? 1 : 0
    weekend = isWeekend ? 1 : 0
  }
}

/// A day of the Gregorian calendar in the years 1 to 9999, without a time or a time zone.
public struct CalendarDate: Sendable, Hashable {
  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, 1 to 31.
  public let day: Int

  /// Makes a date; nil if the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9_999).contains(year), (1...12).contains(month),
      (1...Self.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Makes a date that stands in the source code.
  ///
  /// - Precondition: The calendar has such a day.
  public init(_ year: Int, _ month: Int, _ day: Int) {
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      preconditionFailure("the calendar has no day \(year)-\(month)-\(day)")
    }
    self = date
  }

  /// Reads `2018-01-29`; nil unless it has that form and the calendar has that day.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    let digits = bytes.enumerated().filter { $0.offset != 4 && $0.offset != 7 }.map(\.element)
    guard digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
    let number = digits.reduce(0) { $0 * 10 + Int($1) - 48 }
    self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  /// Makes the date that lies `dayNumber` days after 1970-01-01; nil outside the years 1 to 9999.
  ///
  /// The algorithm counts years from 1 March, so that a leap day is the last of its year: Howard
  /// Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`.
  public init?(dayNumber: Int) {
    guard (Self.first...Self.last).contains(dayNumber) else { return nil }
    let shifted = dayNumber + Self.daysFromMarchOfYear0
    let era = shifted / Self.daysPerEra
    let dayOfEra = shifted % Self.daysPerEra
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  /// How many days the date lies after 1970-01-01; negative before it.
  ///
  /// The inverse of `init(dayNumber:)`, from `days_from_civil` of the same source.
  public var dayNumber: Int {
    let marchYear = month <= 2 ? year - 1 : year
    let era = marchYear / 400
    let yearOfEra = marchYear % 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * Self.daysPerEra + dayOfEra - Self.daysFromMarchOfYear0
  }

  /// A day of the week.
  public enum Weekday: Int, Sendable, CaseIterable {
    /// The days, from Monday.
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday
  }

  /// The day of the week.
  public var weekday: Weekday {
    // Day number 0, 1970-01-01, was a Thursday, which is three days after a Monday.
    let index = (dayNumber + 3) % 7
    return Weekday.allCases[index < 0 ? index + 7 : index]
  }

  /// The date `days` later, or earlier if negative; nil outside the years 1 to 9999.
  public func adding(days: Int) -> CalendarDate? {
    let (sum, overflow) = dayNumber.addingReportingOverflow(days)
    return overflow ? nil : CalendarDate(dayNumber: sum)
  }

  /// How many days this date lies after `other`; negative if it lies before.
  public func days(since other: CalendarDate) -> Int {
    dayNumber - other.dayNumber
  }

  /// How many days a month has.
  ///
  /// - Precondition: `month` is 1 to 12.
  public static func days(inMonth month: Int, of year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  private static let daysPerEra = 146_097
  private static let daysFromMarchOfYear0 = 719_468
  /// The day numbers of 0001-01-01 and 9999-12-31.
  private static let first = -719_162
  private static let last = 2_932_896
}

extension CalendarDate: Comparable {
  /// Whether the first date is earlier.
  public static func < (first: CalendarDate, second: CalendarDate) -> Bool {
    (first.year, first.month, first.day) < (second.year, second.month, second.day)
  }
}

extension CalendarDate: CustomStringConvertible {
  /// The date as `2018-01-29`.
  public var description: String {
    func padded(_ number: Int, to width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }
}

/// Why something that should be a date is none, with what to write instead if it is known.
public enum DateFault: Sendable, Equatable {
  /// It has another form, and it is not clear which day is meant.
  case form
  /// It has another form, and this day is meant.
  case meant(CalendarDate)
  /// There is no such month.
  case noSuchMonth
  /// The month ends earlier, with this day.
  case noSuchDay(last: CalendarDate)

  /// Finds what is wrong with a text that `CalendarDate` cannot read.
  init(_ text: String) {
    // The year first, as in 2017-4-3, 2017/04/03, 20170403 and 2017-04-03T09:00.
    let isCompact = text.utf8.count == 8 && text.allSatisfy(\.isASCIIDigit)
    let parts =
      isCompact
      ? [text.prefix(4), text.dropFirst(4).prefix(2), text.suffix(2)]
      : text.split { !$0.isASCIIDigit }
    let numbers = parts.prefix(3).compactMap { Int($0) }
    guard numbers.count == 3, parts[0].count == 4, parts[1].count <= 2, parts[2].count <= 2,
      text.first?.isASCIIDigit == true, numbers[0] > 0, numbers[2] > 0
    else {
      self = .form
      return
    }
    guard (1...12).contains(numbers[1]) else {
      self = .noSuchMonth
      return
    }
    if let date = CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]) {
      self = .meant(date)
    } else {
      let days = CalendarDate.days(inMonth: numbers[1], of: numbers[0])
      self = .noSuchDay(last: CalendarDate(numbers[0], numbers[1], days))
    }
  }
}

extension DateFault {
  /// What to do about it.
  var advice: String {
    switch self {
    case .form: "write a day of the calendar as year-month-day"
    case .meant(let date): "write \(date)"
    case .noSuchMonth: "the months are 01 to 12; write year-month-day"
    case .noSuchDay(let last): "the last day of that month is \(last)"
    }
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) && isASCII }
}

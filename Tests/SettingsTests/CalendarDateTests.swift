import Foundation
import Settings
import Testing

@Suite("Calendar dates") struct CalendarDateTests {
  @Test("only days of the calendar are dates")
  func validity() {
    #expect(CalendarDate(year: 2_000, month: 2, day: 29) != nil)
    #expect(CalendarDate(year: 1_900, month: 2, day: 29) == nil)
    #expect(CalendarDate(year: 2_023, month: 4, day: 31) == nil)
    #expect(CalendarDate(year: 2_023, month: 0, day: 1) == nil)
    #expect(CalendarDate(year: 2_023, month: 13, day: 1) == nil)
    #expect(CalendarDate(year: 0, month: 1, day: 1) == nil)
    #expect(CalendarDate(year: 10_000, month: 1, day: 1) == nil)
  }

  @Test(
    "only year-month-day is read",
    arguments: [
      "2018-1-29", "2018/01/29", "18-01-29", "2018-01-32", "+018-01-29", "2018-01-29 ", "",
    ])
  func unreadable(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test("known days have their number and weekday")
  func knownDays() {
    #expect(CalendarDate(1_970, 1, 1).dayNumber == 0)
    #expect(CalendarDate(1_970, 1, 1).weekday == .thursday)
    #expect(CalendarDate(2_017, 4, 3).weekday == .monday)
    #expect(CalendarDate(2_018, 1, 29).dayNumber == 17_560)
    #expect(CalendarDate(2_018, 1, 29).weekday == .monday)
    #expect(CalendarDate(1_969, 12, 28).weekday == .sunday)
    #expect(CalendarDate(1_600, 2, 29).weekday == .tuesday)
  }

  @Test("every day of the years 1 to 9999 follows the one before it")
  func everyDay() {
    var number = CalendarDate(1, 1, 1).dayNumber
    var mismatches = 0
    for year in 1...9_999 {
      for month in 1...12 {
        for day in 1...CalendarDate.days(inMonth: month, of: year) {
          let date = CalendarDate(year: year, month: month, day: day)
          if date?.dayNumber != number || CalendarDate(dayNumber: number) != date {
            mismatches += 1
          }
          number += 1
        }
      }
    }
    #expect(mismatches == 0)
    #expect(CalendarDate(dayNumber: number) == nil)
    #expect(CalendarDate(dayNumber: CalendarDate(1, 1, 1).dayNumber - 1) == nil)
  }

  @Test("days are added across the ends of months and years")
  func adding() {
    #expect(CalendarDate(2_019, 12, 31).adding(days: 60) == CalendarDate(2_020, 2, 29))
    #expect(CalendarDate(2_020, 3, 1).adding(days: -1) == CalendarDate(2_020, 2, 29))
    #expect(CalendarDate(9_999, 12, 31).adding(days: 1) == nil)
    #expect(CalendarDate(2_020, 1, 1).adding(days: .max) == nil)
    #expect(CalendarDate(2_018, 1, 29).days(since: CalendarDate(2_017, 4, 3)) == 301)
    #expect(CalendarDate(2_017, 4, 3) < CalendarDate(2_017, 4, 4))
  }

  @Test("a date is written as it is read")
  func written() {
    #expect(CalendarDate("0987-06-05") == CalendarDate(987, 6, 5))
    #expect(CalendarDate(987, 6, 5).description == "0987-06-05")
  }
}

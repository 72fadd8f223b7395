import Settings

/// Which simulated days are school days.
public struct SchoolCalendar: Sendable {
  /// One kind per simulated day.
  private let kinds: [DayKind]
  /// Whether new classes have begun a few days before, for each simulated day.
  private let haveNewClasses: [Bool]

  /// Lays out the days of a run.
  public init(_ settings: CalendarSettings) {
    haveNewClasses = (0..<settings.days).map { day in
      guard let date = settings.start.adding(days: day) else { return false }
      return settings.holidays.contains { holiday in
        guard holiday.newClasses, let end = holiday.to.adding(days: settings.newClassesDays) else {
          return false
        }
        return holiday.to < date && date <= end
      }
    }
    kinds = (0..<settings.days).map { day in
      // Scenarios end within the calendar; a run that did not would have no holidays left.
      guard let date = settings.start.adding(days: day) else { return .schoolDay }
      if settings.holidays.contains(where: { $0.from <= date && date <= $0.to }) {
        return .holiday
      }
      return date.weekday == .saturday || date.weekday == .sunday ? .weekend : .schoolDay
    }
  }

  /// How many days are simulated.
  var count: Int { kinds.count }

  /// Whether a simulated day is a school day.
  public func isSchoolDay(_ day: Int) -> Bool { kinds[day] == .schoolDay }

  /// What kind of day a simulated day is.
  subscript(day: Int) -> DayKind { kinds[day] }

  /// A simulated day as behaviours know it.
  func day(_ number: Int) -> Day {
    Day(number: number, kind: kinds[number], hasNewClasses: haveNewClasses[number])
  }
}

/// What kind of day it is, for habits.
enum DayKind: Sendable {
  case schoolDay
  case weekend
  case holiday
}

import Vocabulary

/// What is already bound to happen on later days, such as the answer to a request.
struct Agenda: Sendable {
  /// One list per simulated day; what lies beyond the last day is never seen.
  private var days: [[Event]]

  init(dayCount: Int) {
    days = [[Event]](repeating: [], count: dayCount)
  }

  /// Puts down an event for its day.
  mutating func add(_ event: Event) {
    guard days.indices.contains(event.time.day) else { return }
    days[event.time.day].append(event)
  }

  /// Puts what is down for a day off to the next, at the same time of day.
  mutating func putOff(_ day: Int) {
    for var event in take(day) {
      event.time = SimTime(day: day + 1, second: event.time.secondOfDay)
      add(event)
    }
  }

  /// Takes out what is down for a day.
  mutating func take(_ day: Int) -> [Event] {
    defer { days[day] = [] }
    return days[day]
  }
}

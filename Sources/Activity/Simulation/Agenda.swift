import State
import Vocabulary

/// What is already bound to happen on later days, such as the answer to a request.
struct Agenda: Sendable {
  /// One list per simulated day; what lies beyond the last day is never seen.
  private var days: [[Event]]
  /// On which days the platform is down, so that nothing comes about.
  private let outageDays: [Bool]

  init(outageDays: [Bool]) {
    self.outageDays = outageDays
    days = [[Event]](repeating: [], count: outageDays.count)
  }

  /// An event as it can come about: at the same time of the first day after an outage.
  func postponed(_ event: Event) -> Event {
    var day = event.time.day
    while outageDays.indices.contains(day), outageDays[day] { day += 1 }
    guard day != event.time.day else { return event }
    var event = event
    event.time = SimTime(day: day, second: event.time.secondOfDay)
    return event
  }

  /// Puts down an event for its day, or for the first one after an outage.
  mutating func add(_ event: Event) {
    let event = postponed(event)
    guard days.indices.contains(event.time.day) else { return }
    days[event.time.day].append(event)
  }

  /// Takes out what is down for a day.
  mutating func take(_ day: Int) -> [Event] {
    defer { days[day] = [] }
    return days[day]
  }
}

extension Agenda {
  /// Writes down what is bound to happen.
  func save(to state: inout StateWriter) {
    for day in days { state.write(day) }
  }

  /// Takes over what was written down.
  mutating func restore(from state: inout StateReader) throws(StateMismatch) {
    for day in days.indices { days[day] = try state.readAll() }
  }
}

import Activity
import Vocabulary

@testable import Validation

/// A few people and what they do, laid out by hand, with a year's time unless said otherwise.
struct TinyRun {
  var world: TinyWorld
  var events: [Event] = []
  var days = 365
  /// Positions of the accounts whose owner grooms.
  var groomers: [Int] = []
  var cases: [GroundTruth.Case] = []
  var meetings: [GroundTruth.Meeting] = []

  /// How long requests wait until they lapse.
  static let answerDays = 30.0

  /// Adds something that happens, with posts left out: everything has a target.
  mutating func add(
    _ kind: EventKind, _ actor: Int, _ target: Int, day: Int, second: Int32 = 50_000,
    count: UInt8 = 1
  ) {
    events.append(
      Event(
        time: SimTime(day: day, second: second), kind: kind, actor: AccountID(actor),
        target: AccountID(target), count: count))
  }

  /// Adds a request and its answer a day later.
  mutating func ask(_ sender: Int, _ receiver: Int, day: Int, answer: EventKind = .acceptance) {
    add(.request, sender, receiver, day: day)
    add(answer, receiver, sender, day: day + 1)
  }

  /// What rows on activity are measured of.
  func sample(rowsPerCall: Int = 1_000) -> ActivitySample {
    var calendar = CalendarSettings()
    calendar.days = days
    var sample = ActivitySample(
      world: world.world,
      truth: GroundTruth(
        groomers: groomers.map { AccountID($0) }, cases: cases, meetings: meetings,
        end: SimTime(rawValue: SimTime(day: days).rawValue - 1)),
      calendar: calendar, answerDays: Self.answerDays)
    var log = EventLog()
    // A run that is made shorter has no events after its end.
    log.append(contentsOf: events.filter { $0.time.day < days }.sorted())
    var source = MemoryEventSource(log, rowsPerCall: rowsPerCall)
    var batch = EventLog()
    while source.next(into: &batch) { sample.consume(batch) }
    return sample
  }

  /// What a row measures, figure by figure; nil where it is not shown.
  func values(of row: ValidationRow) -> [Double?] {
    row.measure(sample()).map { $0.estimate?.value }
  }

  /// Why a row's figures are not shown, figure by figure; nil where they are.
  func reasons(of row: ValidationRow) -> [String?] {
    row.measure(sample()).map { figure in
      if case .notShown(let reason) = figure.finding { reason } else { nil }
    }
  }
}

extension GroundTruth.Case {
  /// A case by its days; a meeting or an end after so many of them, or neither.
  init(_ groomer: Int, _ child: Int, from day: Int, met: Int? = nil, ended: Int? = nil) {
    func later(_ days: Int?) -> SimTime? { days.map { SimTime(day: day + $0) } }
    self.init(
      groomer: AccountID(groomer), child: AccountID(child), firstContact: SimTime(day: day),
      stages: [], movedOffPlatform: nil, ended: later(ended), firstMeeting: later(met))
  }
}

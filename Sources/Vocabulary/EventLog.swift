/// A run of events as columns, in the order in which they happened or arrived.
///
/// Columns have the same length, one value per event. Hot code reads the columns; `subscript` puts
/// one event together. Each event has a number, its position in the whole run, which it keeps where
/// events are left out or come in another order. Where numbers follow each other, as in a whole
/// stream, none is held: row `r` is event `firstID + r`.
public struct EventLog: Sendable, Equatable {
  /// The number of the event in row 0; of an empty log, that of the event expected next.
  public private(set) var firstID: Int
  /// The number of each event where they do not follow each other; empty where they do.
  public private(set) var numbers: [Int] = []
  /// When each event arrived at those who watch for it, in seconds since the start, no less than when
  /// it happened; empty where every event arrived as it happened.
  public private(set) var arrivals: [Int32] = []
  /// When each event happened, in seconds since the start.
  public private(set) var times: [Int32] = []
  /// What each event is: raw values of `EventKind`.
  public private(set) var kinds: [UInt8] = []
  /// Who acted, per event: raw values of `AccountID`.
  public private(set) var actors: [UInt32] = []
  /// To whom, per event: raw values of `AccountID`.
  public private(set) var targets: [UInt32] = []
  /// Cue set or serial, per event.
  public private(set) var details: [UInt16] = []
  /// How many, per event.
  public private(set) var counts: [UInt8] = []

  /// Makes an empty log whose first row will be a given event of the run.
  public init(firstID: Int = 0) {
    self.firstID = firstID
  }

  /// Makes a log of columns of the same length.
  ///
  /// - Parameters:
  ///   - firstID: the number of the event in row 0.
  ///   - numbers: the number of each event; empty where they follow each other.
  ///   - times: when each happened, in seconds since the start.
  ///   - kinds: what each is.
  ///   - actors: who acted.
  ///   - targets: to whom.
  ///   - details: cue set or serial.
  ///   - counts: how many.
  /// - Precondition: the columns have the same length, every kind is one of `EventKind`, and numbers
  ///   begin with `firstID`.
  public init(
    firstID: Int, numbers: [Int] = [], times: [Int32], kinds: [UInt8], actors: [UInt32],
    targets: [UInt32], details: [UInt16], counts: [UInt8]
  ) {
    precondition(
      [kinds.count, actors.count, targets.count, details.count, counts.count]
        .allSatisfy { $0 == times.count }, "columns of an event log differ in length")
    precondition(
      numbers.isEmpty || numbers.count == times.count && numbers[0] == firstID,
      "\(numbers.count) numbers of \(times.count) events, which begin with \(firstID)")
    self.firstID = firstID
    self.numbers = numbers.elementsEqual(firstID..<firstID + times.count) ? [] : numbers
    self.times = times
    self.kinds = kinds
    self.actors = actors
    self.targets = targets
    self.details = details
    self.counts = counts
  }

  /// How many events the log holds.
  public var count: Int { times.count }

  /// Whether the log holds no event.
  public var isEmpty: Bool { times.isEmpty }

  /// The number, in the whole run, of the event in a row.
  public func number(of row: Int) -> Int { numbers.isEmpty ? firstID + row : numbers[row] }

  /// When the event in a row arrived, in seconds since the start.
  public func arrival(of row: Int) -> Int32 { arrivals.isEmpty ? times[row] : arrivals[row] }

  /// The number of the event after the last, if all follow on.
  public var nextID: Int { numbers.last.map { $0 + 1 } ?? firstID + count }

  /// The event in a row.
  public subscript(row: Int) -> Event {
    guard let kind = EventKind(rawValue: kinds[row]) else {
      preconditionFailure("event \(number(of: row)) has the unknown kind \(kinds[row])")
    }
    return Event(
      time: SimTime(rawValue: times[row]), kind: kind, actor: AccountID(rawValue: actors[row]),
      target: AccountID(rawValue: targets[row]), detail: details[row], count: counts[row])
  }

  /// Adds an event after the last, with the number that follows.
  public mutating func append(_ event: Event) {
    append(event, number: nextID)
  }

  /// Adds an event after the last.
  ///
  /// - Parameters:
  ///   - event: the event.
  ///   - number: its number in the whole run.
  ///   - arrival: when it arrived; when it happened if nothing is said.
  public mutating func append(_ event: Event, number: Int, arrival: SimTime? = nil) {
    note(number)
    if let arrival, arrival != event.time, arrivals.isEmpty { arrivals = times }
    if !arrivals.isEmpty || (arrival ?? event.time) != event.time {
      arrivals.append((arrival ?? event.time).rawValue)
    }
    times.append(event.time.rawValue)
    kinds.append(event.kind.rawValue)
    actors.append(event.actor.rawValue)
    targets.append(event.target.rawValue)
    details.append(event.detail)
    counts.append(event.count)
  }

  /// Adds events after the last, a column at a time, with the numbers that follow.
  public mutating func append(contentsOf events: [Event]) {
    if !numbers.isEmpty { numbers.append(contentsOf: nextID..<nextID + events.count) }
    if !arrivals.isEmpty { arrivals.append(contentsOf: events.map(\.time.rawValue)) }
    reserveCapacity(count + events.count)
    for event in events { times.append(event.time.rawValue) }
    for event in events { kinds.append(event.kind.rawValue) }
    for event in events { actors.append(event.actor.rawValue) }
    for event in events { targets.append(event.target.rawValue) }
    for event in events { details.append(event.detail) }
    for event in events { counts.append(event.count) }
  }

  /// Replaces all rows with events that are in order, and keeps the memory.
  public mutating func replaceAll(with events: [EventKey], nextID: Int = 0) {
    removeAll(nextID: nextID)
    // A column at a time: each loop keeps one column's end and room in registers.
    reserveCapacity(events.count)
    for event in events { times.append(event.time) }
    for event in events { kinds.append(event.kind) }
    for event in events { actors.append(event.actor) }
    for event in events { targets.append(event.target) }
    for event in events { details.append(event.detail) }
    for event in events { counts.append(event.count) }
  }

  /// Numbers the events anew, one after the other.
  public mutating func renumber(from first: Int) {
    firstID = first
    numbers.removeAll(keepingCapacity: true)
  }

  /// Adds a range of another log's rows after the last; each keeps its number.
  public mutating func append(_ other: borrowing EventLog, rows: Range<Int>) {
    guard !rows.isEmpty else { return }
    noteNumbers(of: other, rows: rows)
    noteArrivals(of: other, rows: rows)
    times.append(contentsOf: other.times[rows])
    kinds.append(contentsOf: other.kinds[rows])
    actors.append(contentsOf: other.actors[rows])
    targets.append(contentsOf: other.targets[rows])
    details.append(contentsOf: other.details[rows])
    counts.append(contentsOf: other.counts[rows])
  }

  /// Empties the log, keeps its memory, and says which event comes next.
  public mutating func removeAll(nextID: Int) {
    firstID = nextID
    numbers.removeAll(keepingCapacity: true)
    arrivals.removeAll(keepingCapacity: true)
    times.removeAll(keepingCapacity: true)
    kinds.removeAll(keepingCapacity: true)
    actors.removeAll(keepingCapacity: true)
    targets.removeAll(keepingCapacity: true)
    details.removeAll(keepingCapacity: true)
    counts.removeAll(keepingCapacity: true)
  }

  /// Makes room for a number of events in all.
  public mutating func reserveCapacity(_ capacity: Int) {
    times.reserveCapacity(capacity)
    kinds.reserveCapacity(capacity)
    actors.reserveCapacity(capacity)
    targets.reserveCapacity(capacity)
    details.reserveCapacity(capacity)
    counts.reserveCapacity(capacity)
  }

  /// Takes down the number of an event that is about to be added.
  private mutating func note(_ number: Int) {
    if isEmpty { firstID = number }
    if numbers.isEmpty {
      if number == firstID + count { return }
      numbers.append(contentsOf: firstID..<firstID + count)
    }
    numbers.append(number)
  }

  /// Takes down the numbers of another log's rows that are about to be added.
  private mutating func noteNumbers(of other: borrowing EventLog, rows: Range<Int>) {
    let first = other.number(of: rows.lowerBound)
    if isEmpty { firstID = first }
    if numbers.isEmpty {
      let expected = firstID + count
      let follow = expected..<expected + rows.count
      if first == expected, other.numbers.isEmpty || other.numbers[rows].elementsEqual(follow) {
        return
      }
      numbers.append(contentsOf: firstID..<expected)
    }
    for row in rows { numbers.append(other.number(of: row)) }
  }

  /// Takes down when another log's rows arrived that are about to be added.
  private mutating func noteArrivals(of other: borrowing EventLog, rows: Range<Int>) {
    if arrivals.isEmpty {
      guard !other.arrivals.isEmpty, other.arrivals[rows] != other.times[rows] else { return }
      arrivals = times
    }
    arrivals.append(contentsOf: other.arrivals.isEmpty ? other.times[rows] : other.arrivals[rows])
  }
}

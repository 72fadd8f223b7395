/// A run of events as columns, in their total order.
///
/// Row `r` of a log is event number `firstID + r` of the whole run. Columns have the same length,
/// one value per event. Hot code reads the columns; `subscript` puts one event together.
public struct EventLog: Sendable, Equatable {
  /// The number, in the whole run, of the event in row 0.
  public var firstID: Int
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
  /// - Precondition: the columns have the same length, and every kind is one of `EventKind`.
  public init(
    firstID: Int, times: [Int32], kinds: [UInt8], actors: [UInt32], targets: [UInt32],
    details: [UInt16], counts: [UInt8]
  ) {
    precondition(
      [kinds.count, actors.count, targets.count, details.count, counts.count]
        .allSatisfy { $0 == times.count }, "columns of an event log differ in length")
    self.firstID = firstID
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

  /// The event in a row.
  public subscript(row: Int) -> Event {
    guard let kind = EventKind(rawValue: kinds[row]) else {
      preconditionFailure("event \(firstID + row) has the unknown kind \(kinds[row])")
    }
    return Event(
      time: SimTime(rawValue: times[row]), kind: kind, actor: AccountID(rawValue: actors[row]),
      target: AccountID(rawValue: targets[row]), detail: details[row], count: counts[row])
  }

  /// Adds an event after the last.
  public mutating func append(_ event: Event) {
    times.append(event.time.rawValue)
    kinds.append(event.kind.rawValue)
    actors.append(event.actor.rawValue)
    targets.append(event.target.rawValue)
    details.append(event.detail)
    counts.append(event.count)
  }

  /// Adds events after the last, a column at a time.
  public mutating func append(contentsOf events: [Event]) {
    reserveCapacity(count + events.count)
    for event in events { times.append(event.time.rawValue) }
    for event in events { kinds.append(event.kind.rawValue) }
    for event in events { actors.append(event.actor.rawValue) }
    for event in events { targets.append(event.target.rawValue) }
    for event in events { details.append(event.detail) }
    for event in events { counts.append(event.count) }
  }

  /// Adds a range of another log's rows after the last.
  public mutating func append(_ other: borrowing EventLog, rows: Range<Int>) {
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
}

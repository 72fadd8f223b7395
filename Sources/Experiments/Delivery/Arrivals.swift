import Activity
import HeapModule
import Randomness
public import Vocabulary

/// The events of a run as they arrive at those who watch for them: what detectors are handed.
///
/// Whether an event is late or comes twice is drawn from its number, so it is the same however the
/// events come in. A late event has its place in the order of arrival, and beside the time at which it
/// happened that of its arrival; an acceptance may come before its request. A duplicate comes a while
/// after its event and has its number. What would arrive after the end of the run is never seen. With each event in time and
/// once, the default, the stream is handed on as it is.
///
/// Memory is that of the events under way, beside the run of rows at hand.
public struct Arrivals<Source: EventSource>: EventSource {
  /// What happens, as far as it was taken in.
  public private(set) var source: Source
  private let delivery: DeliverySettings
  private let delay: LogNormal
  private let seed: UInt64
  private let end: SimTime
  private var happened = EventLog()
  private var underWay = Heap<Arrival>()

  /// Makes the stream of arrivals from what happens in a run of a scenario.
  ///
  /// - Parameters:
  ///   - source: all events of the run, in order.
  ///   - scenario: how they are delivered, the seed, and when the run ends.
  public init(of source: Source, in scenario: Scenario) {
    self.source = source
    delivery = scenario.delivery
    delay = LogNormal(median: 60 * delivery.lateMedianMinutes, sigma: delivery.lateSigma)
    seed = UInt64(scenario.seed)
    end = SimTime(day: scenario.calendar.days)
  }

  /// Replaces the log's rows with the next arrivals: those up to the next events that happen.
  ///
  /// - Returns: whether there were any more; the log may be empty all the same.
  /// - Throws: what the source throws.
  public mutating func next(into log: inout EventLog) throws -> Bool {
    if delivery.isPerfect { return try source.next(into: &log) }
    log.removeAll(nextID: log.nextID)
    guard try source.next(into: &happened) else {
      guard underWay.min != nil else { return false }
      while let arrival = underWay.popMin() { log.append(arrival) }
      return true
    }
    for row in 0..<happened.count {
      let event = Arrival(
        event: happened[row], number: happened.number(of: row),
        time: SimTime(rawValue: happened.times[row]))
      while let next = underWay.min, next < event, let arrival = underWay.popMin() {
        log.append(arrival)
      }
      deliver(event, into: &log)
    }
    return true
  }

  private mutating func deliver(_ event: Arrival, into log: inout EventLog) {
    var stream = RandomStream(seed: seed, purpose: .delivery, entity: UInt64(event.number))
    let isLate = stream.chance(delivery.lateShare)
    let isDoubled = stream.chance(delivery.duplicateShare)
    let arrival = isLate ? later(event, &stream) : event
    if isLate { send(arrival) } else { log.append(arrival) }
    if isDoubled { send(later(arrival, &stream)) }
  }

  /// The event a while later: at least a second, so that it has a place of its own in the order.
  private func later(_ arrival: Arrival, _ stream: inout RandomStream) -> Arrival {
    var arrival = arrival
    let seconds = max(1, delay.sample(using: &stream))
    arrival.time = arrival.time.advanced(bySeconds: seconds)
    return arrival
  }

  private mutating func send(_ arrival: Arrival) {
    if arrival.time < end { underWay.insert(arrival) }
  }
}

extension EventLog {
  fileprivate mutating func append(_ arrival: Arrival) {
    append(arrival.event, number: arrival.number, arrival: arrival.time)
  }
}

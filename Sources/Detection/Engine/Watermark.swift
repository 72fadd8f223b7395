import HeapModule
public import Settings
import Vocabulary

/// Hands events to detectors in the order in which they happened, each once, as far as that can be
/// known by the time of an arrival.
///
/// At every moment the *watermark* lies a fixed wait before it. An event is handed on when the
/// watermark reaches the time at which it happened, so that what comes within the wait is in order
/// again. What comes behind the watermark is too late for that: it is handed on at once, as if it had
/// happened at the watermark, so that times never go back. An alert has the moment at which its cause
/// was handed on: waiting is paid for in lead time. Without a wait, the order is that of arrival.
///
/// An event that comes again within some days of its happening is known by its number, and dropped;
/// one that comes later passes, as nothing is remembered of it. What has not been handed on when the
/// events end is not seen at all.
///
/// Memory: the events of the wait, and a bit for each event of the days remembered. (The word is that
/// of Akidau et al. 2015, doi 10.14778/2824032.2824076.)
struct Watermark {
  private let waitSeconds: Int32
  private let rememberedSeconds: Int32
  private var held = Heap<Held>()
  private var seen = SeenNumbers()
  private var handedOn = EventLog()

  /// An event that waits for the watermark.
  private struct Held: Comparable {
    var event: Event
    var number: Int

    static func < (left: Held, right: Held) -> Bool {
      (left.event.time, left.number) < (right.event.time, right.number)
    }
  }

  init(settings: WatermarkSettings) {
    waitSeconds = Int32(settings.waitMinutes * 60)
    rememberedSeconds = Int32(settings.rememberDays * Double(SimTime.secondsPerDay))
  }

  /// Takes in events as they arrive, and hands on those that the watermark has reached.
  ///
  /// - Parameters:
  ///   - events: the next arrivals, in their order.
  ///   - handOn: given the events in the order of their times; their arrivals are the moments at which
  ///     they are handed on.
  mutating func advance(over events: borrowing EventLog, handOn: (borrowing EventLog) -> Void) {
    // Each in order, as it happened and for the first time: all of a stream without disorder.
    if waitSeconds == 0, events.arrivals.isEmpty, seen.insert(allOf: events) {
      return handOn(events)
    }
    handedOn.removeAll(nextID: events.firstID)
    for row in 0..<events.count {
      let moment = events.arrival(of: row)
      release(by: moment)
      let event = Held(event: events[row], number: events.number(of: row))
      let happened = events.times[row]
      guard seen.insert(event.number) || moment - happened > rememberedSeconds else { continue }
      if happened + waitSeconds > moment {
        held.insert(event)
      } else {
        handOver(event, at: moment)
      }
    }
    if let last = events.count > 0 ? events.arrival(of: events.count - 1) : nil {
      seen.forget(before: last - rememberedSeconds, at: last)
    }
    handOn(handedOn)
  }

  /// Hands on what the watermark has reached by a moment.
  private mutating func release(by moment: Int32) {
    while let next = held.min, next.event.time.rawValue + waitSeconds <= moment {
      held.removeMin()
      handOver(next, at: next.event.time.rawValue + waitSeconds)
    }
  }

  private mutating func handOver(_ held: Held, at moment: Int32) {
    var event = held.event
    event.time = SimTime(rawValue: max(event.time.rawValue, moment - waitSeconds))
    handedOn.append(event, number: held.number, arrival: SimTime(rawValue: moment))
  }
}

/// Parameters of the watermark.
public struct WatermarkSettings: SettingsSection {
  /// How long an event is waited for that is late, in minutes.
  public var waitMinutes = 0.0
  /// For how many days after it happened an event is known if it comes again.
  public var rememberDays = 7.0

  /// Makes the default watermark.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .number(
      "wait-minutes", \.waitMinutes, unit: "minutes", in: 0.0...100_000.0,
      source: .sweep("our choice: an alert in time matters more than order", over: 0...1_440),
      about: "How far the watermark lies behind the clock: every event is held so long, and what "
        + "comes later than that is out of order."),
    .number(
      "remember-days", \.rememberDays, unit: "days", in: 0.0...365.0,
      source: .assumption("our choice: longer than nearly all duplicates take"),
      about:
        "For how many days after it happened an event is known, and dropped, if it comes again."
    ),
  ]
}

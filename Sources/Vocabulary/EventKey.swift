/// An event as two words, whose order as numbers is the total order of events.
///
/// It holds all of the event, so that sorting moves nothing else.
public struct EventKey: Sendable, Equatable {
  /// Time, kind and the upper 24 bits of the actor.
  private let high: UInt64
  /// The lower 8 bits of the actor, target, detail and count.
  private let low: UInt64

  /// Makes the key of an event.
  ///
  /// - Precondition: the event is not before the start of the run.
  public init(_ event: Event) {
    let actor = UInt64(event.actor.rawValue)
    high =
      UInt64(UInt32(event.time.rawValue)) << 32 | UInt64(event.kind.rawValue) << 24 | actor >> 8
    low =
      (actor & 0xFF) << 56 | UInt64(event.target.rawValue) << 24 | UInt64(event.detail) << 8
      | UInt64(event.count)
  }

  /// When it happened, in seconds since the start.
  public var time: Int32 { Int32(truncatingIfNeeded: high >> 32) }

  /// What it is: the raw value of an `EventKind`.
  public var kind: UInt8 { UInt8(truncatingIfNeeded: high >> 24) }

  /// Who did it.
  public var actor: UInt32 { UInt32(truncatingIfNeeded: high << 8 | low >> 56) }

  /// To whom.
  public var target: UInt32 { UInt32(truncatingIfNeeded: low >> 24) }

  /// Cue set or serial.
  public var detail: UInt16 { UInt16(truncatingIfNeeded: low >> 8) }

  /// How many.
  public var count: UInt8 { UInt8(truncatingIfNeeded: low) }

  /// The event.
  public var event: Event {
    guard let kind = EventKind(rawValue: kind) else {
      preconditionFailure("the key of an event has the unknown kind \(kind)")
    }
    return Event(
      time: SimTime(rawValue: time), kind: kind, actor: AccountID(rawValue: actor),
      target: AccountID(rawValue: target), detail: detail, count: count)
  }

  /// Time and kind as one number, by which events are put into buckets before they are sorted.
  ///
  /// 16 numbers a second.
  public var moment: Int { Int(truncatingIfNeeded: high >> 32) << 4 | Int(kind & 15) }
}

extension EventKey: Comparable {
  /// The total order of events.
  public static func < (left: EventKey, right: EventKey) -> Bool {
    left.high != right.high ? left.high < right.high : left.low < right.low
  }
}

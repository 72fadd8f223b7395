import Testing
import Vocabulary

@Suite("Event keys")
struct EventKeyTests {
  /// Every mixture of small and large values of each part.
  private static let events: [Event] = {
    var events: [Event] = []
    for time: Int32 in [0, 1, 86_399, .max] {
      for kind in EventKind.allCases {
        for actor: UInt32 in [0, 255, 256, .max - 1] {
          for target: UInt32 in [0, 70_000, .max] {
            for (detail, count): (UInt16, UInt8) in [(0, 1), (1, 0), (.max, .max)] {
              events.append(
                Event(
                  time: SimTime(rawValue: time), kind: kind, actor: AccountID(rawValue: actor),
                  target: AccountID(rawValue: target), detail: detail, count: count))
            }
          }
        }
      }
    }
    return events
  }()

  @Test("give back the event, whole and in parts")
  func roundTrip() {
    for event in Self.events {
      let key = EventKey(event)
      #expect(key.event == event)
      #expect(key.time == event.time.rawValue)
      #expect(key.kind == event.kind.rawValue)
      #expect(key.actor == event.actor.rawValue)
      #expect(key.target == event.target.rawValue)
      #expect(key.detail == event.detail)
      #expect(key.count == event.count)
    }
  }

  @Test("have the total order of events, and moments that never go against it")
  func order() {
    let sorted = Self.events.sorted()
    for (earlier, later) in zip(sorted, sorted.dropFirst()) {
      let keys = (EventKey(earlier), EventKey(later))
      #expect((keys.0 < keys.1) == (earlier < later))
      #expect(!(keys.1 < keys.0))
      #expect(keys.0.moment <= keys.1.moment)
    }
  }

  @Test("fill a log as the events themselves would, over what it held before")
  func filling() {
    var log = EventLog()
    log.append(contentsOf: Array(Self.events.prefix(7)))
    log.replaceAll(with: Self.events.map { EventKey($0) }, nextID: 12)
    var expected = EventLog(firstID: 12)
    expected.append(contentsOf: Self.events)
    #expect(log == expected)
  }
}

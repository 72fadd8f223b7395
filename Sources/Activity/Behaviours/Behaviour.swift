import Randomness
import Vocabulary

/// One strand of ordinary life: what an account does of it on a day.
///
/// To add one, write a file with a conforming struct and add it to `BehaviourCatalogue`. It must
/// draw from the stream it is given and read only the state as the day began, so that accounts can
/// act side by side and no behaviour changes the draws of another.
protocol Behaviour: Sendable {
  /// What the draws are for; no two behaviours share one.
  var purpose: Purpose { get }

  /// Adds what an account does on a day to the draft of the day.
  func act(
    _ account: Int, on day: Day, in platform: Platform, using stream: inout RandomStream,
    into draft: inout DayDraft)
}

/// All behaviours, in a fixed order.
struct BehaviourCatalogue: Sendable {
  let behaviours: [any Behaviour]

  init(habits: Habits, answering: Answering) {
    behaviours = [
      Posting(habits: habits),
      Viewing(habits: habits),
      Messaging(habits: habits),
      Requesting(habits: habits, answering: answering),
      Ending(habits: habits),
    ]
  }
}

/// A simulated day.
struct Day: Sendable {
  /// The number of the day, from 0.
  var number: Int
  /// What kind of day it is.
  var kind: DayKind

  /// The moment of a second of the day.
  func time(_ second: Int32) -> SimTime { SimTime(day: number, second: second) }

  /// The last moment of the day.
  var end: SimTime { time(SimTime.secondsPerDay - 1) }
}

/// What accounts would do on a day, before it is settled what of it comes about.
struct DayDraft: Sendable {
  /// Events that come about as they are.
  private(set) var events: [Event] = []
  /// Requests, which come about unless the two are friends, have blocked one another or have an
  /// open request already.
  private(set) var requests: [Approach] = []

  /// Puts down an event.
  mutating func add(_ event: Event) { events.append(event) }

  /// Puts down a request with its answer.
  mutating func propose(_ approach: Approach) { requests.append(approach) }

  /// Puts down what other accounts would do after what this one holds.
  mutating func append(_ other: DayDraft) {
    events += other.events
    requests += other.requests
  }

  /// Makes room for a number of events in all.
  mutating func reserveCapacity(_ capacity: Int) { events.reserveCapacity(capacity) }

  /// A request, with the answer it will get.
  struct Approach: Sendable {
    /// When, from whom, to whom.
    var request: Event
    /// What the one asked will do about it, and when.
    var answer: Event
    /// Further things the one asked will do about it, such as a block.
    var aftermath: [Event] = []
  }
}

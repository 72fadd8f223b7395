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

  /// Adds what each of some accounts does on a day. Implemented for all behaviours: it is called
  /// through the protocol once for many accounts, and calls `act` of one account directly.
  func act(
    _ accounts: Range<Int>, on day: Day, in platform: Platform, seed: UInt64,
    into draft: inout DayDraft)
}

extension Behaviour {
  func act(
    _ accounts: Range<Int>, on day: Day, in platform: Platform, seed: UInt64,
    into draft: inout DayDraft
  ) {
    for account in accounts {
      var stream = RandomStream(
        seed: seed, purpose: purpose, entity: UInt64(day.number) << 32 | UInt64(account))
      act(account, on: day, in: platform, using: &stream, into: &draft)
    }
  }
}

/// All behaviours, in a fixed order.
struct BehaviourCatalogue: Sendable {
  let behaviours: [any Behaviour]

  init(habits: Habits, answering: Answering) {
    let approaching = Approaching(habits: habits, answering: answering)
    behaviours = [
      Posting(habits: habits),
      Viewing(habits: habits),
      Messaging(habits: habits),
      Requesting(habits: habits, approaching: approaching),
      Elders(habits: habits, approaching: approaching),
      Ending(habits: habits),
      Pranking(habits: habits, approaching: approaching),
    ]
  }
}

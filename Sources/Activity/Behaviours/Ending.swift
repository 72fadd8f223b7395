import Randomness
import Vocabulary

/// Falling out: ending friendships, and now and then a block or a report among ordinary people.
struct Ending: Behaviour {
  let habits: Habits
  let purpose = Purpose.endings

  func act(
    _ account: Int, on day: Day, in platform: Platform, using stream: inout RandomStream,
    into draft: inout DayDraft
  ) {
    let settings = habits.settings.endings
    let rates: [(EventKind, Double)] = [
      (.unfriend, settings.unfriendPerDay), (.block, settings.blockPerDay),
      (.report, settings.reportPerDay),
    ]
    for (kind, rate) in rates where stream.chance(rate) {
      guard let friend = platform.randomFriend(of: account, using: &stream) else { continue }
      draft.add(
        Event(
          time: habits.time(account, on: day, using: &stream), kind: kind,
          actor: AccountID(account), target: AccountID(friend)))
    }
  }
}

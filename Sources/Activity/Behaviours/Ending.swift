import Randomness
import Vocabulary

/// Falling out: ending friendships, and now and then a block or a report among ordinary people.
struct Ending: Behaviour {
  let habits: Habits
  let purpose = Purpose.endings
  /// Which of the kinds happen on a day: a set of them, as bits, so that one draw decides on all.
  private let choice: Categorical

  private static let kinds: [EventKind] = [.unfriend, .block, .report]

  init(habits: Habits) {
    self.habits = habits
    let settings = habits.settings.endings
    let rates = [settings.unfriendPerDay, settings.blockPerDay, settings.reportPerDay]
    var weights = [1.0]
    for rate in rates { weights = weights.map { $0 * (1 - rate) } + weights.map { $0 * rate } }
    choice = Categorical(weights: weights)
  }

  func act(
    _ account: Int, on day: Day, in platform: Platform, using stream: inout RandomStream,
    into draft: inout DayDraft
  ) {
    let happening = choice.sample(using: &stream)
    guard happening != 0 else { return }
    for (bit, kind) in Self.kinds.enumerated() where happening >> bit & 1 == 1 {
      guard let friend = platform.randomFriend(of: account, using: &stream) else { continue }
      draft.add(
        Event(
          time: habits.time(account, on: day, using: &stream), kind: kind,
          actor: AccountID(account), target: AccountID(friend)))
    }
  }
}

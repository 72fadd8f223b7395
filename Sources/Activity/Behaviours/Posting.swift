import Randomness
import Vocabulary

/// Publishing posts.
struct Posting: Behaviour {
  let habits: Habits
  let purpose = Purpose.posts

  func act(
    _ account: Int, on day: Day, in platform: Platform, using stream: inout RandomStream,
    into draft: inout DayDraft
  ) {
    let settings = habits.settings.posts
    let posts = habits.count(
      account, on: day, childRate: settings.childPerDay, adultRate: settings.adultPerDay,
      using: &stream)
    guard posts > 0 else { return }
    let times = (0..<posts).map { _ in habits.time(account, on: day, using: &stream) }.sorted()
    for (index, time) in times.enumerated() {
      draft.add(
        Event(
          time: time, kind: .post, actor: AccountID(account),
          detail: platform.postSerials[account] &+ UInt16(truncatingIfNeeded: index + 1)))
    }
  }
}

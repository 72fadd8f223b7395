import Graphs
import Randomness
import Vocabulary

/// How well somebody who asks is known to the one asked.
enum Standing: Sendable {
  /// As far as what the two have in common tells.
  case asTheWorldHasIt
  /// They have met in person, through friends.
  case acquainted
  /// Somebody who asks everybody for fun.
  case prankster
}

/// How people approach somebody: they look at the profile, and ask to be friends or follow.
struct Approaching: Sendable {
  let habits: Habits
  let answering: Answering

  /// Whether a friend's friend, or a neighbour, is somebody the account has met in person.
  func standing(nearby stream: inout RandomStream) -> Standing {
    stream.chance(habits.settings.requests.acquaintedShare) ? .acquainted : .asTheWorldHasIt
  }

  /// Looks at a profile, and asks or follows.
  func approach(
    _ other: Int, from account: Int, as standing: Standing, on day: Day, _ platform: Platform,
    using stream: inout RandomStream, into draft: inout DayDraft
  ) {
    guard platform.mayRequest(account, other) else { return }
    let settings = habits.settings.requests
    let time = habits.time(account, on: day, using: &stream)
    let looks = 1 + Poisson(mean: settings.profileViewsPerRequest - 1).sample(using: &stream)
    draft.add(
      Event(
        time: time, kind: .profileView, actor: AccountID(account), target: AccountID(other),
        count: UInt8(min(looks, 255))))
    if stream.chance(settings.followShare) {
      follow(other, from: account, at: time, using: &stream, into: &draft)
    } else {
      let request = Event(
        time: time, kind: .request, actor: AccountID(account), target: AccountID(other))
      let mutual = platform.friends.mutualCount(account, other)
      draft.propose(answering.answer(to: request, mutual: mutual, standing: standing))
    }
  }

  private func follow(
    _ other: Int, from account: Int, at time: SimTime, using stream: inout RandomStream,
    into draft: inout DayDraft
  ) {
    let settings = habits.settings.requests
    draft.add(
      Event(time: time, kind: .follow, actor: AccountID(account), target: AccountID(other)))
    let back =
      habits.cast.isChild[other] ? settings.childFollowBackShare : settings.adultFollowBackShare
    guard stream.chance(back) else { return }
    let delay = Exponential(rate: 1 / 3_600).sample(using: &stream)
    draft.add(
      Event(
        time: time.advanced(bySeconds: 1 + delay), kind: .follow,
        actor: AccountID(other), target: AccountID(account)))
  }
}

import Graphs
import Population
import Randomness
import Vocabulary

/// Looking at posts: mostly friends', some of friends' friends, a few that the platform recommends.
///
/// A view stands for one sitting with one author's posts. What is recommended is a friend of
/// somebody anywhere, so that accounts are shown in proportion to their number of friends. Adults
/// who have nothing to do with children are hardly shown what these post.
struct Viewing: Behaviour {
  let habits: Habits
  let purpose = Purpose.views

  func act(
    _ account: Int, on day: Day, in platform: Platform, using stream: inout RandomStream,
    into draft: inout DayDraft
  ) {
    let settings = habits.settings.views
    let sittings = habits.count(
      account, on: day, childRate: settings.childPerDay, adultRate: settings.adultPerDay,
      using: &stream)
    for _ in 0..<sittings {
      guard let author = author(for: account, platform, using: &stream) else { continue }
      let time = habits.time(account, on: day, using: &stream)
      if let view = platform.view(of: author, by: account, at: time, using: &stream) {
        draft.add(view)
      }
    }
  }

  /// Whose posts an account looks at in a sitting.
  private func author(
    for account: Int, _ platform: Platform, using stream: inout RandomStream
  ) -> Int? {
    let settings = habits.settings.views
    let cast = habits.cast
    let draw = stream.uniform()
    let isRecommended = draw < settings.recommendedShare
    let isFriendsFriend =
      !isRecommended && draw < settings.recommendedShare + settings.friendOfFriendShare
    // A few tries, where what comes up is not for the account.
    for _ in 0..<3 {
      let from = isRecommended ? anybody(around: account, using: &stream) : account
      guard var author = platform.randomFriend(of: from, using: &stream) else { return nil }
      if isFriendsFriend {
        author = platform.randomFriend(of: author, using: &stream) ?? author
      }
      if cast.mixes(account, author) || stream.chance(settings.unrelatedChildrenShare) {
        return author
      }
    }
    return nil
  }

  /// Any account of the platform that an account is on.
  private func anybody(around account: Int, using stream: inout RandomStream) -> Int {
    habits.cast.others(around: account).accounts.random(using: &stream) ?? account
  }
}

extension Platform {
  /// A sitting with an author's newest posts, unless one has blocked the other.
  ///
  /// Which posts these are, and whether there is any, `DayDraft.cut` finds for all views together.
  func view(
    of author: Int, by viewer: Int, at time: SimTime, using stream: inout RandomStream
  ) -> Event? {
    let posts = 1 + stream.below(4)
    guard author != viewer, !isBlocked(viewer, author) else { return nil }
    return Event(
      time: time, kind: .view, actor: AccountID(viewer), target: AccountID(author),
      count: UInt8(posts))
  }

  /// A friend of an account, each with the same probability.
  func randomFriend(of account: Int, using stream: inout RandomStream) -> Int? {
    let degree = friends.degree(of: account)
    guard degree > 0 else { return nil }
    return friends.neighbour(of: account, at: stream.below(degree))
  }
}

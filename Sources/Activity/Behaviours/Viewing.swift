import Graphs
import Population
import Randomness
import Vocabulary

/// Looking at posts: mostly friends', some of friends' friends, a few that the platform recommends.
///
/// A view stands for one sitting with one author's posts. What is recommended is a friend of
/// somebody anywhere, so that accounts are shown in proportion to their number of friends.
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
    lookAtOwnChildren(account, on: day, in: platform, using: &stream, into: &draft)
    for _ in 0..<sittings {
      let draw = stream.uniform()
      let isRecommended = draw < settings.recommendedShare
      let from = isRecommended ? anybody(around: account, using: &stream) : account
      guard var author = platform.randomFriend(of: from, using: &stream) else { continue }
      if draw >= settings.recommendedShare,
        draw < settings.recommendedShare + settings.friendOfFriendShare
      {
        author = platform.randomFriend(of: author, using: &stream) ?? author
      }
      look(at: author, from: account, on: day, in: platform, using: &stream, into: &draft)
    }
  }
}

extension Viewing {
  /// Any account of the platform that an account is on.
  fileprivate func anybody(around account: Int, using stream: inout RandomStream) -> Int {
    habits.cast.others(around: account).accounts.random(using: &stream) ?? account
  }

  /// Teachers, coaches and online mentors follow what their children post, friends or not: a hard
  /// negative for whoever counts views.
  fileprivate func lookAtOwnChildren(
    _ account: Int, on day: Day, in platform: Platform, using stream: inout RandomStream,
    into draft: inout DayDraft
  ) {
    let settings = habits.settings.views
    let cast = habits.cast
    let rate =
      switch cast.roles[account] {
      case .tutor, .streamer, .forumModerator: settings.mentorPerDay
      case .teacher, .coach, .youthWorker, .supplyTeacher: settings.staffPerDay
      case .child, .youngAdult, .adult, .parent, .newcomer, .relative: 0.0
      }
    guard rate > 0 else { return }
    for _ in 0..<Poisson(mean: rate).sample(using: &stream) {
      guard let child = cast.childOf(account, using: &stream) else { continue }
      look(at: child, from: account, on: day, in: platform, using: &stream, into: &draft)
    }
  }
}

extension Viewing {
  /// A sitting with the posts there are of an author, unless one has blocked the other.
  fileprivate func look(
    at author: Int, from account: Int, on day: Day, in platform: Platform,
    using stream: inout RandomStream, into draft: inout DayDraft
  ) {
    let time = habits.time(account, on: day, using: &stream)
    if let view = platform.view(of: author, by: account, at: time, using: &stream) {
      draft.add(view)
    }
  }
}

extension Platform {
  /// A sitting with an author's newest posts; nothing where there is none to see.
  func view(
    of author: Int, by viewer: Int, at time: SimTime, using stream: inout RandomStream
  ) -> Event? {
    let posts = 1 + stream.below(4)
    let newest = postSerials[author]
    guard newest > 0, author != viewer, !blocked.contains(Pair(author, viewer)) else { return nil }
    return Event(
      time: time, kind: .view, actor: AccountID(viewer), target: AccountID(author),
      detail: newest, count: UInt8(min(posts, Int(newest))))
  }

  /// A friend of an account, each with the same probability.
  func randomFriend(of account: Int, using stream: inout RandomStream) -> Int? {
    let degree = friends.degree(of: account)
    guard degree > 0 else { return nil }
    return friends.neighbour(of: account, at: stream.below(degree))
  }
}

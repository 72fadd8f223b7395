import Graphs
import Randomness
import Vocabulary

/// Talking with friends and family: runs of messages, and replies.
///
/// Everybody has closer friends: of a few friends picked at random, the one whom a fixed draw for
/// the pair puts closest is written to. Adults and children who are not family are left to `Elders`,
/// and children and those whom they came to know online in the run to `Acquaintances`.
struct Messaging: Behaviour {
  let habits: Habits
  let purpose = Purpose.messages
  private let talk: Talk

  /// Friends among whom the closest is chosen: our choice; concentrates talk on about a quarter.
  private static let considered = 4

  init(habits: Habits) {
    self.habits = habits
    talk = Talk(habits: habits)
  }

  func act(
    _ account: Int, on day: Day, in platform: Platform, using stream: inout RandomStream,
    into draft: inout DayDraft
  ) {
    let settings = habits.settings.messages
    let runs = habits.count(
      account, on: day, childRate: settings.childRunsPerDay, adultRate: settings.adultRunsPerDay,
      using: &stream)
    guard runs > 0, platform.friends.degree(of: account) > 0 else { return }
    for _ in 0..<runs {
      guard let friend = closeFriend(of: account, platform, using: &stream) else { continue }
      let kind = habits.cast.talk(account, friend)
      let since = platform.befriending(of: account, with: friend)
      let isNew = since.map { habits.isNew(friendsSince: $0.accepted, on: day) } ?? false
      let time = habits.time(account, on: day, using: &stream)
      let exchange = talk.exchange(
        from: account, to: friend, at: time, kind: kind, isNew: isNew, using: &stream)
      // Those in contact talk as the campaign or the acquaintance has it, and not besides; but what
      // they would have said is drawn, so that nothing else changes.
      guard since == nil || !platform.inContact.contains(Platform.Pair(account, friend)) else {
        continue
      }
      draft.add(exchange)
    }
  }

  /// The closest of a few friends whom the account writes to at all.
  private func closeFriend(
    of account: Int, _ platform: Platform, using stream: inout RandomStream
  ) -> Int? {
    let degree = platform.friends.degree(of: account)
    var best: Int?
    var bestDistance = UInt64.max
    for _ in 0..<Self.considered {
      let other = platform.friends.neighbour(of: account, at: stream.below(degree))
      let distance = Closeness.distance(account, other)
      guard distance < bestDistance, habits.cast.talks(account, other) else { continue }
      (best, bestDistance) = (other, distance)
    }
    return best
  }
}

extension Cast {
  /// Whether two friends write to each other as friends and family do.
  fileprivate func talks(_ a: Int, _ b: Int) -> Bool {
    isChild[a] == isChild[b] || facts[a].family == facts[b].family
  }

  /// What the talk of two who write to each other as friends and family do is like.
  fileprivate func talk(_ a: Int, _ b: Int) -> Talk.Kind {
    let (one, other) = (facts[a], facts[b])
    if one.family == other.family { return .family }
    guard one.isTeen, other.isTeen else { return .friends }
    return one.place == other.place || one.meets(other) ? .teens : .acquaintances
  }
}

extension Cast.Facts {
  fileprivate var isTeen: Bool { age >= 13 && age < 20 }
}

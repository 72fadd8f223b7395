import Graphs
import Randomness
import Vocabulary

/// Talking with friends: runs of messages, and replies.
///
/// Everybody has closer friends: of a few friends picked at random, the one whom a fixed draw for
/// the pair puts closest is written to.
struct Messaging: Behaviour {
  let habits: Habits
  let purpose = Purpose.messages
  private let runLength: RunLength
  private let cues: ReportedCues
  private let cuesOfNewFriends: ReportedCues

  /// Friends among whom the closest is chosen: our choice; concentrates talk on about a quarter.
  private static let considered = 4

  init(habits: Habits) {
    self.habits = habits
    let settings = habits.settings.messages
    let classifier = CueClassifier(habits.settings.classifier)
    runLength = RunLength(settings)
    cues = classifier.reports(of: settings.benignCues)
    cuesOfNewFriends = classifier.reports(
      of: settings.benignCues, factor: settings.newFriendCueFactor)
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
      let friend = closeFriend(of: account, platform, using: &stream)
      let since = platform.befriending(of: account, with: friend)
      let isNew = isNewFriendship(since: since, on: day)
      let time = habits.time(account, on: day, using: &stream)
      let first = message(from: account, to: friend, at: time, isNew: isNew, using: &stream)
      // A groomer and a child in contact talk as the campaign has it, and not besides; but what
      // they would have said is drawn, so that nothing else changes.
      let isCampaign = since != nil && platform.inContact.contains(Platform.Pair(account, friend))
      if !isCampaign { draft.add(first) }
      guard stream.chance(settings.replyShare) else { continue }
      let delay = Exponential(rate: 1 / settings.replyMinutes).sample(using: &stream) * 60
      let later = time.advanced(bySeconds: 1 + delay)
      let reply = message(from: friend, to: account, at: later, isNew: isNew, using: &stream)
      if !isCampaign { draft.add(reply) }
    }
  }

  private func message(
    from sender: Int, to recipient: Int, at time: SimTime, isNew: Bool,
    using stream: inout RandomStream
  ) -> Event {
    let reported = (isNew ? cuesOfNewFriends : cues).sample(using: &stream)
    return Event(
      time: time, kind: .message, actor: AccountID(sender), target: AccountID(recipient),
      detail: reported.rawValue, count: runLength.sample(using: &stream))
  }

  private func closeFriend(
    of account: Int, _ platform: Platform, using stream: inout RandomStream
  ) -> Int {
    let degree = platform.friends.degree(of: account)
    var best = platform.friends.neighbour(of: account, at: stream.below(degree))
    var bestDistance = Self.distance(account, best)
    for _ in 1..<Self.considered {
      let other = platform.friends.neighbour(of: account, at: stream.below(degree))
      let distance = Self.distance(account, other)
      if distance < bestDistance { (best, bestDistance) = (other, distance) }
    }
    return best
  }

  /// How close a pair is; a fixed hash of the two (the finaliser of splitmix64, Steele, Lea and
  /// Flood 2014, doi 10.1145/2660193.2660195), the same for both.
  private static func distance(_ a: Int, _ b: Int) -> UInt64 {
    var hash = UInt64(min(a, b)) << 32 | UInt64(max(a, b))
    hash = (hash ^ hash >> 30) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ hash >> 27) &* 0x94D0_49BB_1331_11EB
    return hash ^ hash >> 31
  }

  private func isNewFriendship(since: Platform.Befriending?, on day: Day) -> Bool {
    guard let since else { return false }
    return habits.isNew(friendsSince: since.accepted, on: day)
  }
}

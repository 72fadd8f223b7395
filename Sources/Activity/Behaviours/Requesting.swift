import Graphs
import Population
import Randomness
import Vocabulary

/// Asking people to be friends, and following them.
///
/// Most requests close a triangle. The rest go to schoolmates and neighbours, and to strangers. The
/// hard negatives ask as their circumstances have it: a newcomer everybody around, an online mentor
/// children anywhere, a teacher or a coach those taught or coached.
struct Requesting: Behaviour {
  let habits: Habits
  let answering: Answering
  let purpose = Purpose.requests

  func act(
    _ account: Int, on day: Day, in platform: Platform, using stream: inout RandomStream,
    into draft: inout DayDraft
  ) {
    let settings = habits.settings.requests
    let ordinary = habits.count(
      account, on: day, childRate: settings.childPerDay, adultRate: settings.adultPerDay,
      using: &stream)
    for _ in 0..<ordinary {
      if let other = acquaintance(of: account, platform, using: &stream) {
        approach(other, from: account, on: day, platform, using: &stream, into: &draft)
      }
    }
    for _ in 0..<Poisson(mean: ownRate(account)).sample(using: &stream) {
      if let other = byCircumstance(account, using: &stream) {
        approach(other, from: account, on: day, platform, using: &stream, into: &draft)
      }
    }
  }

  /// Requests a day that come of the account's circumstances.
  private func ownRate(_ account: Int) -> Double {
    let settings = habits.settings.requests
    return switch habits.cast.roles[account] {
    case .child: settings.childStrangersPerDay * Double(habits.cast.activity[account])
    case .teacher, .coach, .youthWorker, .supplyTeacher: settings.staffPerDay
    case .tutor, .streamer, .forumModerator: settings.mentorPerDay
    case .newcomer: settings.newcomerPerDay
    case .youngAdult: settings.youngAdultToMinorsPerDay
    case .adult, .parent, .relative: 0
    }
  }

  /// Somebody whom the account's circumstances lead to.
  private func byCircumstance(_ account: Int, using stream: inout RandomStream) -> Int? {
    let cast = habits.cast
    let others = cast.others(around: account)
    let place = Int(cast.places[account])
    switch cast.roles[account] {
    case .newcomer:
      return stream.chance(habits.settings.requests.newcomerToChildrenShare)
        ? others.childrenOfPlace[place].random(using: &stream)
        : others.adultsOfPlace[place].random(using: &stream)
    case .youngAdult, .adult, .parent:
      return others.childrenOfPlace[place].random(using: &stream)
    default:
      return cast.childOf(account, using: &stream)
    }
  }

  /// A friend's friend, or else somebody from school or nearby.
  private func acquaintance(
    of account: Int, _ platform: Platform, using stream: inout RandomStream
  ) -> Int? {
    let settings = habits.settings.requests
    let cast = habits.cast
    if stream.chance(settings.closureShare) {
      // A few tries: many friends' friends are friends already.
      for _ in 0..<4 {
        guard let friend = platform.randomFriend(of: account, using: &stream),
          let other = platform.randomFriend(of: friend, using: &stream)
        else { return nil }
        let crosses = cast.isChild[account] != cast.isChild[other]
        if crosses, !stream.chance(settings.crossGenerationShare) { continue }
        if platform.mayRequest(account, other) { return other }
      }
      return nil
    }
    let others = cast.others(around: account)
    let place = Int(cast.places[account])
    guard cast.isChild[account] else {
      return others.adultsOfPlace[place].random(using: &stream)
    }
    let school = cast.foci[account].school
    return school < 0
      ? others.childrenOfPlace[place].random(using: &stream)
      : others.childrenOfFocus[Int(school)].random(using: &stream)
  }

  /// Looks at a profile, and asks or follows.
  private func approach(
    _ other: Int, from account: Int, on day: Day, _ platform: Platform,
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
      follow(other, from: account, at: time, on: day, using: &stream, into: &draft)
    } else {
      let request = Event(
        time: time, kind: .request, actor: AccountID(account), target: AccountID(other))
      let mutual = platform.friends.mutualCount(account, other)
      draft.propose(answering.answer(to: request, mutual: mutual))
    }
  }

  private func follow(
    _ other: Int, from account: Int, at time: SimTime, on day: Day,
    using stream: inout RandomStream, into draft: inout DayDraft
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

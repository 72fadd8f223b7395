import Graphs
import Randomness
import Vocabulary

/// What leads up to a request: whom else to befriend first, and what is looked at.
struct Approach: Sendable {
  let habits: Habits
  let answering: Answering
  let seed: UInt64

  /// How far the time that befriending others takes varies: our choice.
  private static let preparationSigma = 0.5

  /// The requests that lead up to asking a child, that one last.
  ///
  /// Where the scenario has groomers collect mutual friends first, they are friends of the child:
  /// adults before children, and of two of a kind the one with more friends, as such people accept
  /// most easily.
  func steps(
    from account: Int, to child: Int, conduct: CampaignSettings, on day: Day,
    in platform: Platform, using stream: inout RandomStream
  ) -> [Groomer.Step] {
    let wanted = Poisson(mean: conduct.friendsFirst).sample(using: &stream)
    let mutual = wanted > 0 ? platform.friends.mutualCount(account, child) : 0
    var go: [Groomer.Step] = []
    guard wanted > mutual else {
      return [Groomer.Step(account: account, target: child, day: day.number, isTarget: true)]
    }
    let days = LogNormal(median: conduct.friendsFirstDays, sigma: Self.preparationSigma)
      .sample(using: &stream).rounded(.up)
    for _ in 0..<wanted - mutual {
      guard
        let friend = goBetween(account, child, platform, using: &stream),
        !go.contains(where: { $0.target == friend })
      else { continue }
      let wait = Int(stream.uniform() * days)
      go.append(
        Groomer.Step(account: account, target: friend, day: day.number + wait, isTarget: false))
    }
    go.append(
      Groomer.Step(
        account: account, target: child, day: day.number + Int(min(days, 3_650)), isTarget: true))
    return go
  }

  /// A friend of the child whom the groomer may ask.
  private func goBetween(
    _ account: Int, _ child: Int, _ platform: Platform, using stream: inout RandomStream
  ) -> Int? {
    let candidates = (0..<4).compactMap { _ in platform.randomFriend(of: child, using: &stream) }
      .filter { platform.mayRequest(account, $0) }
    return candidates.max { one, other in
      let isChild = (habits.cast.isChild[one], habits.cast.isChild[other])
      if isChild.0 != isChild.1 { return isChild.0 }
      return platform.friends.degree(of: one) < platform.friends.degree(of: other)
    }
  }

  /// Carries out a step: looks, a follow perhaps, and the request with its answer.
  ///
  /// - Returns: when the request was sent.
  func act(
    _ step: Groomer.Step, conduct: CampaignSettings, on day: Day, in platform: Platform,
    into draft: inout DayDraft
  ) -> SimTime {
    var stream = RandomStream(
      seed: seed, purpose: .approachSteps,
      entity: UInt64(step.account) << 32 | UInt64(step.target), counter: UInt32(day.number))
    let time = habits.time(step.account, on: day, using: &stream)
    let (actor, target) = (AccountID(step.account), AccountID(step.target))
    let views = habits.settings.requests.profileViewsPerRequest - 1
    let looks = 1 + Poisson(mean: views).sample(using: &stream)
    draft.add(
      Event(
        time: time, kind: .profileView, actor: actor, target: target,
        count: UInt8(min(looks, 255))))
    if step.isTarget {
      for _ in 0..<Poisson(mean: conduct.postViewsPerApproach).sample(using: &stream) {
        let second = Int32(stream.uniform() * Double(time.secondOfDay))
        let moment = SimTime(day: time.day, second: second)
        if let view = platform.view(
          of: step.target, by: step.account, at: moment, using: &stream)
        {
          draft.add(view)
        }
      }
      if stream.chance(conduct.followShare) {
        draft.add(Event(time: time, kind: .follow, actor: actor, target: target))
      }
    }
    let request = Event(time: time, kind: .request, actor: actor, target: target)
    let mutual = platform.friends.mutualCount(step.account, step.target)
    draft.propose(answering.answer(to: request, mutual: mutual))
    return time
  }
}

import Graphs
import Population
import Randomness
import Settings
import Vocabulary

/// What adults have to do with children, harmlessly: parents and relatives with their own, others
/// with friends' and neighbours' children, the hard negatives with those their role leads to.
///
/// They look at posts, talk, and ask. Each adult has a level of one's own; most have none.
struct Elders: Behaviour {
  let habits: Habits
  let approaching: Approaching
  let purpose = Purpose.elders
  private let talk: Talk

  init(habits: Habits, approaching: Approaching) {
    self.habits = habits
    self.approaching = approaching
    talk = Talk(habits: habits)
  }

  func act(
    _ account: Int, on day: Day, in platform: Platform, using stream: inout RandomStream,
    into draft: inout DayDraft
  ) {
    let level = Double(habits.cast.elderLevels[account])
    guard level > 0 else { return }
    let settings = habits.settings.elders
    let kind = Int(habits.cast.elderKinds[account])
    let views = settings.viewsPerDay.values[kind]
    let runs = settings.runsPerDay.values[kind]
    let total = views + runs + settings.requestsPerDay.values[kind]
    var strands = (runs: 0, views: 0, requests: 0)
    for _ in 0..<Poisson(mean: level * total).sample(using: &stream) {
      let draw = stream.uniform() * total
      if draw < runs {
        strands.runs += 1
      } else if draw < runs + views {
        strands.views += 1
      } else {
        strands.requests += 1
      }
    }
    // Talk comes first and requests last, so that what hangs on fewer people hangs on no others.
    for _ in 0..<strands.runs {
      converse(account, on: day, in: platform, using: &stream, into: &draft)
    }
    for _ in 0..<strands.views {
      look(account, on: day, in: platform, using: &stream, into: &draft)
    }
    for _ in 0..<strands.requests {
      guard let child = unknownOrAround(account, platform, using: &stream) else { continue }
      approaching.approach(
        child.account, from: account, as: child.standing, on: day, platform, using: &stream,
        into: &draft)
    }
  }
}

extension Elders {
  /// A sitting with the posts of a child who is a friend, or whom the occupation leads to.
  private func look(
    _ account: Int, on day: Day, in platform: Platform, using stream: inout RandomStream,
    into draft: inout DayDraft
  ) {
    let goesFurther =
      habits.cast.hasOccupation(account)
      && stream.chance(habits.settings.elders.otherChildrenShare)
    let child =
      goesFurther
      ? habits.cast.childOf(account, using: &stream)
      : regular(of: account, platform, using: &stream)
        ?? unknown(to: account, using: &stream)
    guard let child else { return }
    let time = habits.time(account, on: day, using: &stream)
    if let view = platform.view(of: child, by: account, at: time, using: &stream) {
      draft.add(view)
    }
  }

  /// Talk with a child who is a friend.
  private func converse(
    _ account: Int, on day: Day, in platform: Platform, using stream: inout RandomStream,
    into draft: inout DayDraft
  ) {
    guard let child = regular(of: account, platform, using: &stream),
      !platform.inContact.contains(Platform.Pair(account, child))
    else { return }
    let cast = habits.cast
    let childStarts = stream.chance(habits.settings.elders.childStartsShare)
    let (first, second) = childStarts ? (child, account) : (account, child)
    let kind: Talk.Kind =
      if cast.facts[account].family == cast.facts[child].family {
        .family
      } else if cast.roles[account] == .youngAdult { .teens } else { .elders }
    let time = habits.time(first, on: day, using: &stream)
    draft.add(
      talk.exchange(
        from: first, to: second, at: time, kind: kind, isNew: false, using: &stream))
  }

  /// One of the few children among an account's friends with whom it has to do: those of the family
  /// and those whom a fixed draw for the pair puts closest.
  ///
  /// - Complexity: linear in the account's friends.
  private func regular(
    of account: Int, _ platform: Platform, using stream: inout RandomStream
  ) -> Int? {
    let cast = habits.cast
    let family = cast.facts[account].family
    var kin: [Int] = []
    var others: [Int] = []
    for friend in platform.friends.neighbours(of: account).lazy.map(Int.init)
    where cast.isChild[friend] {
      if cast.facts[friend].family == family { kin.append(friend) } else { others.append(friend) }
    }
    // Parents and relatives are with their own; everybody else with all alike.
    let role = cast.roles[account]
    let staysWithKin = (role == .parent || role == .relative) && !kin.isEmpty
    let regulars = staysWithKin ? 0 : min(others.count, habits.settings.elders.regulars)
    guard kin.count + regulars > 0 else { return nil }
    let pick = stream.below(kin.count + regulars)
    return pick < kin.count
      ? kin[pick] : Closeness.nearest(others, to: account, skipping: pick - kin.count)
  }

  /// A child to ask: whom the occupation leads to, or a friend's child, or one nearby.
  private func unknownOrAround(
    _ account: Int, _ platform: Platform, using stream: inout RandomStream
  ) -> (account: Int, standing: Standing)? {
    let cast = habits.cast
    if cast.hasOccupation(account) {
      return cast.childOf(account, using: &stream).map { ($0, .asTheWorldHasIt) }
    }
    if cast.elderKind(account) == .seemingMinor {
      return cast.others(around: account).children.random(using: &stream)
        .map { ($0, .asTheWorldHasIt) }
    }
    // A few tries: most friends' friends are adults.
    for _ in 0..<8 {
      guard let friend = platform.randomFriend(of: account, using: &stream),
        let other = platform.randomFriend(of: friend, using: &stream)
      else { break }
      guard cast.isChild[other], platform.mayRequest(account, other) else { continue }
      return (other, approaching.standing(nearby: &stream))
    }
    return unknown(to: account, using: &stream).map { ($0, .asTheWorldHasIt) }
  }

  /// A child who lives in the same place, where it is one of the few times that an adult without an
  /// occupation turns to one who is nobody's friend.
  private func unknown(to account: Int, using stream: inout RandomStream) -> Int? {
    stream.chance(habits.settings.elders.unknownShare)
      ? habits.cast.childNearby(account, using: &stream) : nil
  }
}

extension Cast {
  /// Whether an adult's role leads to children of other families.
  fileprivate func hasOccupation(_ account: Int) -> Bool {
    switch roles[account].reach {
    case .nobody, .kin: false
    case .school, .club, .around, .anywhere: true
    }
  }
}

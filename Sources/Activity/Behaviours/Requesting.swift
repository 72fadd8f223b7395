import Graphs
import Population
import Randomness
import Vocabulary

/// Asking people around to be friends, and strangers.
///
/// Most requests close a triangle. The rest go to schoolmates, more of them when new classes begin,
/// to neighbours, and to strangers of a similar age. What adults ask of children is in `Elders`.
struct Requesting: Behaviour {
  let habits: Habits
  let approaching: Approaching
  let purpose = Purpose.requests

  func act(
    _ account: Int, on day: Day, in platform: Platform, using stream: inout RandomStream,
    into draft: inout DayDraft
  ) {
    let rates = rates(of: account, on: day)
    for _ in 0..<Poisson(mean: rates.total).sample(using: &stream) {
      let draw = stream.uniform() * rates.total
      let other: (account: Int, standing: Standing)?
      if draw < rates.closing {
        other = friendsFriend(of: account, platform, using: &stream)
      } else if draw < rates.closing + rates.schoolmates {
        other = schoolmate(of: account, using: &stream).map { ($0, .asTheWorldHasIt) }
      } else if draw < rates.total - rates.strangers {
        other = neighbour(of: account, using: &stream)
      } else {
        other = stranger(to: account, using: &stream).map { ($0, .asTheWorldHasIt) }
      }
      guard let other else { continue }
      approaching.approach(
        other.account, from: account, as: other.standing, on: day, platform, using: &stream,
        into: &draft)
    }
  }
}

extension Requesting {
  /// Requests a day of an account, by whom they go to.
  private struct Rates {
    var closing: Double
    var schoolmates: Double
    var neighbours: Double
    var strangers: Double

    var total: Double { closing + schoolmates + neighbours + strangers }
  }

  private func rates(of account: Int, on day: Day) -> Rates {
    let settings = habits.settings.requests
    let cast = habits.cast
    let activity = Double(cast.activity[account])
    guard cast.isChild[account] else {
      let around = settings.adultPerDay * activity
      let arrival = cast.roles[account] == .newcomer ? settings.newcomerPerDay : 0
      return Rates(
        closing: around * settings.closureShare, schoolmates: 0,
        neighbours: around * (1 - settings.closureShare) + arrival,
        strangers: settings.adultStrangersPerDay * activity)
    }
    let around = settings.childPerDay * activity * habits.dayFactor(day, isChild: true)
    let outside = around * (1 - settings.closureShare)
    let burst = day.hasNewClasses ? settings.newClassesFactor : 1
    return Rates(
      closing: around * settings.closureShare,
      schoolmates: outside * (1 - settings.neighbourShare) * burst,
      neighbours: outside * settings.neighbourShare,
      strangers: settings.childStrangersPerDay * Double(cast.openness[account]))
  }

  /// A friend's friend of the same generation, or now and then of another.
  private func friendsFriend(
    of account: Int, _ platform: Platform, using stream: inout RandomStream
  ) -> (account: Int, standing: Standing)? {
    let cast = habits.cast
    // A few tries: many friends' friends are friends already.
    for _ in 0..<4 {
      guard let friend = platform.randomFriend(of: account, using: &stream),
        let other = platform.randomFriend(of: friend, using: &stream)
      else { return nil }
      if cast.isChild[account] != cast.isChild[other] {
        guard cast.mixes(account, other),
          stream.chance(habits.settings.requests.crossGenerationShare)
        else { continue }
      }
      guard platform.mayRequest(account, other) else { continue }
      return (other, approaching.standing(nearby: &stream))
    }
    return nil
  }

  /// Somebody of the same school, and most likely of about the same age.
  private func schoolmate(of account: Int, using stream: inout RandomStream) -> Int? {
    let school = habits.cast.facts[account].school
    guard school >= 0 else { return neighbour(of: account, using: &stream)?.account }
    let pupils = habits.cast.others(around: account).childrenOfFocus[Int(school)]
    return peer(of: account, among: pupils, gap: 1, using: &stream)
  }

  /// Somebody of the same generation who lives in the same place; a newcomer asks children too.
  private func neighbour(
    of account: Int, using stream: inout RandomStream
  ) -> (account: Int, standing: Standing)? {
    let cast = habits.cast
    let others = cast.others(around: account)
    let place = Int(cast.facts[account].place)
    if cast.isChild[account] {
      return peer(of: account, among: others.childrenOfPlace[place], gap: 2, using: &stream)
        .map { ($0, .asTheWorldHasIt) }
    }
    let asksChild =
      cast.roles[account] == .newcomer
      && stream.chance(habits.settings.requests.newcomerToChildrenShare)
    guard !asksChild else {
      return others.childrenOfPlace[place].random(using: &stream).map { ($0, .asTheWorldHasIt) }
    }
    guard let other = others.adultsOfPlace[place].random(using: &stream) else { return nil }
    return (other, approaching.standing(nearby: &stream))
  }

  /// Somebody anywhere: of about a child's age, or now and then a young adult; any adult for one.
  private func stranger(to account: Int, using stream: inout RandomStream) -> Int? {
    let cast = habits.cast
    let others = cast.others(around: account)
    let asksAdult =
      !cast.isChild[account] || stream.chance(habits.settings.requests.strangersAdultShare)
    guard asksAdult else {
      return peer(of: account, among: others.children, gap: 2, using: &stream)
    }
    // A few tries: how many of a platform's accounts are adults' is not listed.
    let oldest: UInt8 = cast.isChild[account] ? Self.youngAdultYears : .max
    for _ in 0..<16 {
      guard let other = others.accounts.random(using: &stream) else { return nil }
      if !cast.isChild[other], cast.facts[other].age <= oldest { return other }
    }
    return nil
  }

  /// How old the adults are at most whom children ask: our choice.
  private static let youngAdultYears: UInt8 = 30

  /// Somebody of about the same age, if a few tries find one; otherwise anybody.
  private func peer(
    of account: Int, among candidates: [UInt32], gap: Int, using stream: inout RandomStream
  ) -> Int? {
    let age = Int(habits.cast.facts[account].age)
    var other = candidates.random(using: &stream)
    for _ in 0..<8 {
      guard let found = other, abs(Int(habits.cast.facts[found].age) - age) > gap else { break }
      other = candidates.random(using: &stream)
    }
    return other
  }
}

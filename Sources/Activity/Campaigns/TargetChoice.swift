import Graphs
import Population
import Randomness

/// Whom a groomer approaches: a child by sex, age and place, a friend of one already reached or of
/// a friend, or one whom the groomer teaches, coaches or works with.
struct TargetChoice: Sendable {
  private let cast: Cast
  /// Where accounts say they are: what is near to a groomer is near to that.
  private let declaredPlaces: [Int32]
  private let girlShare: Double
  /// Children by platform, sex and age band, then by place; the last list of each is everywhere.
  private let lists: [[[UInt32]]]
  private let band: Categorical

  /// Bands of age, as `CampaignSettings.ageShares` has them.
  private static let bands: [ClosedRange<UInt8>] = [8...11, 12...15, 16...17]

  /// Tries at a friend, or a friend's friend, who is a child of the wanted sex.
  private static let tries = 24

  init(settings: CampaignSettings, cast: Cast, declaredPlaces: [Int32]) {
    self.cast = cast
    self.declaredPlaces = declaredPlaces
    girlShare = settings.girlShare
    band = Categorical(weights: settings.ageShares)
    let places = cast.publics.first?.childrenOfPlace.count ?? 0
    var lists = [[[UInt32]]](
      repeating: [[UInt32]](repeating: [], count: places + 1),
      count: cast.publics.count * Self.bands.count * Sex.allCases.count)
    for account in cast.isChild.indices where cast.isChild[account] {
      guard let band = Self.bands.firstIndex(where: { $0.contains(cast.facts[account].age) }) else {
        continue
      }
      let group = Self.group(cast.platforms[account], cast.sexes[account], band)
      lists[group][Int(cast.facts[account].place)].append(UInt32(account))
      lists[group][places].append(UInt32(account))
    }
    self.lists = lists
  }

  /// Picks a child for a groomer to approach.
  ///
  /// - Parameters:
  ///   - account: from which account.
  ///   - conduct: what the scenario says of groomers like this one.
  ///   - reached: children who accepted this groomer before.
  ///   - platform: the state as the day began.
  ///   - stream: where the draws come from.
  /// - Returns: nobody if no child fits or the two cannot be asked.
  func pick(
    for account: Int, conduct: CampaignSettings, reached: [UInt32], in platform: Platform,
    using stream: inout RandomStream
  ) -> Int? {
    let child =
      ownCharge(of: account, conduct, using: &stream)
      ?? friend(ofAny: reached, of: account, conduct, platform, using: &stream)
      ?? friendOfFriend(of: account, conduct, platform, using: &stream)
      ?? stranger(to: account, conduct, using: &stream)
    guard let child, platform.mayRequest(account, child) else { return nil }
    return child
  }

  private func ownCharge(
    of account: Int, _ conduct: CampaignSettings, using stream: inout RandomStream
  ) -> Int? {
    switch cast.roles[account].reach {
    case .nobody, .kin, .anywhere: return nil
    case .school, .club, .around:
      guard stream.chance(conduct.ownChargesShare) else { return nil }
      let wanted = wantedSex(using: &stream)
      for _ in 0..<Self.tries {
        guard let child = cast.childOf(account, using: &stream) else { return nil }
        if cast.sexes[child] == wanted { return child }
      }
      return nil
    }
  }

  private func friend(
    ofAny reached: [UInt32], of account: Int, _ conduct: CampaignSettings, _ platform: Platform,
    using stream: inout RandomStream
  ) -> Int? {
    guard stream.chance(conduct.throughFriendsShare), let known = reached.random(using: &stream)
    else { return nil }
    let wanted = wantedSex(using: &stream)
    for _ in 0..<Self.tries {
      guard let friend = platform.randomFriend(of: known, using: &stream) else { return nil }
      if cast.sexes[friend] == wanted, isCandidate(friend, for: account, platform) { return friend }
    }
    return nil
  }

  private func friendOfFriend(
    of account: Int, _ conduct: CampaignSettings, _ platform: Platform,
    using stream: inout RandomStream
  ) -> Int? {
    guard stream.chance(conduct.friendsOfFriendsShare) else { return nil }
    let wanted = wantedSex(using: &stream)
    for _ in 0..<Self.tries {
      guard let friend = platform.randomFriend(of: account, using: &stream),
        let other = platform.randomFriend(of: friend, using: &stream)
      else { return nil }
      if cast.sexes[other] == wanted, isCandidate(other, for: account, platform) { return other }
    }
    return nil
  }

  /// Whether an account is a child's whom it makes sense to ask.
  private func isCandidate(_ other: Int, for account: Int, _ platform: Platform) -> Bool {
    cast.isChild[other] && cast.facts[other].age >= Self.bands[0].lowerBound
      && platform.mayRequest(account, other)
  }

  private func stranger(
    to account: Int, _ conduct: CampaignSettings, using stream: inout RandomStream
  ) -> Int? {
    let sex = wantedSex(using: &stream)
    let group = lists[Self.group(cast.platforms[account], sex, band.sample(using: &stream))]
    let declared = declaredPlaces[account]
    let near = group[Int(declared < 0 ? cast.facts[account].place : declared)]
    let everywhere = group[group.count - 1]
    let pool = stream.chance(conduct.nearbyShare) && !near.isEmpty ? near : everywhere
    return pool.random(using: &stream)
  }

  private func wantedSex(using stream: inout RandomStream) -> Sex {
    stream.chance(girlShare) ? .female : .male
  }

  private static func group(_ platform: UInt8, _ sex: Sex, _ band: Int) -> Int {
    (Int(platform) * Sex.allCases.count + Int(sex.rawValue)) * bands.count + band
  }
}

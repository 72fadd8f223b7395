import Population
import Randomness

/// Whom a groomer approaches: a child by sex, age and place, or a friend of one already reached.
struct TargetChoice: Sendable {
  private let settings: CampaignSettings
  private let cast: Cast
  /// Children by platform, sex and age band, then by place; the last list of each is everywhere.
  private let lists: [[[UInt32]]]
  private let band: Categorical

  /// Bands of age, as `CampaignSettings.ageShares` has them.
  private static let bands: [ClosedRange<UInt8>] = [8...11, 12...15, 16...17]

  init(settings: CampaignSettings, cast: Cast) {
    self.settings = settings
    self.cast = cast
    band = Categorical(weights: settings.ageShares)
    let places = cast.publics.first?.childrenOfPlace.count ?? 0
    var lists = [[[UInt32]]](
      repeating: [[UInt32]](repeating: [], count: places + 1),
      count: cast.publics.count * Self.bands.count * Sex.allCases.count)
    for account in cast.isChild.indices where cast.isChild[account] {
      guard let band = Self.bands.firstIndex(where: { $0.contains(cast.ages[account]) }) else {
        continue
      }
      let group = Self.group(cast.platforms[account], cast.sexes[account], band)
      lists[group][Int(cast.places[account])].append(UInt32(account))
      lists[group][places].append(UInt32(account))
    }
    self.lists = lists
  }

  /// Picks a child for a groomer to approach.
  ///
  /// - Parameters:
  ///   - groomer: who approaches.
  ///   - reached: children who accepted this groomer before.
  ///   - platform: the state as the day began.
  ///   - stream: where the draws come from.
  /// - Returns: nobody if no child fits or the two cannot be asked.
  func pick(
    for groomer: Int, reached: [UInt32], in platform: Platform, using stream: inout RandomStream
  ) -> Int? {
    if stream.chance(settings.throughFriendsShare),
      let known = reached.random(using: &stream),
      let friend = platform.randomFriend(of: known, using: &stream),
      cast.isChild[friend], platform.mayRequest(groomer, friend)
    {
      return friend
    }
    let sex: Sex = stream.chance(settings.girlShare) ? .female : .male
    let group = lists[
      Self.group(cast.platforms[groomer], sex, band.sample(using: &stream))]
    let near = group[Int(cast.places[groomer])]
    let everywhere = group[group.count - 1]
    let pool = stream.chance(settings.nearbyShare) && !near.isEmpty ? near : everywhere
    guard let child = pool.random(using: &stream), platform.mayRequest(groomer, child) else {
      return nil
    }
    return child
  }

  private static func group(_ platform: UInt8, _ sex: Sex, _ band: Int) -> Int {
    (Int(platform) * Sex.allCases.count + Int(sex.rawValue)) * bands.count + band
  }
}

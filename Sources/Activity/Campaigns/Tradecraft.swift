import Population

/// How well campaigns hide from whoever counts and compares.
///
/// `low` makes every published warning sign plain, `medium` leaves a scenario's values as they are,
/// `high` stays near what innocent adults do. The table below is all there is to it: our choice
/// throughout, to be swept with `campaigns.tradecraft` as a whole; what each setting comes to is
/// measured by `tocsin hardness`.
public enum Tradecraft: String, CaseIterable, Sendable {
  /// Many unconnected targets far away, fast, with plain cues.
  case low
  /// As the scenario's values are.
  case medium
  /// Few targets among friends of friends nearby, slowly, with cues near ordinary rates.
  case high

  /// What the setting multiplies, like a profile: factors, and for shares factors on their odds.
  var factors: ProfileSettings {
    var factors = ProfileSettings()
    switch self {
    case .low:
      factors.reach = 2
      factors.nearby = 0.2
      factors.friendsOfFriends = 0
      factors.friendsFirst = 0
      factors.postViews = 2
      factors.slow = 0.4
      factors.cues = 1.5
    case .medium:
      break
    case .high:
      factors.reach = 0.04
      factors.nearby = 8
      factors.follows = 0.5
      factors.postViews = 0.2
      factors.sustained = 4
      factors.slow = 3
      factors.moves = 3
      factors.moveDays = 0.7
      factors.runs = 0.4
      factors.cues = 0.3
      factors.minorClaims = 0
      factors.deception = 0.2
    }
    return factors
  }

  /// What the setting replaces: how little is done at most, and with how much care at least.
  func bound(_ settings: inout CampaignSettings) {
    guard self == .high else { return }
    settings.reachMedian = min(settings.reachMedian, 0.36)
    settings.reachSigma = min(settings.reachSigma, 0.6)
    settings.friendsOfFriendsShare = max(settings.friendsOfFriendsShare, 0.75)
    settings.friendsFirst = max(settings.friendsFirst, 2)
    settings.speakShare = max(settings.speakShare, 0.75)
  }
}

extension CampaignSettings {
  /// The settings as they are for groomers of a profile: of all, times the profile's factors, times
  /// those of its tradecraft.
  func conduct(of profile: ProfileSettings) -> CampaignSettings {
    let tradecraft = profile.tradecraft.resolved(tradecraft)
    var conduct = self
    conduct.multiply(by: profile)
    conduct.multiply(by: tradecraft.factors)
    tradecraft.bound(&conduct)
    return conduct
  }

  private mutating func multiply(by factors: ProfileSettings) {
    reachMedian *= factors.reach
    nearbyShare.multiplyOdds(by: factors.nearby)
    friendsOfFriendsShare.multiplyOdds(by: factors.friendsOfFriends)
    throughFriendsShare.multiplyOdds(by: factors.friendsOfFriends)
    friendsFirst *= factors.friendsFirst
    followShare.multiplyOdds(by: factors.follows)
    postViewsPerApproach *= factors.postViews
    sustainedShare.multiplyOdds(by: factors.sustained)
    contactDrivenShare.multiplyOdds(by: factors.contactDriven)
    pace.slowShare.multiplyOdds(by: factors.slow)
    pace.fastMedianDays *= factors.paceDays
    pace.slowMedianDays *= factors.paceDays
    moveAskedShare.multiplyOdds(by: factors.moves)
    moveMedianDays *= factors.moveDays
    runsPerDay *= factors.runs
    cueScale *= factors.cues
    recontactShare.multiplyOdds(by: factors.recontacts)
  }
}

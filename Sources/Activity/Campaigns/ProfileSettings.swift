public import Settings

/// A way in which campaigns go: a name, how many groomers go it, and what it changes.
///
/// Everything that a campaign does is a value of `CampaignSettings`. A profile multiplies those
/// values, so that a line of a scenario changes one thing for all profiles and each keeps its
/// character. What is a share is changed by its odds, p/(1 - p), so that it stays a share: a
/// campaign value of 0 or 1 holds in every profile. All factors are our choice: no source gives
/// figures by style.
public struct ProfileSettings: SettingsSection {
  /// Its name.
  public var name = ""
  /// How many groomers go this way, compared with the other profiles.
  public var share = 1.0
  /// How well it hides, if not as the campaigns do.
  public var tradecraft = ProfileTradecraft.asCampaigns
  /// Children approached.
  public var reach = 1.0
  /// Approaches to children in the groomer's own place: odds.
  public var nearby = 1.0
  /// Approaches to friends of friends: odds.
  public var friendsOfFriends = 1.0
  /// Friends of the child befriended before it is asked.
  public var friendsFirst = 1.0
  /// Approaches in which the groomer follows the child as well: odds.
  public var follows = 1.0
  /// Looks at a child's posts.
  public var postViews = 1.0
  /// Answered approaches that are sustained: odds.
  public var sustained = 1.0
  /// Groomers who would seek a meeting: odds.
  public var contactDriven = 1.0
  /// Contacts of the slow kind: odds.
  public var slow = 1.0
  /// Days to a meeting, of either kind.
  public var paceDays = 1.0
  /// Sustained contacts in which a move is asked for: odds.
  public var moves = 1.0
  /// Days to the move.
  public var moveDays = 1.0
  /// Conversations a day.
  public var runs = 1.0
  /// Cues.
  public var cues = 1.0
  /// Claims to be a minor: odds.
  public var minorClaims = 1.0
  /// Deception about age in any way: odds.
  public var deception = 1.0
  /// Accounts that a groomer holds on a platform.
  public var accounts = 1.0
  /// Blocks after which another account asks: odds.
  public var recontacts = 1.0

  /// Makes a profile that changes nothing and has no name yet.
  public init() {}

  /// The published styles, of which no proportions are published.
  ///
  /// Webster and others 2012, European Online Grooming Project, 33 interviews: intimacy-seeking, who
  /// show themselves and take long; adaptable, who do as the child seems to want; and a third kind,
  /// quick and plain, here `direct`. What they multiply is our choice after those words.
  public static let published: [Self] = [
    Self("intimacy-seeking", share: 0.4) {
      $0.reach = 0.5
      $0.slow = 5
      $0.runs = 1.3
      $0.cues = 0.7
      $0.sustained = 1.5
      $0.moves = 0.7
      $0.moveDays = 3
      $0.minorClaims = 0.2
      $0.deception = 0.3
    },
    Self("adaptable", share: 0.4) { $0.slow = 1.5 },
    Self("direct", share: 0.2) {
      $0.reach = 2
      $0.nearby = 0.7
      $0.slow = 0.35
      $0.postViews = 1.5
      $0.cues = 1.5
      $0.sustained = 0.7
      $0.moves = 1.5
      $0.moveDays = 0.3
      $0.minorClaims = 1.5
      $0.deception = 2
    },
  ]

  private init(_ name: String, share: Double, changing change: (inout Self) -> Void) {
    self.init()
    self.name = name
    self.share = share
    change(&self)
  }

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .text(
      "name", \.name, rule: .kebabCase, source: .assumption("each profile has its own"),
      about: "The profile's name, for tables."
    ).required,
    .number(
      "share", \.share, unit: "weight", in: 0.0...1_000.0,
      source: .sweep("no proportions of styles published", over: 0...1),
      about: "How many groomers have this profile, compared with the others."),
    .choice(
      "tradecraft", \.tradecraft,
      source: .assumption("our choice: one setting for all unless a profile differs"),
      about: "How well it hides: as all campaigns do, or low, medium or high."),
    factor("reach-factor", \.reach, "Children approached"),
    odds("nearby-odds", \.nearby, "Approaches to children in the groomer's own place"),
    odds("friends-of-friends-odds", \.friendsOfFriends, "Approaches to friends of friends"),
    factor("friends-first-factor", \.friendsFirst, "Friends of a child befriended before it"),
    odds("follow-odds", \.follows, "Approaches with a follow"),
    factor("post-views-factor", \.postViews, "Sittings with a child's posts"),
    odds("sustained-odds", \.sustained, "Answered approaches that are sustained"),
    odds("contact-driven-odds", \.contactDriven, "Groomers who would seek a meeting"),
    odds("slow-odds", \.slow, "Contacts of the slow kind"),
    factor("pace-days-factor", \.paceDays, "Days to a meeting", from: 0.01),
    odds("move-odds", \.moves, "Sustained contacts in which a move is asked for"),
    factor("move-days-factor", \.moveDays, "Days to the move", from: 0.01),
    factor("runs-factor", \.runs, "Conversations a day"),
    factor("cue-factor", \.cues, "Cues"),
    odds("minor-claim-odds", \.minorClaims, "Groomers who claim to be a minor"),
    odds("deception-odds", \.deception, "Groomers who deceive about their age"),
    factor("accounts-factor", \.accounts, "Accounts of a groomer on a platform"),
    odds("recontact-odds", \.recontacts, "Blocks after which another account asks"),
  ]

  private static let source = Source.sweep("our choice: no figures by style", over: 0.2...5)

  private static func factor(
    _ name: String, _ property: any WritableKeyPath<Self, Double> & Sendable, _ what: String,
    from least: Double = 0
  ) -> Key<Self> {
    .number(
      name, property, unit: "factor", in: least...100.0, source: source,
      about: "\(what): times what is said for all.")
  }

  private static func odds(
    _ name: String, _ property: any WritableKeyPath<Self, Double> & Sendable, _ what: String
  ) -> Key<Self> {
    .number(
      name, property, unit: "factor", in: 0.0...100.0, source: source,
      about: "\(what): times the odds of what is said for all.")
  }
}

/// How well a profile's campaigns hide.
public enum ProfileTradecraft: String, CaseIterable, Sendable {
  /// As `campaigns.tradecraft` has it.
  case asCampaigns = "as-campaigns"
  /// Not at all.
  case low
  /// As the scenario's values are.
  case medium
  /// As well as can be.
  case high

  /// The setting that counts, given that of all campaigns.
  func resolved(_ campaigns: Tradecraft) -> Tradecraft {
    switch self {
    case .asCampaigns: campaigns
    case .low: .low
    case .medium: .medium
    case .high: .high
    }
  }
}

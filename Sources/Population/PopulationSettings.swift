public import Settings

/// Everything that a scenario can say about the world before the first event.
public struct PopulationSettings: SettingsSection {
  /// How many accounts the world holds, exactly.
  public var accounts = 20_000
  /// The file of places; none stands for the built-in town.
  public var places: InputFile?
  /// Who has an account.
  public var adoption = AdoptionSettings()
  /// How people live together.
  public var households = HouseholdSettings()
  /// Schools.
  public var schools = SchoolSettings()
  /// Clubs.
  public var clubs = ClubSettings()
  /// Workplaces.
  public var workplaces = WorkplaceSettings()
  /// Friendships.
  public var friendships = FriendshipSettings()
  /// Hard negatives.
  public var roles = RoleSettings()
  /// Groomers.
  public var groomers = GroomerSettings()
  /// Ages children claim.
  public var claimedAges = ClaimedAgeSettings()
  /// Share of accounts that declare no place.
  public var missingPlaceShare = 0.15
  /// Share of accounts that declare a place they do not live in.
  public var falsePlaceShare = 0.05
  /// Mean age of an account at the start, in days.
  public var accountAgeDays = 900.0

  /// Makes the default population.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .number(
      "accounts", \.accounts, unit: "accounts", in: 100...10_000_000,
      source: .assumption("calibration P1: large enough for an enriched world to hold cases"),
      about: "How many accounts the world holds, exactly."),
    .file(
      "places", \.places,
      source: .assumption("a table of name, latitude, longitude and population; see Scenarios"),
      about: "The places people live in: a CSV file, its path taken from this file's folder."),
    .section("adoption", \.adoption, about: "Who has an account, by age."),
    .section("households", \.households, about: "How people live together."),
    .section("schools", \.schools, about: "How large schools are."),
    .section("clubs", \.clubs, about: "How many children are in clubs."),
    .section("workplaces", \.workplaces, about: "How adults work."),
    .section("friendships", \.friendships, about: "Who is whose friend when the run starts."),
    .section("roles", \.roles, about: "Innocent adults who know many children."),
    .section("groomers", \.groomers, about: "How many accounts groom, and what they claim."),
    .section("claimed-ages", \.claimedAges, about: "How far children's declared ages are off."),
    .number(
      "missing-place-share", \.missingPlaceShare, unit: "share", in: 0...1,
      source: .sweep("no source looked for", over: 0...0.6),
      about: "Accounts that declare no place."),
    .number(
      "false-place-share", \.falsePlaceShare, unit: "share", in: 0...1,
      source: .sweep("no source looked for", over: 0...0.3),
      about: "Accounts that declare a place they do not live in."),
    .number(
      "account-age-days", \.accountAgeDays, unit: "days", in: 1.0...5_000.0,
      source: .assumption("our choice; the same for everybody, so that it tells nothing"),
      about: "Mean age of an account at the start."),
  ]

  /// Missing and false places are different accounts.
  public static let checks: [Check<Self>] = [
    Check(
      "missing-place-share", "false-place-share",
      rule: "missing and false places together must not exceed 1"
    ) { $0.missingPlaceShare + $0.falsePlaceShare <= 1 }
  ]
}

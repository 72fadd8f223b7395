public import Settings

/// Everything that a scenario can say about the world before the first event.
public struct PopulationSettings: SettingsSection {
  /// How many accounts the world holds, exactly.
  public var accounts = 20_000
  /// The file of places; none stands for the built-in town.
  public var places: InputFile?
  /// A graph to build the world on, instead of drawing friendships.
  public var imported = ImportSettings()
  /// Who has an account.
  public var adoption = AdoptionSettings()
  /// The platforms that those who have accounts are on.
  public var platforms = [PlatformSettings()]
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
  /// Share of accounts that declare no age.
  public var missingAgeShare = 0.0
  /// Share of accounts that declare no place.
  public var missingPlaceShare = 0.15
  /// Share of accounts that declare a place they do not live in.
  public var falsePlaceShare = 0.05
  /// Mean age of an account at the start, in days.
  public var accountAgeDays = 900.0
  /// Share of those on a platform who hold a second account there.
  public var secondAccountShare = 0.0
  /// Share of a person's friendships on a platform that a further account has as well.
  public var furtherAccountTieShare = 0.3

  /// Makes the default population.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .number(
      "accounts", \.accounts, unit: "accounts", in: 100...10_000_000,
      source: .assumption("calibration P1: large enough for an enriched world to hold cases"),
      about: "How many accounts the world holds, exactly, on all platforms together; an imported "
        + "graph has its own number."),
    .file(
      "places", \.places,
      source: .assumption("a table of name, latitude, longitude and population; see Scenarios"),
      about: "The places people live in: a CSV file, its path taken from this file's folder."),
    .section(
      "import", \.imported, about: "A graph to build the world on, instead of drawing friendships."),
    .section("adoption", \.adoption, about: "Who has accounts, by age."),
    .sections(
      "platforms", \.platforms, unique: "name", count: 1...8,
      about: "The platforms, and who of those who have accounts is on each; "
        + "does nothing for an imported graph, whose files name its platforms."),
    .section("households", \.households, about: "How people live together."),
    .section("schools", \.schools, about: "How large schools are."),
    .section("clubs", \.clubs, about: "How many children are in clubs."),
    .section("workplaces", \.workplaces, about: "How adults work."),
    .section(
      "friendships", \.friendships,
      about: "Who is whose friend when the run starts; "
        + "does nothing for an imported graph, whose friendships are given."),
    .section(
      "roles", \.roles,
      about: "Innocent adults who know many children, by occupation; of these keys only the "
        + "shares of people count for an imported graph: ties do nothing, as friendships are given."
    ),
    .section("groomers", \.groomers, about: "How many accounts groom, and what they claim."),
    .section("claimed-ages", \.claimedAges, about: "How far children's declared ages are off."),
    .number(
      "missing-age-share", \.missingAgeShare, unit: "share", in: 0...1,
      source: .sweep(
        "our choice: platforms ask for it when an account is opened; the range is none to a fifth",
        over: 0...0.2),
      about: "Accounts that declare no age."),
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
      source: .assumption(
        "our choice; the same for everybody, so that it tells nothing and is not swept"),
      about: "Mean age of an account at the start."),
    .number(
      "second-account-share", \.secondAccountShare, unit: "share", in: 0...1,
      source: .sweep("no source looked for; above 0, holding two is no tell", over: 0...0.4),
      about: "Those on a platform who hold a second account there, groomers or not; "
        + "does nothing for an imported graph."),
    .number(
      "further-account-tie-share", \.furtherAccountTieShare, unit: "share", in: 0...1,
      source: .sweep("no source looked for", over: 0...1),
      about: "A person's friendships on a platform that a second or further account there has too."),
  ]

  /// Missing and false places are different accounts, and somebody has an account.
  public static let checks: [Check<Self>] = [
    Check(
      "platforms", "adoption",
      rule: "somebody must be on a platform: at some age with adoption, a platform needs a share"
    ) { $0.accountsPerPerson > 0 },
    Check(
      "missing-place-share", "false-place-share",
      rule: "missing and false places together must not exceed 1"
    ) { $0.missingPlaceShare + $0.falsePlaceShare <= 1 },
  ]

  /// How many accounts a person of the published mix of ages has on average.
  var accountsPerPerson: Double {
    AgeTable.shares.enumerated().reduce(0) { sum, entry in
      let perOwner =
        platforms.reduce(0) { $0 + $1.shares.share(atAge: entry.offset) } * (1 + secondAccountShare)
      return sum + entry.element * adoption.share(atAge: entry.offset) * perOwner
    }
  }
}

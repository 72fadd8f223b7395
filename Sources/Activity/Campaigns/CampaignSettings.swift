public import Population
public import Settings

/// Everything that a scenario can say about groomers' hidden campaigns: rates, times and labels.
///
/// What is said here holds for all; profiles and tradecraft multiply it.
public struct CampaignSettings: SettingsSection {
  /// How well campaigns hide.
  public var tradecraft = Tradecraft.medium
  /// The ways in which campaigns go.
  public var profiles = ProfileSettings.published
  /// Children approached in 30 days: the median groomer's.
  public var reachMedian = 15.0
  /// Standard deviation of the logarithm of the reach.
  public var reachSigma = 1.3
  /// Share of approaches to children in the groomer's own place.
  public var nearbyShare = 0.5
  /// Share of approaches that go through a friend of a child already reached.
  public var throughFriendsShare = 0.2
  /// Share of approaches to friends of the groomer's friends.
  public var friendsOfFriendsShare = 0.05
  /// Share of approaches to children whom the groomer teaches, coaches or works with, by those who
  /// do.
  public var ownChargesShare = 0.5
  /// Friends of a child whom the groomer befriends before asking the child, on average.
  public var friendsFirst = 0.0
  /// Days that befriending them takes, median.
  public var friendsFirstDays = 14.0
  /// Weight of each platform for groomers with accounts on several; those left out weigh 1.
  public var platformWeights: [Double] = []
  /// Share of approaches to girls.
  public var girlShare = 0.81
  /// Shares of approaches to children of 8 to 11, 12 to 15, and 16 to 17.
  public var ageShares = [0.22, 0.66, 0.12]
  /// Share of approaches in which the groomer follows the child as well.
  public var followShare = 0.25
  /// Looks at a child's posts before an approach, on average.
  public var postViewsPerApproach = 4.0
  /// Share of accepted approaches in which the child answers.
  public var speakShare = 0.55
  /// Share of those in which contact is sustained.
  public var sustainedShare = 0.35
  /// Share of groomers who would seek a meeting.
  public var contactDrivenShare = 0.6
  /// Probability of a meeting, given sustained contact with such a groomer.
  public var meetingShare = 0.63
  /// Time from first contact to first meeting.
  public var pace = PaceSettings()
  /// Share of sustained contacts in which the groomer asks to move off the platform.
  public var moveAskedShare = 0.65
  /// Share of those in which the child agrees.
  public var moveAgreedShare = 0.6
  /// Time from the first answer to the move, median, in days.
  public var moveMedianDays = 1.0
  /// Standard deviation of the logarithm of that time.
  public var moveSigma = 1.8
  /// Conversations a day.
  public var runsPerDay = 1.5
  /// Share of conversations on the platform that the child begins.
  public var childStartsShare = 0.3
  /// Share of the groomer's runs that the child answers.
  public var answerShare = 0.8
  /// Share of blocks after which another account of the groomer asks the child.
  public var recontactShare = 0.55
  /// Mean time from the block to that, in days.
  public var recontactDays = 3.0
  /// What children do when they end an uncomfortable contact.
  public var responses = ChildResponseSettings()
  /// What the cue probabilities below are multiplied by.
  public var cueScale = 1.0
  /// Probability of each cue in a run by the groomer, in each stage.
  public var cues = StageCueSettings()

  /// Makes the default campaigns.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .choice(
      "tradecraft", \.tradecraft,
      source: .assumption("our choice: a dial over all the values below, to be swept"),
      about: "How well campaigns hide: medium leaves the values below as they are."),
    .sections(
      "profiles", \.profiles, unique: "name", count: 1...16,
      about: "The ways in which campaigns go: what each multiplies of the values below; "
        + "the published styles unless given."),
    .number(
      "reach-median", \.reachMedian, unit: "children per 30 days", in: 0.0...1_000.0,
      source: .sweep(
        "no distribution published; one extreme case: over 5,000 (NCA 2020)", over: 2...100),
      about: "Children approached in 30 days by the median groomer."),
    .number(
      "reach-sigma", \.reachSigma, in: 0.0...2.5,
      source: .sweep("no distribution published", over: 0.5...1.8),
      about: "Standard deviation of the logarithm of the reach."),
    .number(
      "nearby-share", \.nearbyShare, unit: "share", in: 0...1,
      source: .sweep("no offender-victim distances published", over: 0.1...0.9),
      about: "Approaches to children in the groomer's own place; the others go anywhere."),
    .number(
      "through-friends-share", \.throughFriendsShare, unit: "share", in: 0...1,
      source: .sweep("no source looked for", over: 0...0.8),
      about: "Approaches to a friend of a child already reached."),
    .number(
      "friends-of-friends-share", \.friendsOfFriendsShare, unit: "share", in: 0...1,
      source: .sweep("no source looked for", over: 0...0.8),
      about: "Approaches to children who are friends of the groomer's friends."),
    .number(
      "own-charges-share", \.ownChargesShare, unit: "share", in: 0...1,
      source: .sweep("no source looked for", over: 0...1),
      about: "Approaches by groomers who teach, coach or work with children to those children."),
    .number(
      "friends-first", \.friendsFirst, unit: "accounts", in: 0.0...20.0,
      source: .sweep("no source looked for", over: 0...5),
      about: "Friends of a child whom the groomer befriends before asking the child, on average; "
        + "fewer where the two have mutual friends already."),
    .number(
      "friends-first-days", \.friendsFirstDays, unit: "days", in: 0.1...365.0,
      source: .sweep("no source looked for", over: 3...45),
      about: "Time that befriending them takes, median."),
    .numbers(
      "platform-weights", \.platformWeights, count: 0...8, unit: "weight", in: 0.0...1_000.0,
      source: .assumption("our choice: a groomer uses all own accounts alike"),
      about: "How often groomers with accounts on several platforms approach children on each, in "
        + "the order of population.platforms; a platform left out weighs 1."),
    .number(
      "girl-share", \.girlShare, unit: "share", in: 0...1,
      source: .published("NSPCC FOI 2023/24: girls 81 %", .foundSecondary),
      about: "Approaches to girls."),
    .numbers(
      "age-shares", \.ageShares, count: 3...3, unit: "share", in: 0...1,
      source: .published(
        "NSPCC FOI: 11 and under a fifth to a quarter; girls of 12 to 15 0.4 to 0.7 of all",
        .derived),
      about: "Approaches to children of 8 to 11, 12 to 15, and 16 to 17."),
    .number(
      "follow-share", \.followShare, unit: "share", in: 0...1,
      source: .sweep(
        "our choice: as often as others follow instead of asking; the range is half to double",
        over: 0.125...0.5),
      about: "Approaches in which the groomer follows the child as well."),
    .number(
      "post-views-per-approach", \.postViewsPerApproach, unit: "sittings", in: 0.0...200.0,
      source: .sweep("no source looked for", over: 1...20),
      about: "Sittings with a child's posts on the day of an approach, before it."),
    .number(
      "speak-share", \.speakShare, unit: "share", in: 0...1,
      source: .published(
        "CSEW year to March 2023: 19.2 % spoke of 35.0 % who accepted, mostly peers", .derived),
      about: "Accepted approaches in which the child answers."),
    .number(
      "sustained-share", \.sustainedShare, unit: "share", in: 0...1,
      source: .sweep(
        "no source found; NCA 2020 has a tenth complying in one case", over: 0.1...0.6),
      about: "Answered approaches in which contact is sustained."),
    .number(
      "contact-driven-share", \.contactDrivenShare, unit: "share", in: 0...1,
      source: .published("Briggs, Simon and Simonsen 2011: 30 of 51", .memoryMedium),
      about: "Groomers who would seek a meeting."),
    .number(
      "meeting-share", \.meetingShare, unit: "probability", in: 0...1,
      source: .published(
        "Greene-Colozzi et al. 2020, doi 10.1080/10538712.2020.1801935: 38 % of all met in person, "
          + "taken to be those of the 60 % who are contact-driven", .derived),
      about: "Probability of a meeting, given sustained contact with a contact-driven groomer."),
    .section("pace", \.pace, about: "Time from first contact to first meeting."),
    .number(
      "move-asked-share", \.moveAskedShare, unit: "share", in: 0...1,
      source: .published("Thorn 2022: 65 % were asked to move, any online contact", .found),
      about: "Sustained contacts in which the groomer asks to move off the platform."),
    .number(
      "move-agreed-share", \.moveAgreedShare, unit: "share", in: 0...1,
      source: .sweep("no source found", over: 0.2...0.9),
      about: "Share of those in which the child agrees; nothing is seen afterwards."),
    .number(
      "move-median-days", \.moveMedianDays, unit: "days", in: 0.005...60.0,
      source: .sweep("no time published (calibration P21)", over: 0.01...14),
      about: "Time from the start of talk to the move, median."),
    .number(
      "move-sigma", \.moveSigma, in: 0.0...3.0, source: .sweep("no time published", over: 1...2.5),
      about: "Standard deviation of the logarithm of that time."),
    .number(
      "runs-per-day", \.runsPerDay, unit: "runs per day", in: 0.0...50.0,
      source: .sweep("no source looked for", over: 0.5...5),
      about: "Conversations of a groomer and a child in contact."),
    .number(
      "child-starts-share", \.childStartsShare, unit: "share", in: 0...1,
      source: .sweep("no source looked for", over: 0.1...0.5),
      about: "Conversations in a contact, once the child answers, that the child begins."),
    .number(
      "answer-share", \.answerShare, unit: "share", in: 0...1,
      source: .sweep("our choice, as among friends; the range is half to all", over: 0.4...1),
      about: "The groomer's runs that the child answers."),
    .number(
      "recontact-share", \.recontactShare, unit: "share", in: 0...1,
      source: .published("Thorn 2021 (calibration P26): 55 %, any online contact", .foundSecondary),
      about: "Blocks after which another account of the same groomer asks the child."),
    .number(
      "recontact-days", \.recontactDays, unit: "days", in: 0.01...90.0,
      source: .sweep("no source looked for", over: 0.5...14),
      about: "Mean time from the block to that."),
    .section("responses", \.responses, about: "What children do about uncomfortable contact."),
    .number(
      "cue-scale", \.cueScale, unit: "factor", in: 0.0...10.0,
      source: .sweep("calibration P22: times and divided by 3", over: 0.33...3),
      about: "What the cue probabilities below are multiplied by."),
    .section("cues", \.cues, about: "Probability of each cue in a groomer's run, by stage."),
  ]

  /// The age shares make up the whole.
  public static let checks: [Check<Self>] = [
    Check("age-shares", sharesSumToOne: \.ageShares),
    Check("profiles", rule: "no profile can be called all, as tables call all of them together") {
      !$0.profiles.contains { $0.name == "all" }
    },
    Check("profiles", rule: "one of the profiles needs a share above 0") {
      $0.profiles.contains { $0.share > 0 }
    },
  ]

  /// What of each profile shows in the groomers' accounts.
  public var groomerTraits: [GroomerTraits] {
    profiles.map { profile in
      let hiding = profile.tradecraft.resolved(tradecraft).factors
      return GroomerTraits(
        share: profile.share, minorClaimOdds: profile.minorClaims * hiding.minorClaims,
        deceptionOdds: profile.deception * hiding.deception,
        accountsFactor: profile.accounts * hiding.accounts)
    }
  }
}

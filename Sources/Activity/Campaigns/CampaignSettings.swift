public import Settings
public import Vocabulary

/// Everything that a scenario can say about groomers' hidden campaigns: rates, times and labels.
public struct CampaignSettings: SettingsSection {
  /// Children approached in 30 days: the median groomer's.
  public var reachMedian = 15.0
  /// Standard deviation of the logarithm of the reach.
  public var reachSigma = 1.3
  /// Share of approaches to children in the groomer's own place.
  public var nearbyShare = 0.5
  /// Share of approaches that go through a friend of a child already reached.
  public var throughFriendsShare = 0.2
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
  public var meetingShare = 0.38
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
      source: .assumption("our choice: as often as others follow instead of asking"),
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
        "Greene-Colozzi et al. 2020, doi 10.1080/10538712.2020.1801935: 38 % met in person",
        .found),
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
      source: .assumption("our choice, as among friends"),
      about: "The groomer's runs that the child answers."),
    .section("responses", \.responses, about: "What children do about uncomfortable contact."),
    .number(
      "cue-scale", \.cueScale, unit: "factor", in: 0.0...10.0,
      source: .sweep("calibration P22: times and divided by 3", over: 0.33...3),
      about: "What the cue probabilities below are multiplied by."),
    .section("cues", \.cues, about: "Probability of each cue in a groomer's run, by stage."),
  ]

  /// The age shares make up the whole.
  public static let checks: [Check<Self>] = [
    Check("age-shares", sharesSumToOne: \.ageShares)
  ]
}

/// The time from first contact to first meeting: a mixture of a fast and a slow log-normal.
public struct PaceSettings: SettingsSection {
  /// Share of the slow kind.
  public var slowShare = 0.70
  /// Median of the fast kind, in days.
  public var fastMedianDays = 6.0
  /// Standard deviation of the logarithm of the fast kind.
  public var fastSigma = 1.15
  /// Median of the slow kind, in days.
  public var slowMedianDays = 75.0
  /// Standard deviation of the logarithm of the slow kind.
  public var slowSigma = 0.8

  /// Makes the default pace.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .number(
      "slow-share", \.slowShare, unit: "share", in: 0...1,
      source: .published(
        "set so that 64 % of contacts last over 30 days (Wolak, Finkelhor and Mitchell 2004, "
          + "Table 2-3)", .memoryHigh),
      about: "Contacts of the slow kind."),
    .number(
      "fast-median-days", \.fastMedianDays, unit: "days", in: 0.05...365.0,
      source: .published(
        "mean near 12 days in decoy transcripts (Winters, Kaylor and Jeglic 2017), which "
          + "probably compress time", .memoryMedium),
      about: "Median of the fast kind."),
    .number(
      "fast-sigma", \.fastSigma, in: 0.0...3.0, source: .sweep("shape unknown", over: 0.7...1.5),
      about: "Standard deviation of the logarithm of the fast kind."),
    .number(
      "slow-median-days", \.slowMedianDays, unit: "days", in: 1.0...1_000.0,
      source: .sweep("shape unknown", over: 40...150), about: "Median of the slow kind."),
    .number(
      "slow-sigma", \.slowSigma, in: 0.0...3.0, source: .sweep("shape unknown", over: 0.5...1.2),
      about: "Standard deviation of the logarithm of the slow kind."),
  ]
}

/// What children do when they end an uncomfortable contact; the first two may go together.
public struct ChildResponseSettings: SettingsSection {
  /// Share who block the account.
  public var block = 0.50
  /// Share who report it to the platform.
  public var report = 0.15

  /// Makes the default responses.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .number(
      "block", \.block, unit: "share", in: 0...1,
      source: .published("Thorn 2021, Ofcom 2022 (calibration P25)", .foundSecondary),
      about: "Children who block the account."),
    .number(
      "report", \.report, unit: "share", in: 0...1,
      source: .published("Thorn 2021, Ofcom 2022 (calibration P25)", .foundSecondary),
      about: "Children who report it to the platform."),
  ]
}

/// The probability of each cue in a groomer's run of messages, by stage.
public struct StageCueSettings: SettingsSection {
  /// First messages.
  public var approach = Table<Cue>(
    [
      .asksAge: 0.30, .asksWhereabouts: 0.10, .asksWhoIsNear: 0.03, .flatters: 0.20,
      .offersGift: 0.01, .asksSecrecy: 0.01, .movesPlatform: 0.05, .proposesMeeting: 0.005,
    ], others: 0)
  /// Building trust.
  public var rapport = Table<Cue>(
    [
      .asksAge: 0.15, .asksWhereabouts: 0.12, .asksWhoIsNear: 0.08, .flatters: 0.25,
      .offersGift: 0.03, .asksSecrecy: 0.03, .movesPlatform: 0.06, .proposesMeeting: 0.01,
    ], others: 0)
  /// Asking about circumstances, secrecy and other platforms.
  public var isolation = Table<Cue>(
    [
      .asksAge: 0.05, .asksWhereabouts: 0.12, .asksWhoIsNear: 0.15, .flatters: 0.30,
      .offersGift: 0.08, .asksSecrecy: 0.18, .movesPlatform: 0.15, .proposesMeeting: 0.05,
    ], others: 0)
  /// Arranging to meet.
  public var arranging = Table<Cue>(
    [
      .asksAge: 0.02, .asksWhereabouts: 0.10, .asksWhoIsNear: 0.15, .flatters: 0.25,
      .offersGift: 0.08, .asksSecrecy: 0.20, .movesPlatform: 0.10, .proposesMeeting: 0.25,
    ], others: 0)

  /// Makes the default tables.
  public init() {}

  /// The table of a stage.
  subscript(stage: Stage) -> Table<Cue> {
    switch stage {
    case .approach: approach
    case .rapport: rapport
    case .isolation: isolation
    case .arranging: arranging
    }
  }

  private static let source = Source.sweep(
    "no rates published (calibration P22): times and divided by 3", over: 0...1)

  /// One row per stage.
  public static let keys: [Key<Self>] = [
    .table(
      "approach", \.approach, unit: "probability", in: 0...1, source: source,
      about: "Cues of first messages."),
    .table(
      "rapport", \.rapport, unit: "probability", in: 0...1, source: source,
      about: "Cues while trust is built."),
    .table(
      "isolation", \.isolation, unit: "probability", in: 0...1, source: source,
      about: "Cues while circumstances, secrecy and other platforms come up."),
    .table(
      "arranging", \.arranging, unit: "probability", in: 0...1, source: source,
      about: "Cues while a meeting is arranged."),
  ]
}

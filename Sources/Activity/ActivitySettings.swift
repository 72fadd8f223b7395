public import Settings
public import Vocabulary

/// Everything that a scenario can say about ordinary life.
public struct ActivitySettings: SettingsSection {
  /// Standard deviation of the logarithm of how active accounts are.
  public var activitySigma = 1.0
  /// Children's activity on a day without school, compared with a school day.
  public var freeDayFactor = 1.15
  /// Share of adults who are up late.
  public var lateShare = 0.15
  /// Posts.
  public var posts = PostSettings()
  /// Views.
  public var views = ViewSettings()
  /// Messages.
  public var messages = MessageSettings()
  /// Requests and follows.
  public var requests = RequestSettings()
  /// Answers to requests.
  public var answers = AnswerSettings()
  /// What adults have to do with children.
  public var elders = ElderSettings()
  /// Children and somebody known online alone.
  public var acquaintances = AcquaintanceSettings()
  /// Posts that a great many look at.
  public var viral = ViralSettings()
  /// Pranksters.
  public var pranks = PrankSettings()
  /// Unfriending, blocks and reports.
  public var endings = EndingSettings()
  /// The platform's text classifier.
  public var classifier = ClassifierSettings()

  /// Makes the default activity.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .number(
      "activity-sigma", \.activitySigma, in: 0.0...2.0,
      source: .sweep("calibration P13 gives 1.0 for messages", over: 0.4...1.2),
      about: "How far accounts differ in activity: standard deviation of its logarithm."),
    .number(
      "free-day-factor", \.freeDayFactor, unit: "factor", in: 0.1...5.0,
      source: .sweep(
        "our choice, no source looked for; the range is half to double", over: 0.575...2.3),
      about: "Children's activity on a day without school, compared with a school day."),
    .number(
      "late-share", \.lateShare, unit: "share", in: 0...1,
      source: .sweep("no source looked for", over: 0...0.3),
      about: "Adults who are up late: a quarter of what they do is between 23 and 05."),
    .section("posts", \.posts, about: "Publishing posts."),
    .section("views", \.views, about: "Looking at posts."),
    .section("messages", \.messages, about: "Talking with friends."),
    .section("requests", \.requests, about: "Asking to be friends, and following."),
    .section("answers", \.answers, about: "Accepting, declining and leaving requests."),
    .section("elders", \.elders, about: "What adults have to do with children, harmlessly."),
    .section(
      "acquaintances", \.acquaintances,
      about: "Children and somebody they know online alone, harmlessly."),
    .section("viral", \.viral, about: "Posts that a great many accounts look at."),
    .section("pranks", \.pranks, about: "Accounts that flood others with requests for fun."),
    .section("endings", \.endings, about: "Falling out among ordinary people."),
    .section("classifier", \.classifier, about: "The platform's imperfect text classifier."),
  ]
}

/// How often people publish posts.
public struct PostSettings: SettingsSection {
  /// Posts a day of a child.
  public var childPerDay = 0.30
  /// Posts a day of an adult.
  public var adultPerDay = 0.15

  /// Makes the default posts.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .number(
      "child-per-day", \.childPerDay, unit: "posts per day", in: 0.0...50.0,
      source: .sweep("no source looked for", over: 0.1...1), about: "Posts of a child."),
    .number(
      "adult-per-day", \.adultPerDay, unit: "posts per day", in: 0.0...50.0,
      source: .sweep("no source looked for", over: 0.05...0.5), about: "Posts of an adult."),
  ]
}

/// How often people look at posts, and whose.
public struct ViewSettings: SettingsSection {
  /// Sittings a day of a child, each with one author's posts.
  public var childPerDay = 2.5
  /// Sittings a day of an adult.
  public var adultPerDay = 1.2
  /// Share of sittings with what the platform recommends.
  public var recommendedShare = 0.06
  /// Share of sittings with friends' friends.
  public var friendOfFriendShare = 0.12
  /// Share of posts by children, of those that come up, that are shown to adults who have nothing
  /// to do with children.
  public var unrelatedChildrenShare = 0.005

  /// Makes the default views.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .number(
      "child-per-day", \.childPerDay, unit: "sittings per day", in: 0.0...200.0,
      source: .sweep("no source looked for", over: 1...10),
      about: "Sittings of a child, each with one author's posts."),
    .number(
      "adult-per-day", \.adultPerDay, unit: "sittings per day", in: 0.0...200.0,
      source: .sweep("no source looked for", over: 0.5...5), about: "Sittings of an adult."),
    .number(
      "recommended-share", \.recommendedShare, unit: "share", in: 0...1,
      source: .sweep("no source looked for", over: 0...0.5),
      about: "Sittings with posts of strangers that the platform recommends."),
    .number(
      "friend-of-friend-share", \.friendOfFriendShare, unit: "share", in: 0...1,
      source: .sweep("no source looked for", over: 0...0.4),
      about: "Sittings with posts of friends' friends."),
    .number(
      "unrelated-children-share", \.unrelatedChildrenShare, unit: "share", in: 0...1,
      source: .sweep("no source looked for", over: 0...1),
      about: "Posts by children, of those that come up, that are shown to adults who have nothing "
        + "to do with children."),
  ]

  /// Both are shares of one whole.
  public static let checks: [Check<Self>] = [
    Check(
      "recommended-share", "friend-of-friend-share", rule: "together they must not exceed 1"
    ) { $0.recommendedShare + $0.friendOfFriendShare <= 1 }
  ]
}

/// How people talk.
public struct MessageSettings: SettingsSection {
  /// Runs of messages a day that a child starts.
  public var childRunsPerDay = 2.2
  /// Runs of messages a day that an adult starts.
  public var adultRunsPerDay = 0.6
  /// Share of runs that are replied to.
  public var replyShare = 0.7
  /// Mean time to the reply, in minutes.
  public var replyMinutes = 15.0
  /// Messages in a run, median.
  public var runLengthMedian = 8.0
  /// Standard deviation of the logarithm of that number.
  public var runLengthSigma = 0.9
  /// Probability of each cue in an ordinary run.
  public var benignCues = Table<Cue>(
    [
      .asksAge: 0.015, .asksWhereabouts: 0.03, .asksWhoIsNear: 0.01, .flatters: 0.06,
      .offersGift: 0.005, .asksSecrecy: 0.006, .movesPlatform: 0.015, .proposesMeeting: 0.04,
    ], others: 0)
  /// The same among teenagers who know each other in person.
  public var teenCues = Table<Cue>(
    [
      .asksAge: 0.01, .asksWhereabouts: 0.05, .asksWhoIsNear: 0.015, .flatters: 0.09,
      .offersGift: 0.006, .asksSecrecy: 0.012, .movesPlatform: 0.04, .proposesMeeting: 0.07,
    ], others: 0)
  /// The same within an extended family.
  public var familyCues = Table<Cue>(
    [
      .asksAge: 0.002, .asksWhereabouts: 0.12, .asksWhoIsNear: 0.05, .flatters: 0.06,
      .offersGift: 0.03, .asksSecrecy: 0.005, .movesPlatform: 0.01, .proposesMeeting: 0.08,
    ], others: 0)
  /// The same between an adult and a child who are not family.
  public var elderCues = Table<Cue>(
    [
      .asksAge: 0.03, .asksWhereabouts: 0.07, .asksWhoIsNear: 0.02, .flatters: 0.10,
      .offersGift: 0.02, .asksSecrecy: 0.008, .movesPlatform: 0.05, .proposesMeeting: 0.10,
    ], others: 0)
  /// What those probabilities are multiplied by among new friends.
  public var newFriendCueFactor = 3.0
  /// How long friends are new, in days.
  public var newFriendDays = 14.0

  /// Makes the default talk.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .number(
      "child-runs-per-day", \.childRunsPerDay, unit: "runs per day", in: 0.0...100.0,
      source: .published(
        "Roblox 2025: about 55 messages a day per daily user; with replies and the run length "
          + "below", .derived),
      about: "Runs of messages that a child starts."),
    .number(
      "adult-runs-per-day", \.adultRunsPerDay, unit: "runs per day", in: 0.0...100.0,
      source: .sweep("no source looked for", over: 0.3...2),
      about: "Runs of messages that an adult starts."),
    .number(
      "reply-share", \.replyShare, unit: "share", in: 0...1,
      source: .sweep("our choice, no source looked for; the range is half to all", over: 0.35...1),
      about: "Runs that are replied to."),
    .number(
      "reply-minutes", \.replyMinutes, unit: "minutes", in: 0.1...1_440.0,
      source: .sweep(
        "our choice, no source looked for; the range is half to double", over: 7.5...30),
      about: "Mean time to a reply."),
    .number(
      "run-length-median", \.runLengthMedian, unit: "messages", in: 1.0...200.0,
      source: .sweep("our choice, no source looked for; the range is half to double", over: 4...16),
      about: "Messages in a run, median."),
    .number(
      "run-length-sigma", \.runLengthSigma, in: 0.0...2.0,
      source: .sweep(
        "our choice, no source looked for; the range is half to double", over: 0.45...1.8),
      about: "Standard deviation of the logarithm of that number."),
    .table(
      "benign-cues", \.benignCues, unit: "probability", in: 0...1,
      source: .scaling("no base rates published (calibration P22)", by: 3),
      about: "Probability of each cue in an ordinary run of messages."),
    .table(
      "teen-cues", \.teenCues, unit: "probability", in: 0...1,
      source: .scaling("no base rates published (calibration P22)", by: 3),
      about: "The same among teenagers who know each other in person."),
    .table(
      "family-cues", \.familyCues, unit: "probability", in: 0...1,
      source: .scaling("no base rates published (calibration P22)", by: 3),
      about: "The same within an extended family."),
    .table(
      "elder-cues", \.elderCues, unit: "probability", in: 0...1,
      source: .scaling("no base rates published (calibration P22)", by: 3),
      about: "The same between an adult and a child who are not family."),
    .number(
      "new-friend-cue-factor", \.newFriendCueFactor, unit: "factor", in: 0.0...50.0,
      source: .sweep("calibration P22: age questions in several percent of new chats", over: 1...9),
      about: "What those probabilities are multiplied by among new friends."),
    .number(
      "new-friend-days", \.newFriendDays, unit: "days", in: 0.0...365.0,
      source: .sweep("our choice, no source looked for; the range is half to double", over: 7...28),
      about: "How long friends are new."),
  ]
}

/// How often the platform's text classifier is right.
public struct ClassifierSettings: SettingsSection {
  /// Probability that a cue that is there is reported.
  public var sensitivity = 0.8
  /// Probability that a cue that is not there is reported, for each cue of a run.
  public var falsePositiveRate = 0.002
  /// What is added to the sensitivity every 30 days.
  public var sensitivityStep = 0.0
  /// What the rate of false reports is multiplied by every 30 days.
  public var falsePositiveFactor = 1.0

  /// Whether it gets better or worse in the run.
  var drifts: Bool { sensitivityStep != 0 || falsePositiveFactor != 1 }

  /// Makes the default classifier.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .number(
      "sensitivity", \.sensitivity, unit: "probability", in: 0...1,
      source: .published(
        "PAN12's winner recalls 0.79 of predators (Villatoro-Tello et al. 2012)",
        .memoryHigh),
      about: "Probability that a cue that is there is reported."),
    .number(
      "false-positive-rate", \.falsePositiveRate, unit: "probability", in: 0...1,
      source: .sweep("no rate for a single cue published", over: 0.0005...0.02),
      about: "Probability that a cue that is not there is reported, for each cue of a run."),
    .number(
      "sensitivity-step", \.sensitivityStep, unit: "probability", in: -1.0...1.0,
      source: .sweep("no source looked for", over: -0.2...0.05),
      about: "What is added to the sensitivity every 30 days, between 0 and 1."),
    .number(
      "false-positive-factor", \.falsePositiveFactor, unit: "factor", in: 0.1...10.0,
      source: .sweep("no source looked for", over: 0.7...2),
      about: "What the rate of false reports is multiplied by every 30 days."),
  ]
}

/// How often people fall out.
public struct EndingSettings: SettingsSection {
  /// Friendships an account ends a day.
  public var unfriendPerDay = 0.003
  /// Blocks a day among people who are friends.
  public var blockPerDay = 0.0004
  /// Reports a day among people who are friends.
  public var reportPerDay = 0.0002

  /// Makes the default endings.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .number(
      "unfriend-per-day", \.unfriendPerDay, unit: "probability per day", in: 0...1,
      source: .sweep("no source looked for", over: 0.0005...0.01),
      about: "Friendships an account ends."),
    .number(
      "block-per-day", \.blockPerDay, unit: "probability per day", in: 0...1,
      source: .sweep("no source looked for", over: 0.0001...0.002),
      about: "Blocks among people who are friends."),
    .number(
      "report-per-day", \.reportPerDay, unit: "probability per day", in: 0...1,
      source: .sweep("no source looked for", over: 0.00005...0.001),
      about: "Reports among people who are friends."),
  ]

  /// They are shares of one whole.
  public static let checks: [Check<Self>] = [
    Check(
      "unfriend-per-day", "block-per-day", "report-per-day", rule: "together they must not exceed 1"
    ) { $0.unfriendPerDay + $0.blockPerDay + $0.reportPerDay <= 1 }
  ]
}

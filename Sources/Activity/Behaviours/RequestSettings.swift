public import Settings

/// How often people ask to be friends or follow, and whom.
public struct RequestSettings: SettingsSection {
  /// Requests a day of a child to people around.
  public var childPerDay = 0.10
  /// Requests a day of an adult to people around.
  public var adultPerDay = 0.03
  /// Share of those that close a triangle.
  public var closureShare = 0.9
  /// Share of steps from a child to an adult's friend, or back, that are taken.
  public var crossGenerationShare = 0.05
  /// Requests a day of a child to children anywhere, unknown.
  public var childStrangersPerDay = 0.015
  /// Share of those that go to young adults.
  public var strangersAdultShare = 0.05
  /// Requests a day of an adult to adults anywhere, unknown.
  public var adultStrangersPerDay = 0.001
  /// Share of requests to friends' friends, and of adults to neighbours, that go to somebody met in
  /// person.
  public var acquaintedShare = 0.75
  /// Share of a child's requests to people around, beyond triangles, that go to neighbours.
  public var neighbourShare = 0.1
  /// What a child's requests to schoolmates are multiplied by when new classes have begun.
  public var newClassesFactor = 10.0
  /// Requests a day of a newcomer to people nearby.
  public var newcomerPerDay = 0.06
  /// Share of a newcomer's requests that go to children.
  public var newcomerToChildrenShare = 0.1
  /// Looks at a profile for each request.
  public var profileViewsPerRequest = 8.0
  /// Share of approaches that are a follow instead of a request.
  public var followShare = 0.25
  /// Share of follows that a child returns.
  public var childFollowBackShare = 0.5
  /// Share of follows that an adult returns.
  public var adultFollowBackShare = 0.25

  /// Makes the default requests.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .number(
      "child-per-day", \.childPerDay, unit: "requests per day", in: 0.0...50.0,
      source: .sweep("no source looked for", over: 0.03...0.3),
      about: "Requests of a child to people around."),
    .number(
      "adult-per-day", \.adultPerDay, unit: "requests per day", in: 0.0...50.0,
      source: .sweep("no source looked for", over: 0.01...0.1),
      about: "Requests of an adult to people around."),
    .number(
      "closure-share", \.closureShare, unit: "share", in: 0...1,
      source: .published(
        "Backstrom and Leskovec 2011, doi 10.1145/1935826.1935914: 92 % of new edges close a "
          + "triangle", .memoryHigh),
      about: "Requests that close a triangle."),
    .number(
      "cross-generation-share", \.crossGenerationShare, unit: "share", in: 0...1,
      source: .sweep("no age-gap distribution of under-18 ties published", over: 0.01...0.2),
      about: "Triangles between a child and an adult that are closed."),
    .number(
      "child-strangers-per-day", \.childStrangersPerDay, unit: "requests per day", in: 0.0...10.0,
      source: .sweep(
        "set with the answers so that 35 % of 10 to 15s accept an unknown request in a year",
        over: 0.005...0.05),
      about: "Requests of a child of mean openness to children anywhere, unknown."),
    .number(
      "strangers-adult-share", \.strangersAdultShare, unit: "share", in: 0...1,
      source: .sweep("no source looked for", over: 0...0.2),
      about: "Those that go to adults of up to 30 instead."),
    .number(
      "adult-strangers-per-day", \.adultStrangersPerDay, unit: "requests per day", in: 0.0...10.0,
      source: .sweep("no source looked for", over: 0...0.01),
      about: "Requests of an adult to adults anywhere, unknown."),
    .number(
      "acquainted-share", \.acquaintedShare, unit: "share", in: 0...1,
      source: .sweep(
        "set so that 0.79 of ordinary requests are accepted (Yang et al. 2011)", over: 0.5...0.9),
      about:
        "Requests to friends' friends, and of adults to neighbours, that go to somebody met in "
        + "person."),
    .number(
      "neighbour-share", \.neighbourShare, unit: "share", in: 0...1,
      source: .sweep("no source looked for", over: 0...0.5),
      about: "Requests of a child, beyond triangles, that go to neighbours and not to schoolmates."),
    .number(
      "new-classes-factor", \.newClassesFactor, unit: "factor", in: 1.0...100.0,
      source: .sweep("no source looked for", over: 2...30),
      about: "What a child's requests to schoolmates are multiplied by when new classes have begun."
    ),
    .number(
      "newcomer-per-day", \.newcomerPerDay, unit: "requests per day", in: 0.0...50.0,
      source: .sweep("no source looked for", over: 0.02...0.5),
      about: "Requests of a newcomer to people nearby."),
    .number(
      "newcomer-to-children-share", \.newcomerToChildrenShare, unit: "share", in: 0...1,
      source: .sweep("no source looked for", over: 0...0.3),
      about: "A newcomer's requests that go to children."),
    .number(
      "profile-views-per-request", \.profileViewsPerRequest, unit: "views", in: 1.0...200.0,
      source: .sweep("calibration P14", over: 2...50), about: "Looks at a profile per request."),
    .number(
      "follow-share", \.followShare, unit: "share", in: 0...1,
      source: .sweep("no source looked for", over: 0...0.8),
      about: "Approaches that are a follow instead of a request."),
    .number(
      "child-follow-back-share", \.childFollowBackShare, unit: "share", in: 0...1,
      source: .published("Kwak et al. 2010, Mislove et al. 2007: 0.22 to 0.79", .memoryHigh),
      about: "Follows that a child returns."),
    .number(
      "adult-follow-back-share", \.adultFollowBackShare, unit: "share", in: 0...1,
      source: .published("Kwak et al. 2010: 0.22 on Twitter", .memoryHigh),
      about: "Follows that an adult returns."),
  ]
}

/// How people answer requests.
public struct AnswerSettings: SettingsSection {
  /// Probability that somebody one meets in person accepts.
  public var acquaintances = 0.9
  /// Probability that an adult accepts a stranger: no, 1 or 2, 3 to 10, more mutual friends.
  public var adultsByMutual = [0.19, 0.50, 0.65, 0.80]
  /// Probability that a child of mean openness accepts a stranger, by mutual friends.
  public var childrenByMutual = [0.20, 0.40, 0.55, 0.75]
  /// Shape of the Gamma distribution of children's openness, whose mean is 1.
  public var opennessShape = 1.2
  /// Share of requests not accepted that are declined; the others expire.
  public var declineShare = 0.45
  /// Time to an answer, median, in hours.
  public var delayMedianHours = 4.0
  /// Standard deviation of the logarithm of that time.
  public var delaySigma = 1.4
  /// When an unanswered request expires, in days.
  public var expiryDays = 30.0
  /// Share of declined strangers who are blocked as well.
  public var blockAfterDecline = 0.10
  /// Share of declined strangers who are reported as well.
  public var reportAfterDecline = 0.03

  /// Makes the default answers.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .number(
      "acquaintances", \.acquaintances, unit: "probability", in: 0...1,
      source: .sweep(
        "set so that 0.79 of ordinary requests are accepted (Yang et al. 2011)",
        over: 0.8...1),
      about: "Probability that somebody one meets in person accepts."),
    .numbers(
      "adults-by-mutual", \.adultsByMutual, count: 4...4, unit: "probability", in: 0...1,
      source: .published(
        "Boshmaf et al. 2011, doi 10.1145/2076732.2076746: 0.19 without a mutual friend, up to "
          + "0.80 from 11; between them interpolated", .memoryHigh),
      about: "Probability that an adult accepts a stranger with 0, 1-2, 3-10, 11+ mutual friends."),
    .numbers(
      "children-by-mutual", \.childrenByMutual, count: 4...4, unit: "probability", in: 0...1,
      source: .sweep(
        "calibration P9, level from the 35 % who accept an unknown request in a year",
        over: 0.001...0.3),
      about: "The same for a child of mean openness."),
    .number(
      "openness-shape", \.opennessShape, in: 0.1...100.0,
      source: .sweep("calibration P9: heterogeneous between children", over: 0.5...5),
      about: "Shape of the Gamma distribution of children's openness, whose mean is 1."),
    .number(
      "decline-share", \.declineShare, unit: "share", in: 0...1,
      source: .sweep("no source looked for", over: 0.2...0.8),
      about: "Requests not accepted that are declined; the others expire."),
    .number(
      "delay-median-hours", \.delayMedianHours, unit: "hours", in: 0.01...500.0,
      source: .sweep("our choice, no source looked for; the range is half to double", over: 2...8),
      about: "Time to an answer, median."),
    .number(
      "delay-sigma", \.delaySigma, in: 0.0...3.0,
      source: .sweep(
        "our choice, no source looked for; the range is half to double", over: 0.7...2.8),
      about: "Standard deviation of the logarithm of that time."),
    .number(
      "expiry-days", \.expiryDays, unit: "days", in: 1.0...365.0,
      source: .sweep(
        "our choice, no source looked for; the range is half to double", over: 15...60),
      about: "When an unanswered request expires."),
    .number(
      "block-after-decline", \.blockAfterDecline, unit: "share", in: 0...1,
      source: .sweep("no source looked for", over: 0.02...0.3),
      about: "Declined strangers who are blocked as well."),
    .number(
      "report-after-decline", \.reportAfterDecline, unit: "share", in: 0...1,
      source: .published("Ofcom 2022: 17 % act on what may harm them", .foundSecondary),
      about: "Declined strangers who are reported as well."),
  ]
}

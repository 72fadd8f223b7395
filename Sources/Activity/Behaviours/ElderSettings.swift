import Population
public import Settings

/// What an adult is to children, as far as it decides how often the two have to do with each other.
public enum ElderKind: String, CaseIterable, Sendable {
  /// Somebody with friends or neighbours who have children.
  case ordinary
  /// Somebody of 18 or 19.
  case youngAdult = "young-adult"
  /// Somebody with children at home.
  case parent
  /// A grandparent, aunt or uncle.
  case relative
  /// Somebody who moved here lately, among neighbours' children.
  case newcomer
  /// A teacher of a school.
  case teacher
  /// A coach of a club.
  case coach
  /// Somebody who works with the children of the neighbourhood.
  case youthWorker = "youth-worker"
  /// A teacher now here, now there.
  case supplyTeacher = "supply-teacher"
  /// Somebody who teaches children anywhere, one by one.
  case tutor
  /// Somebody who plays games in public.
  case streamer
  /// Somebody who looks after a forum for young people.
  case forumModerator = "forum-moderator"
  /// An adult whose account says under 18, and who is among children for it.
  case seemingMinor = "seeming-minor"

  /// What somebody of a role is to children.
  init(_ role: Role) {
    switch role {
    case .child, .adult: self = .ordinary
    case .youngAdult: self = .youngAdult
    case .parent: self = .parent
    case .relative: self = .relative
    case .newcomer: self = .newcomer
    case .teacher: self = .teacher
    case .coach: self = .coach
    case .youthWorker: self = .youthWorker
    case .supplyTeacher: self = .supplyTeacher
    case .tutor: self = .tutor
    case .streamer: self = .streamer
    case .forumModerator: self = .forumModerator
    }
  }

  /// Whether all such adults have to do with children, and not a share of them only.
  var isAlwaysAmongChildren: Bool { self != .ordinary && self != .newcomer }
}

/// How often adults have to do with children, harmlessly.
public struct ElderSettings: SettingsSection {
  /// Share of adults without a role, and of newcomers, who have to do with children around.
  public var ordinaryShare = 0.25
  /// Standard deviation of the logarithm of how much adults of one kind differ.
  public var levelSigma = 1.0
  /// Sittings a day with posts of children.
  public var viewsPerDay = Table<ElderKind>(
    [
      .ordinary: 0.15, .youngAdult: 0.4, .parent: 0.5, .relative: 0.3, .newcomer: 0.1,
      .teacher: 0.15, .coach: 0.3, .youthWorker: 0.4, .supplyTeacher: 0.3, .tutor: 0.8,
      .streamer: 1.5, .forumModerator: 2, .seemingMinor: 0.5,
    ], others: 0)
  /// Conversations a day with children.
  public var runsPerDay = Table<ElderKind>(
    [
      .ordinary: 0.03, .youngAdult: 0.3, .parent: 0.4, .relative: 0.15, .newcomer: 0.02,
      .teacher: 0.06, .coach: 0.2, .youthWorker: 0.25, .supplyTeacher: 0.12, .tutor: 0.5,
      .streamer: 0.4, .forumModerator: 0.5, .seemingMinor: 0.2,
    ], others: 0)
  /// Requests and follows a day to children.
  public var requestsPerDay = Table<ElderKind>(
    [
      .ordinary: 0.009, .youngAdult: 0.03, .parent: 0.009, .relative: 0.02, .newcomer: 0.03,
      .teacher: 0.02, .coach: 0.04, .youthWorker: 0.05, .supplyTeacher: 0.08, .tutor: 0.10,
      .streamer: 0.12, .forumModerator: 0.10, .seemingMinor: 0.04,
    ], others: 0)
  /// Children with whom one adult talks at most.
  public var regulars = 4
  /// Share of an occupation's sittings with posts of children who are no friends.
  public var otherChildrenShare = 0.5
  /// Share of other adults' sittings and requests that may go to a child nearby who is unknown, where
  /// no friend has one.
  public var unknownShare = 0.08
  /// Share of streamers and forum moderators who are up late.
  public var lateShare = 0.5
  /// Share of conversations that the child begins.
  public var childStartsShare = 0.4

  /// Makes the default elders.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .number(
      "ordinary-share", \.ordinaryShare, unit: "share", in: 0...1,
      source: .sweep(
        "no source looked for; set so that 15 to 35 % of adults without a role ask, look at or "
          + "talk with somebody under 18 in a quarter", over: 0.1...0.5),
      about: "Adults without a role, and newcomers, who have to do with children around."),
    .number(
      "level-sigma", \.levelSigma, in: 0.0...2.0,
      source: .sweep("no source looked for", over: 0.5...1.5),
      about: "How far adults of one kind differ: standard deviation of the logarithm."),
    .table(
      "views-per-day", \.viewsPerDay, unit: "sittings per day", in: 0...100,
      source: .scaling("no source looked for; our choice", by: 3),
      about: "Sittings with posts of children, by what the adult is to them."),
    .table(
      "runs-per-day", \.runsPerDay, unit: "conversations per day", in: 0...100,
      source: .scaling("no source looked for; our choice", by: 3),
      about: "Conversations with children, by what the adult is to them."),
    .table(
      "requests-per-day", \.requestsPerDay, unit: "requests per day", in: 0...50,
      source: .scaling("no source looked for; our choice", by: 3),
      about: "Requests and follows to children, by what the adult is to them."),
    .number(
      "regulars", \.regulars, unit: "children", in: 1...32,
      source: .sweep("no source looked for", over: 2...10),
      about: "Children with whom one adult talks at most, beside the own family."),
    .number(
      "other-children-share", \.otherChildrenShare, unit: "share", in: 0...1,
      source: .sweep("no source looked for", over: 0...1),
      about: "Sittings of those with an occupation that show children who are no friends."),
    .number(
      "unknown-share", \.unknownShare, unit: "share", in: 0...1,
      source: .sweep("no source looked for", over: 0...0.3),
      about: "Sittings and requests of other adults that may go to a child nearby who is unknown, "
        + "where no friend has one."),
    .number(
      "late-share", \.lateShare, unit: "share", in: 0...1,
      source: .sweep("no source looked for", over: 0...1),
      about: "Streamers and forum moderators who are up late."),
    .number(
      "child-starts-share", \.childStartsShare, unit: "share", in: 0...1,
      source: .sweep(
        "our choice, no source looked for; the range is half to double", over: 0.2...0.8),
      about: "Conversations that the child begins."),
  ]
}

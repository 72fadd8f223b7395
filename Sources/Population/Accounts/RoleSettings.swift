public import Settings

/// How many adults have an occupation or circumstance, and how many children they befriend by it.
public struct OccupationSettings: SettingsSection {
  /// Share of persons of 20 and more.
  public var share = 0.0
  /// Children befriended before the run, on average.
  public var childTies = 0.0

  /// Makes an occupation that nobody has.
  public init() {}

  init(share: Double, childTies: Double) {
    self.share = share
    self.childTies = childTies
  }

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .number(
      "share", \.share, unit: "share", in: 0...0.3,
      source: .sweep("no census of them found, unless said where the section is", over: 0...0.05),
      about: "Persons of 20 and more who are."),
    .number(
      "child-ties", \.childTies, unit: "accounts", in: 0.0...5_000.0,
      source: .sweep("no source found, unless said where the section is", over: 2...200),
      about: "Children befriended before the run, on average."),
  ]
}

/// How many innocent adults resemble groomers, and how far: hard negatives on purpose.
public struct RoleSettings: SettingsSection {
  /// Share of a teacher's own pupils whom the teacher befriends online.
  public var teacherTieShare = 0.05
  /// Classes that a secondary teacher teaches; a primary teacher has one.
  public var classesPerTeacher = 7
  /// Share of a club's children whom the coach befriends online.
  public var coachTieShare = 0.5
  /// Adults who teach in the schools around, now here, now there.
  public var supplyTeachers = OccupationSettings(share: 0.001, childTies: 8)
  /// Adults who work with the children of the neighbourhood.
  public var youthWorkers = OccupationSettings(share: 0.002, childTies: 15)
  /// Grandparents, aunts and uncles, out of those whose extended family has children.
  public var relatives = OccupationSettings(share: 0.15, childTies: 3)
  /// Adults who teach children anywhere, one by one.
  public var tutors = OccupationSettings(share: 0.001, childTies: 10)
  /// Adults who play games in public.
  public var streamers = OccupationSettings(share: 0.0005, childTies: 60)
  /// Adults who look after a forum for young people.
  public var forumModerators = OccupationSettings(share: 0.001, childTies: 25)
  /// Share of adults who moved here lately.
  public var newcomerShare = 0.02
  /// Friends of such an adult, as a share of what another would have.
  public var newcomerDegreeShare = 0.15

  /// Makes the default hard negatives.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .number(
      "teacher-tie-share", \.teacherTieShare, unit: "share", in: 0...1,
      source: .sweep("calibration P32; policy discourages it", over: 0...0.3),
      about: "Pupils whom their teacher befriends online."),
    .number(
      "classes-per-teacher", \.classesPerTeacher, unit: "classes", in: 1...40,
      source: .published(
        "a secondary teacher meets 6 to 8 classes of 22.4, 130 to 180 pupils", .derived),
      about: "Classes that a secondary teacher teaches; a primary teacher has one."),
    .number(
      "coach-tie-share", \.coachTieShare, unit: "share", in: 0...1,
      source: .sweep("no census of coaches found", over: 0.1...0.9),
      about: "A club's children whom the coach befriends online."),
    .section(
      "supply-teachers", \.supplyTeachers,
      about: "Adults who teach in the schools around: many schools, few mutual friends."),
    .section(
      "youth-workers", \.youthWorkers,
      about: "Adults who work with the children of the neighbourhood. The share is derived: Scouts "
        + "alone had 83,792 section adults in May 2024, 0.0019 of England's; contact is 15 to 30."),
    .section(
      "relatives", \.relatives,
      about: "Grandparents, aunts and uncles, out of those with children in the extended family; "
        + "2 to 10 child ties each (calibration section 5)."),
    .section("tutors", \.tutors, about: "Adults who teach children anywhere, one by one."),
    .section("streamers", \.streamers, about: "Adults who play games in public."),
    .section(
      "forum-moderators", \.forumModerators,
      about: "Adults who look after a forum for young people of the whole country."),
    .number(
      "newcomer-share", \.newcomerShare, unit: "share", in: 0...0.5,
      source: .sweep("no source looked for", over: 0.005...0.1),
      about: "Adults who moved here lately and know few people."),
    .number(
      "newcomer-degree-share", \.newcomerDegreeShare, unit: "share", in: 0...1,
      source: .sweep(
        "our choice, no source looked for; the range is half to double", over: 0.075...0.3),
      about: "Friends of a newcomer, as a share of what another would have."),
  ]

  /// Nobody has two occupations.
  public static let checks: [Check<Self>] = [
    Check(
      "supply-teachers", "youth-workers", "tutors", "streamers", "forum-moderators",
      "newcomer-share",
      rule: "supply teachers, youth workers, tutors, streamers, forum moderators and newcomers "
        + "together must not exceed 1"
    ) { settings in
      settings.occupations.reduce(0) { $0 + $1.share } <= 1
    }
  ]

  /// Occupations that are dealt out to adults, with the share of adults who have each.
  var occupations: [(role: Role, share: Double)] {
    [
      (.supplyTeacher, supplyTeachers.share), (.youthWorker, youthWorkers.share),
      (.tutor, tutors.share), (.streamer, streamers.share),
      (.forumModerator, forumModerators.share), (.newcomer, newcomerShare),
    ]
  }

  /// How many children somebody of a role befriends on average, where that is a number.
  func childTies(of role: Role) -> Double {
    switch role {
    case .supplyTeacher: supplyTeachers.childTies
    case .youthWorker: youthWorkers.childTies
    case .relative: relatives.childTies
    case .tutor: tutors.childTies
    case .streamer: streamers.childTies
    case .forumModerator: forumModerators.childTies
    case .child, .youngAdult, .adult, .parent, .teacher, .coach, .newcomer: 0
    }
  }
}

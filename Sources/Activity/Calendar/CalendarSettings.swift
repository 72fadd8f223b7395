public import Settings

/// When the run takes place.
public struct CalendarSettings: SettingsSection {
  /// The first simulated day.
  public var start = CalendarDate(2017, 4, 3)
  /// How many days are simulated.
  public var days = 90
  /// School holidays.
  public var holidays: [Holiday] = []
  /// Days on which the platform is down.
  public var outages: [Outage] = []
  /// How long pupils meet new schoolmates once new classes have begun, in days.
  public var newClassesDays = 14

  /// The longest run, in days.
  static let longestRunDays = 3_650

  /// Makes the default calendar.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .date(
      "start", \.start,
      source: .published(
        "the offence of sexual communication with a child came into force on 3 April 2017", .found),
      about: "The first simulated day."),
    .number(
      "days", \.days, unit: "days", in: 1...longestRunDays,
      source: .assumption("our choice: a school term; how long one looks, so nothing to sweep"),
      about: "How many days are simulated."),
    .sections("holidays", \.holidays, about: "School holidays, from the first to the last day."),
    .sections("outages", \.outages, about: "When the platform is down, first to last day."),
    .number(
      "new-classes-days", \.newClassesDays, unit: "days", in: 0...365,
      source: .sweep("our choice, no source looked for; the range is half to double", over: 7...28),
      about: "How long pupils meet new schoolmates once new classes have begun."),
  ]

  /// The calendar ends with the year 9999.
  public static let checks: [Check<Self>] = [
    Check("start", "days", rule: "the run must end before the year 10000") {
      $0.start.adding(days: $0.days) != nil
    }
  ]

  /// A stretch of days without school.
  public struct Holiday: SettingsSection {
    /// The first day.
    public var from = CalendarDate(2017, 4, 10)
    /// The last day.
    public var to = CalendarDate(2017, 4, 21)
    /// Whether new classes begin after it, as after the summer.
    public var newClasses = false

    /// Makes a placeholder, whose days must be given.
    public init() {}

    /// One row per key.
    public static let keys: [Key<Self>] = [
      .date(
        "from", \.from, source: .assumption("school calendars differ by county"),
        about: "The first day without school."
      ).required,
      .date(
        "to", \.to, source: .assumption("school calendars differ by county"),
        about: "The last day without school."
      ).required,
      .flag(
        "new-classes", \.newClasses, source: .assumption("school years begin after the summer"),
        about: "Whether new classes begin after it, so that pupils meet new schoolmates."),
    ]

    /// A holiday ends after it begins.
    public static let checks: [Check<Self>] = [
      Check("from", "to", rule: "from must not be after to") { $0.from <= $0.to }
    ]
  }
}

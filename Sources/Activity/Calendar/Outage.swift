public import Settings

/// A stretch of days on which the platform is down.
///
/// Nobody can do anything on it, and nothing is recorded. Answers and whatever else is due come
/// after it, at the same time of day. Contact of a campaign goes on elsewhere meanwhile: its days
/// count, nothing of them is seen, and a child that would have ended it on such a day by a block or a
/// report does neither.
public struct Outage: SettingsSection {
  /// The first day.
  public var from = CalendarDate(2017, 4, 10)
  /// The last day.
  public var to = CalendarDate(2017, 4, 11)

  /// Makes a placeholder, whose days must be given.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .date(
      "from", \.from, source: .assumption("our choice: a platform in trouble"),
      about: "The first day on which the platform is down."
    ).required,
    .date(
      "to", \.to, source: .assumption("our choice: a platform in trouble"),
      about: "The last day on which it is."
    ).required,
  ]

  /// An outage ends after it begins.
  public static let checks: [Check<Self>] = [
    Check("from", "to", rule: "from must not be after to") { $0.from <= $0.to }
  ]
}

extension CalendarSettings {
  /// Whether the platform is down, one value per simulated day.
  var outageDays: [Bool] {
    (0..<days).map { day in
      guard let date = start.adding(days: day) else { return false }
      return outages.contains { $0.from <= date && date <= $0.to }
    }
  }
}

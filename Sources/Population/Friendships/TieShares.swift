public import Settings

/// What makes the friendships of children, as shares of the ties that foci and distance make.
public struct ChildTieShares: SettingsSection {
  /// Share from the same school.
  public var school = 0.60
  /// Share from the family and the household.
  public var family = 0.08
  /// Share from the same club.
  public var club = 0.10
  /// Share from living near each other, by rank of distance.
  public var nearby = 0.12
  /// Share from meeting online only, anywhere.
  public var online = 0.10

  /// Makes the default shares.
  public init() {}

  /// One row per share.
  public static let keys: [Key<Self>] = [
    .number(
      "school", \.school, unit: "share", in: 0...1,
      source: .sweep("calibration P4, set so that contact with strangers fits", over: 0.5...0.85),
      about: "Ties of children from the same school."),
    .number(
      "family", \.family, unit: "share", in: 0...1,
      source: .sweep("calibration P4", over: 0.02...0.2),
      about: "Ties of children from family and household."),
    .number(
      "club", \.club, unit: "share", in: 0...1,
      source: .sweep("calibration P4", over: 0.02...0.2),
      about: "Ties of children from the same club."),
    .number(
      "nearby", \.nearby, unit: "share", in: 0...1,
      source: .sweep("calibration P4", over: 0.05...0.3),
      about: "Ties of children from living near each other."),
    .number(
      "online", \.online, unit: "share", in: 0...1,
      source: .sweep("calibration P4", over: 0.02...0.25),
      about: "Ties of children made online only, anywhere."),
  ]

  /// The shares make up the whole.
  public static let checks: [Check<Self>] = [
    Check(
      "school", "family", "club", "nearby", "online",
      sharesSumToOne: { [$0.school, $0.family, $0.club, $0.nearby, $0.online] })
  ]
}

/// What makes the friendships of adults, as shares of the ties that foci and distance make.
public struct AdultTieShares: SettingsSection {
  /// Share from living near each other, by rank of distance.
  public var nearby = 0.32
  /// Share from the same workplace.
  public var work = 0.25
  /// Share from the family and the household.
  public var family = 0.10
  /// Share from anywhere, whatever the distance.
  public var online = 0.33

  /// Makes the default shares.
  public init() {}

  /// One row per share.
  public static let keys: [Key<Self>] = [
    .number(
      "nearby", \.nearby, unit: "share", in: 0...1,
      source: .sweep("calibration P5", over: 0.2...0.5),
      about: "Ties of adults from living near each other."),
    .number(
      "work", \.work, unit: "share", in: 0...1,
      source: .sweep("calibration P5", over: 0.1...0.4),
      about: "Ties of adults from the same workplace."),
    .number(
      "family", \.family, unit: "share", in: 0...1,
      source: .sweep("calibration P5", over: 0.05...0.2),
      about: "Ties of adults from family and household."),
    .number(
      "online", \.online, unit: "share", in: 0...1,
      source: .published(
        "Liben-Nowell et al. 2005, doi 10.1073/pnas.0503018102: about a third of ties "
          + "are independent of distance", .found),
      about: "Ties of adults to anywhere, whatever the distance."),
  ]

  /// The shares make up the whole.
  public static let checks: [Check<Self>] = [
    Check(
      "nearby", "work", "family", "online",
      sharesSumToOne: { [$0.nearby, $0.work, $0.family, $0.online] })
  ]
}

public import Settings

/// A platform: who is on it, and how much of people's ties it sees.
public struct PlatformSettings: SettingsSection {
  /// Its name.
  public var name = "main"
  /// Share of those who have accounts at all who have one here, by age.
  public var shares = PlatformShareSettings()
  /// Share of the ties between two people on the platform that are friendships there.
  public var tieShare = 1.0

  /// Makes a platform that everybody is on and that sees every tie.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .text(
      "name", \.name, rule: .kebabCase,
      source: .assumption("the one platform of a world that names none"),
      about: "The platform's name, for tables; not a real one's."),
    .section(
      "shares", \.shares, about: "Who of those who have accounts has one here, by age."),
    .number(
      "tie-share", \.tieShare, unit: "share", in: 0...1,
      source: .sweep("no source found; 1 makes every tie a friendship", over: 0.2...1),
      about: "Ties between two people on the platform that are friendships there."),
  ]
}

/// Share of those who have accounts at all who have one on a platform, by age.
public struct PlatformShareSettings: SettingsSection {
  /// Ages 5 to 7.
  public var from5To7 = 1.0
  /// Ages 8 to 12.
  public var from8To12 = 1.0
  /// Ages 13 to 15.
  public var from13To15 = 1.0
  /// Ages 16 and 17.
  public var from16To17 = 1.0
  /// Ages from 18 up.
  public var adults = 1.0

  /// Makes a platform that everybody is on.
  public init() {}

  /// One row per band.
  public static let keys: [Key<Self>] = [
    row("from-5-to-7", \.from5To7, "of 5 to 7"),
    row("from-8-to-12", \.from8To12, "of 8 to 12"),
    row("from-13-to-15", \.from13To15, "of 13 to 15"),
    row("from-16-to-17", \.from16To17, "of 16 and 17"),
    row("adults", \.adults, "of 18 and more"),
  ]

  private static func row(
    _ name: String, _ property: any WritableKeyPath<Self, Double> & Sendable, _ who: String
  ) -> Key<Self> {
    .number(
      name, property, unit: "share", in: 0...1,
      source: .assumption("everybody, on the one platform of a world that names none"),
      about: "Those \(who) with accounts who have one here.")
  }

  /// The share at an age.
  func share(atAge age: Int) -> Double {
    switch age {
    case ..<8: from5To7
    case 8...12: from8To12
    case 13...15: from13To15
    case 16...17: from16To17
    default: adults
    }
  }
}

public import Settings

/// Share of persons who have an account on any platform, by age.
public struct AdoptionSettings: SettingsSection {
  /// Ages 5 to 7, supervised.
  public var from5To7 = 0.38
  /// Ages 8 to 12.
  public var from8To12 = 0.60
  /// Ages 13 to 15.
  public var from13To15 = 0.90
  /// Ages 16 and 17.
  public var from16To17 = 0.94
  /// Ages from 18 up.
  public var adults = 0.85

  /// Makes the default adoption.
  public init() {}

  /// One row per band.
  public static let keys: [Key<Self>] = [
    .number(
      "from-5-to-7", \.from5To7, unit: "share", in: 0...1,
      source: .published("Ofcom, April 2024: 5 to 7s using social media", .found),
      about: "Persons of 5 to 7 with an account."),
    .number(
      "from-8-to-12", \.from8To12, unit: "share", in: 0...1,
      source: .published("Yonder for Ofcom, October 2022", .foundSecondary),
      about: "Persons of 8 to 12 with an account."),
    .number(
      "from-13-to-15", \.from13To15, unit: "share", in: 0...1,
      source: .published("Ofcom waves after 2022", .memoryMedium),
      about: "Persons of 13 to 15 with an account."),
    .number(
      "from-16-to-17", \.from16To17, unit: "share", in: 0...1,
      source: .published("Ofcom waves after 2022", .memoryMedium),
      about: "Persons of 16 and 17 with an account."),
    .number(
      "adults", \.adults, unit: "share", in: 0.1...1,
      source: .sweep("calibration P2", over: 0.75...0.95),
      about: "Persons of 18 and more with an account."),
  ]

  /// The share of persons of an age who have an account.
  func share(atAge age: Int) -> Double {
    switch age {
    case ..<5: 0
    case 5...7: from5To7
    case 8...12: from8To12
    case 13...15: from13To15
    case 16...17: from16To17
    default: adults
    }
  }
}

/// How far the ages that accounts declare are off.
public struct ClaimedAgeSettings: SettingsSection {
  /// Accounts of 8 to 12 that claim 16 or more.
  public var sixteenFrom8To12 = 0.39
  /// Accounts of 8 to 12 that claim 18 or more.
  public var adultFrom8To12 = 0.23
  /// Accounts of 13 to 15 that claim 16 or more.
  public var sixteenFrom13To15 = 0.56
  /// Accounts of 13 to 17 that claim 18 or more.
  public var adultFrom13To17 = 0.38
  /// Accounts of adults that claim 13 to 17.
  public var minorFromAdults = 0.005

  /// Makes the default errors.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .number(
      "sixteen-from-8-to-12", \.sixteenFrom8To12, unit: "share", in: 0...1,
      source: .published("Yonder for Ofcom, October 2022", .foundSecondary),
      about: "Accounts of children up to 12 that claim 16 or more."),
    .number(
      "adult-from-8-to-12", \.adultFrom8To12, unit: "share", in: 0...1,
      source: .published("Yonder for Ofcom, October 2022", .foundSecondary),
      about: "Accounts of children up to 12 that claim 18 or more."),
    .number(
      "sixteen-from-13-to-15", \.sixteenFrom13To15, unit: "share", in: 0...1,
      source: .published(
        "solved from Ofcom 2022 (0.47 of 8 to 15 claim 16 or more) and adoption", .derived),
      about: "Accounts of 13 to 15 that claim 16 or more."),
    .number(
      "adult-from-13-to-17", \.adultFrom13To17, unit: "share", in: 0...1,
      source: .published(
        "solved from Ofcom 2022 (0.32 of 8 to 17 claim 18 or more) and adoption", .derived),
      about: "Accounts of 13 to 17 that claim 18 or more."),
    .number(
      "minor-from-adults", \.minorFromAdults, unit: "share", in: 0...1,
      source: .sweep(
        "set so that 2 % of 10 to 15s have a contact much older than thought in a year (CSEW, year "
          + "to March 2020)", over: 0...0.01),
      about: "Accounts of adults, harmless ones, that claim 13 to 17."),
  ]

  /// Who claims 18 also claims 16.
  public static let checks: [Check<Self>] = [
    Check(
      "adult-from-8-to-12", "sixteen-from-8-to-12",
      rule: "who claims 18 also claims 16: adult-from-8-to-12 must not exceed the other"
    ) { $0.adultFrom8To12 <= $0.sixteenFrom8To12 },
    Check(
      "adult-from-13-to-17", "sixteen-from-13-to-15",
      rule: "who claims 18 also claims 16: adult-from-13-to-17 must not exceed the other"
    ) { $0.adultFrom13To17 <= $0.sixteenFrom13To15 },
  ]
}

/// How many people groom, who they are, and what their accounts claim.
public struct GroomerSettings: SettingsSection {
  /// Groomer accounts per adult account, further accounts of one person left out.
  public var perAdultAccount = 0.005
  /// Share of groomers picked among those who meet children by occupation, besides those whom
  /// chance picks there.
  public var communityShare = 0.0
  /// Accounts that a groomer holds on each of the groomer's platforms.
  public var accounts = 1
  /// Share of groomers whose account declares an age under 18.
  public var claimsMinorShare = 0.20
  /// Share of groomers who deceive about their age in any way, the former included.
  public var anyDeceptionShare = 0.50
  /// Share of groomers whose account declares a place where they do not live, besides those of whom
  /// that is so as of everybody.
  public var falsePlaceShare = 0.0

  /// Makes the default, enriched, prevalence.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .number(
      "per-adult-account", \.perAdultAccount, unit: "accounts per adult account", in: 0...0.5,
      source: .sweep(
        "published definitions span three orders of magnitude; worlds are enriched and precision "
          + "is re-weighted", over: 1e-4...1e-2),
      about: "Groomer accounts per adult account; at least one account unless it is 0. Further "
        + "accounts that a person holds on one platform come on top."),
    .number(
      "community-share", \.communityShare, unit: "share", in: 0...1,
      source: .sweep("no source looked for; 0 leaves it to chance", over: 0...1),
      about: "Groomers picked among teachers, coaches and others who meet children where they work "
        + "or help; the others are picked among all adults."),
    .number(
      "accounts", \.accounts, unit: "accounts", in: 1...10,
      source: .sweep("no source looked for", over: 1...5),
      about: "Accounts that a groomer holds on each platform; of an imported graph they are given."),
    .number(
      "claims-minor-share", \.claimsMinorShare, unit: "share", in: 0...1,
      source: .published(
        "0.05 in Wolak, Finkelhor and Mitchell 2004; 0.20 in NCMEC 2017, method of reports",
        .foundSecondary),
      about: "Groomers whose account declares an age under 18."),
    .number(
      "any-deception-share", \.anyDeceptionShare, unit: "share", in: 0...1,
      source: .published("Wolak, Finkelhor and Mitchell 2004: more than half", .foundSecondary),
      about: "Groomers who deceive about their age in any way, the former included."),
    .number(
      "false-place-share", \.falsePlaceShare, unit: "share", in: 0...1,
      source: .sweep("no source looked for; 0 makes them like everybody", over: 0...1),
      about: "Groomers whose account declares a place by its number of people, not their own."),
  ]

  /// Claiming to be a minor is a deception.
  public static let checks: [Check<Self>] = [
    Check(
      "claims-minor-share", "any-deception-share",
      rule: "claims-minor-share is part of any-deception-share and must not exceed it"
    ) { $0.claimsMinorShare <= $0.anyDeceptionShare }
  ]
}

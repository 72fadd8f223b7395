public import Settings

/// What children do when they end an uncomfortable contact; those who do anything may do several
/// things.
public struct ChildResponseSettings: SettingsSection {
  /// Share who do nothing.
  public var nothing = 0.26
  /// Share who block the account.
  public var block = 0.50
  /// Share who report it to the platform.
  public var report = 0.15
  /// Share who tell an adult, of which the platform sees nothing.
  public var tellAdult = 0.30

  /// Makes the default responses.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .number(
      "nothing", \.nothing, unit: "share", in: 0...1,
      source: .published("Thorn 2021 (calibration P25)", .foundSecondary),
      about: "Children who do nothing; the contact fades."),
    .number(
      "block", \.block, unit: "share", in: 0...1,
      source: .published("Thorn 2021, Ofcom 2022 (calibration P25)", .foundSecondary),
      about: "Children who block the account."),
    .number(
      "report", \.report, unit: "share", in: 0...1,
      source: .published("Thorn 2021, Ofcom 2022 (calibration P25)", .foundSecondary),
      about: "Children who report it to the platform."),
    .number(
      "tell-adult", \.tellAdult, unit: "share", in: 0...1,
      source: .sweep("no good source (calibration P25)", over: 0.15...0.45),
      about: "Children who tell an adult; the platform sees nothing of it."),
  ]

  /// Whoever does not do nothing does at least one of the three.
  public static let checks: [Check<Self>] = [
    Check(
      "nothing", "block", "report", "tell-adult",
      rule: "who does not do nothing does one of the other three: none of these may exceed "
        + "1 - nothing, and together they must reach it"
    ) { settings in
      let active = 1 - settings.nothing
      let shares = [settings.block, settings.report, settings.tellAdult]
      return shares.allSatisfy { $0 <= active + 1e-9 } && shares.reduce(0, +) >= active - 1e-9
    }
  ]
}

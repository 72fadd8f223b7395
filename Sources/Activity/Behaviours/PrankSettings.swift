public import Settings

/// Accounts that flood others with requests for fun, and mean no harm.
public struct PrankSettings: SettingsSection {
  /// Share of accounts that do.
  public var share = 0.0
  /// Requests and follows a day of such an account.
  public var requestsPerDay = 10.0
  /// Share of these that go to children.
  public var toChildrenShare = 0.6
  /// Probability that somebody accepts one.
  public var acceptedShare = 0.02

  /// Makes a platform without pranksters.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .number(
      "share", \.share, unit: "share", in: 0...1,
      source: .sweep("no source looked for", over: 0...0.02), about: "Accounts that do."),
    .number(
      "requests-per-day", \.requestsPerDay, unit: "requests per day", in: 0.0...1_000.0,
      source: .sweep("no source looked for", over: 2...50),
      about: "Requests and follows of such an account."),
    .number(
      "to-children-share", \.toChildrenShare, unit: "share", in: 0...1,
      source: .sweep("our choice, no source looked for; the range is half to all", over: 0.3...1),
      about: "Those that go to children."),
    .number(
      "accepted-share", \.acceptedShare, unit: "probability", in: 0...1,
      source: .sweep(
        "our choice, no source looked for; the range is half to double", over: 0.01...0.04),
      about: "Probability that somebody accepts one."),
  ]
}

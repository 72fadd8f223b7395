public import Settings

/// The time from first contact to first meeting: a mixture of a fast and a slow log-normal.
public struct PaceSettings: SettingsSection {
  /// Share of the slow kind.
  public var slowShare = 0.70
  /// Median of the fast kind, in days.
  public var fastMedianDays = 6.0
  /// Standard deviation of the logarithm of the fast kind.
  public var fastSigma = 1.15
  /// Median of the slow kind, in days.
  public var slowMedianDays = 75.0
  /// Standard deviation of the logarithm of the slow kind.
  public var slowSigma = 0.8

  /// Makes the default pace.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .number(
      "slow-share", \.slowShare, unit: "share", in: 0...1,
      source: .published(
        "set so that 64 % of contacts last over 30 days (Wolak, Finkelhor and Mitchell 2004, "
          + "Table 2-3)", .memoryHigh),
      about: "Contacts of the slow kind."),
    .number(
      "fast-median-days", \.fastMedianDays, unit: "days", in: 0.05...365.0,
      source: .published(
        "mean near 12 days in decoy transcripts (Winters, Kaylor and Jeglic 2017), which "
          + "probably compress time", .memoryMedium),
      about: "Median of the fast kind."),
    .number(
      "fast-sigma", \.fastSigma, in: 0.0...3.0, source: .sweep("shape unknown", over: 0.7...1.5),
      about: "Standard deviation of the logarithm of the fast kind."),
    .number(
      "slow-median-days", \.slowMedianDays, unit: "days", in: 1.0...1_000.0,
      source: .sweep("shape unknown", over: 40...150), about: "Median of the slow kind."),
    .number(
      "slow-sigma", \.slowSigma, in: 0.0...3.0, source: .sweep("shape unknown", over: 0.5...1.2),
      about: "Standard deviation of the logarithm of the slow kind."),
  ]
}

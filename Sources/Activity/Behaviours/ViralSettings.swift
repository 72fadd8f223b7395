public import Settings

/// Posts that a great many accounts look at.
public struct ViralSettings: SettingsSection {
  /// Share of children's posts that go viral.
  public var childShare = 0.000_02
  /// Share of adults' posts that go viral.
  public var adultShare = 0.000_02
  /// Accounts that look at such a post, median.
  public var audienceMedian = 300.0
  /// Standard deviation of the logarithm of that number.
  public var audienceSigma = 1.0
  /// Mean time until somebody looks at it, in hours.
  public var meanHours = 18.0

  /// Makes the default viral posts.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .number(
      "child-share", \.childShare, unit: "share", in: 0...1,
      source: .sweep("no source looked for", over: 0...0.001),
      about: "Children's posts that go viral."),
    .number(
      "adult-share", \.adultShare, unit: "share", in: 0...1,
      source: .sweep("no source looked for", over: 0...0.001),
      about: "Adults' posts that go viral."),
    .number(
      "audience-median", \.audienceMedian, unit: "accounts", in: 1.0...10_000_000.0,
      source: .sweep("no source looked for", over: 100...3_000),
      about: "Accounts that look at such a post, median."),
    .number(
      "audience-sigma", \.audienceSigma, in: 0.0...3.0,
      source: .sweep(
        "our choice, no source looked for; the range is half to double", over: 0.5...2),
      about: "Standard deviation of the logarithm of that number."),
    .number(
      "mean-hours", \.meanHours, unit: "hours", in: 0.1...1_000.0,
      source: .sweep("our choice, no source looked for; the range is half to double", over: 9...36),
      about: "Mean time until somebody looks at it."),
  ]
}

public import Settings

/// How events reach those who watch for them: late, twice, or as they happen.
public struct DeliverySettings: SettingsSection {
  /// Share of events that arrive late.
  public var lateShare = 0.0
  /// How late half of these are at most, in minutes.
  public var lateMedianMinutes = 60.0
  /// Standard deviation of the logarithm of how late they are.
  public var lateSigma = 1.5
  /// Share of events that arrive a second time.
  public var duplicateShare = 0.0

  /// Makes the default delivery: each event once, as it happens.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .number(
      "late-share", \.lateShare, unit: "share", in: 0...1,
      source: .sweep("no source looked for; none is late by default", over: 0...0.3),
      about: "Share of events that reach detectors late, and so behind others."),
    .number(
      "late-median-minutes", \.lateMedianMinutes, unit: "minutes", in: 0.01...100_000.0,
      source: .sweep("no source looked for", over: 1...1_440),
      about: "How late an event is, if it is late, or how long after it its duplicate comes."),
    .number(
      "late-sigma", \.lateSigma, in: 0.0...5.0,
      source: .sweep("no source looked for", over: 0.5...2.5),
      about: "How far these delays differ: standard deviation of their logarithm."),
    .number(
      "duplicate-share", \.duplicateShare, unit: "share", in: 0...1,
      source: .sweep("no source looked for; none is doubled by default", over: 0...0.1),
      about: "Share of events that reach detectors a second time."),
  ]

  /// Whether each event arrives once, as it happens.
  var isPerfect: Bool { lateShare == 0 && duplicateShare == 0 }
}

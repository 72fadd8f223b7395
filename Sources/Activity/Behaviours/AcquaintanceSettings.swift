public import Settings
public import Vocabulary

/// What becomes of it when a child and somebody unknown are friends online.
///
/// Unknown to each other are two who share no extended family, school, club or workplace, and had no
/// friend in common when one asked the other.
public struct AcquaintanceSettings: SettingsSection {
  /// Probability that they come to talk, for a child of mean openness.
  public var speakShare = 0.22
  /// Conversations a day while it lasts.
  public var runsPerDay = 0.5
  /// How long it lasts: median, in days.
  public var lastingMedianDays = 12.0
  /// Standard deviation of the logarithm of that time.
  public var lastingSigma = 1.2
  /// Probability that those who talk go on in another app.
  public var moveShare = 0.3
  /// When they do: median, in days.
  public var moveMedianDays = 4.0
  /// Probability that two children who talk meet, harmlessly.
  public var meetingShare = 0.23
  /// The same for a child and an adult.
  public var adultMeetingShare = 0.02
  /// Time from acceptance to a meeting: median, in days.
  public var meetingMedianDays = 30.0
  /// Standard deviation of the logarithm of that time.
  public var meetingSigma = 0.9
  /// Days before a meeting in which it is arranged.
  public var arrangingDays = 5.0
  /// Probability of each cue in a run.
  public var cues = Table<Cue>(
    [
      .asksAge: 0.08, .asksWhereabouts: 0.10, .asksWhoIsNear: 0.025, .flatters: 0.10,
      .offersGift: 0.012, .asksSecrecy: 0.015, .movesPlatform: 0.07, .proposesMeeting: 0.05,
    ], others: 0)
  /// The same while a meeting is arranged.
  public var arrangingCues = Table<Cue>(
    [
      .asksAge: 0.04, .asksWhereabouts: 0.25, .asksWhoIsNear: 0.08, .flatters: 0.10,
      .offersGift: 0.015, .asksSecrecy: 0.03, .movesPlatform: 0.08, .proposesMeeting: 0.40,
    ], others: 0)

  /// Makes the default acquaintances.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .number(
      "speak-share", \.speakShare, unit: "probability", in: 0...1,
      source: .sweep(
        "set so that 19 % of 10 to 15s talk with somebody unknown in a year (CSEW, year to March "
          + "2023)", over: 0.1...0.6),
      about: "Probability that they come to talk, for a child of mean openness."),
    .number(
      "runs-per-day", \.runsPerDay, unit: "conversations per day", in: 0.0...50.0,
      source: .sweep("no source looked for", over: 0.2...2),
      about: "Conversations while it lasts."),
    .number(
      "lasting-median-days", \.lastingMedianDays, unit: "days", in: 0.1...1_000.0,
      source: .sweep("no source looked for", over: 4...40), about: "How long it lasts, median."),
    .number(
      "lasting-sigma", \.lastingSigma, in: 0.0...3.0,
      source: .sweep(
        "our choice, no source looked for; the range is half to double", over: 0.6...2.4),
      about: "Standard deviation of the logarithm of that time."),
    .number(
      "move-share", \.moveShare, unit: "probability", in: 0...1,
      source: .published(
        "Thorn 2022: 65 % of 9 to 17s were asked to move elsewhere by somebody met online", .found),
      about: "Probability that those who talk go on in another app: half of those asked."),
    .number(
      "move-median-days", \.moveMedianDays, unit: "days", in: 0.01...365.0,
      source: .sweep("no source looked for", over: 1...14), about: "When they do, median."),
    .number(
      "meeting-share", \.meetingShare, unit: "probability", in: 0...1,
      source: .sweep(
        "set so that 4.4 % of 10 to 15s meet somebody known online alone in a year (CSEW, year to "
          + "March 2023)", over: 0.1...0.4),
      about: "Probability that two children who talk meet, harmlessly."),
    .number(
      "adult-meeting-share", \.adultMeetingShare, unit: "probability", in: 0...1,
      source: .sweep("most of those met are peers; no share published", over: 0...0.1),
      about: "The same for a child and an adult."),
    .number(
      "meeting-median-days", \.meetingMedianDays, unit: "days", in: 0.1...1_000.0,
      source: .sweep("no source looked for", over: 10...90),
      about: "Time from acceptance to a meeting, median."),
    .number(
      "meeting-sigma", \.meetingSigma, in: 0.0...3.0,
      source: .sweep(
        "our choice, no source looked for; the range is half to double", over: 0.45...1.8),
      about: "Standard deviation of the logarithm of that time."),
    .number(
      "arranging-days", \.arrangingDays, unit: "days", in: 0.0...365.0,
      source: .sweep(
        "our choice, no source looked for; the range is half to double", over: 2.5...10),
      about: "Days before a meeting in which it is arranged."),
    .table(
      "cues", \.cues, unit: "probability", in: 0...1,
      source: .sweep("no base rates published (calibration P22)", over: 0.005...0.3),
      about: "Probability of each cue in a run."),
    .table(
      "arranging-cues", \.arrangingCues, unit: "probability", in: 0...1,
      source: .sweep("no base rates published (calibration P22)", over: 0.005...0.8),
      about: "The same while a meeting is arranged."),
  ]
}

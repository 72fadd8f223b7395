public import Settings
public import Vocabulary

/// The probability of each cue in a groomer's run of messages, by stage.
public struct StageCueSettings: SettingsSection {
  /// First messages.
  public var approach = Table<Cue>(
    [
      .asksAge: 0.30, .asksWhereabouts: 0.10, .asksWhoIsNear: 0.03, .flatters: 0.20,
      .offersGift: 0.01, .asksSecrecy: 0.01, .movesPlatform: 0.05, .proposesMeeting: 0.005,
    ], others: 0)
  /// Building trust.
  public var rapport = Table<Cue>(
    [
      .asksAge: 0.15, .asksWhereabouts: 0.12, .asksWhoIsNear: 0.08, .flatters: 0.25,
      .offersGift: 0.03, .asksSecrecy: 0.03, .movesPlatform: 0.06, .proposesMeeting: 0.01,
    ], others: 0)
  /// Asking about circumstances, secrecy and other platforms.
  public var isolation = Table<Cue>(
    [
      .asksAge: 0.05, .asksWhereabouts: 0.12, .asksWhoIsNear: 0.15, .flatters: 0.30,
      .offersGift: 0.08, .asksSecrecy: 0.18, .movesPlatform: 0.15, .proposesMeeting: 0.05,
    ], others: 0)
  /// Arranging to meet.
  public var arranging = Table<Cue>(
    [
      .asksAge: 0.02, .asksWhereabouts: 0.10, .asksWhoIsNear: 0.15, .flatters: 0.25,
      .offersGift: 0.08, .asksSecrecy: 0.20, .movesPlatform: 0.10, .proposesMeeting: 0.25,
    ], others: 0)

  /// Makes the default tables.
  public init() {}

  /// The table of a stage.
  subscript(stage: Stage) -> Table<Cue> {
    switch stage {
    case .approach: approach
    case .rapport: rapport
    case .isolation: isolation
    case .arranging: arranging
    }
  }

  private static let source = Source.scaling(
    "no rates published (calibration P22)", by: 3)

  /// One row per stage.
  public static let keys: [Key<Self>] = [
    .table(
      "approach", \.approach, unit: "probability", in: 0...1, source: source,
      about: "Cues of first messages."),
    .table(
      "rapport", \.rapport, unit: "probability", in: 0...1, source: source,
      about: "Cues while trust is built."),
    .table(
      "isolation", \.isolation, unit: "probability", in: 0...1, source: source,
      about: "Cues while circumstances, secrecy and other platforms come up."),
    .table(
      "arranging", \.arranging, unit: "probability", in: 0...1, source: source,
      about: "Cues while a meeting is arranged."),
  ]
}

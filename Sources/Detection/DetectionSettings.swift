public import Settings

/// Parameters of the detectors.
public struct DetectionSettings: SettingsSection {
  /// How long a detector is quiet about a suspect after an alert, in days.
  public var quietDays = 30.0
  /// How late and doubled events are dealt with.
  public var watermark = WatermarkSettings()
  /// Outreach to unconnected young people.
  public var unconnectedOutreach = UnconnectedOutreachSettings()
  /// Rejections by children.
  public var rejectedByChildren = RejectedByChildrenSettings()
  /// Spikes in views.
  public var viewSpike = ViewSpikeSettings()
  /// Cues in conversations.
  public var conversationCues = ConversationCuesSettings()
  /// Thresholds of detectors that are made at run time, by name: they have no keys.
  public var thresholds: [String: Double] = [:]
  /// Messages to unconnected under-18s.
  public var messagesToMinors = MessagesToMinorsSettings()
  /// Users' reports.
  public var userReports = UserReportsSettings()
  /// Fixed limits.
  public var rateLimits = RateLimitsSettings()
  /// Blocks and reports by under-18s.
  public var recentlyBlocked = RecentlyBlockedSettings()
  /// Choices of targets and their answers.
  public var sybilEdge = SybilEdgeSettings()
  /// Bursts.
  public var midasR = MidasRSettings()
  /// Runs that stand out for their cues.
  public var cueSkewness = CueSkewnessSettings()
  /// Unlikely contacts.
  public var unlikelyContacts = UnlikelyContactsSettings()
  /// Everybody.
  public var always = AlwaysSettings()
  /// Nobody.
  public var never = NeverSettings()
  /// Accounts by lot.
  public var chance = ChanceSettings()
  /// Groups that are turned down.
  public var rejecto = RejectoSettings()
  /// Requests that are voted down.
  public var voteTrust = VoteTrustSettings()
  /// Dense blocks of outreach.
  public var fraudar = FraudarSettings()
  /// Little trust.
  public var sybilRank = SybilRankSettings()
  /// Questions to the graph, each a detector.
  public var questions: [QuestionSettings] = []

  /// Makes the default parameters.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .number(
      "quiet-days", \.quietDays, unit: "days", in: 0.0...3_650.0,
      source: .assumption("our choice: a moderator need not be told twice in a month"),
      about: "How long a detector is quiet about a suspect after an alert."),
    .section(
      "watermark", \.watermark,
      about: "How late, doubled and disordered events are dealt with, before any detector."),
    .section(
      "unconnected-outreach", \.unconnectedOutreach, about: UnconnectedOutreach.entry.about),
    .section("rejected-by-children", \.rejectedByChildren, about: RejectedByChildren.entry.about),
    .section("view-spike", \.viewSpike, about: ViewSpike.entry.about),
    .section("conversation-cues", \.conversationCues, about: ConversationCues.entry.about),
    .section("messages-to-minors", \.messagesToMinors, about: MessagesToMinors.entry.about),
    .section("user-reports", \.userReports, about: UserReports.entry.about),
    .section("rate-limits", \.rateLimits, about: RateLimits.entry.about),
    .section("recently-blocked", \.recentlyBlocked, about: RecentlyBlocked.entry.about),
    .section("sybil-edge", \.sybilEdge, about: SybilEdge.entry.about),
    .section("midas-r", \.midasR, about: MidasR.entry.about),
    .section("cue-skewness", \.cueSkewness, about: CueSkewness.entry.about),
    .section("unlikely-contacts", \.unlikelyContacts, about: UnlikelyContacts.entry.about),
    .section("always", \.always, about: Always.entry.about),
    .section("never", \.never, about: Never.entry.about),
    .section("random", \.chance, about: Chance.entry.about),
    .section("rejecto", \.rejecto, about: Rejecto.entry.about),
    .section("vote-trust", \.voteTrust, about: VoteTrust.entry.about),
    .section("fraudar", \.fraudar, about: Fraudar.entry.about),
    .section("sybil-rank", \.sybilRank, about: SybilRank.entry.about),
    .sections(
      "questions", \.questions, unique: "name", count: 0...100,
      about: "Detectors that are questions to the graph, asked each night."),
  ]
}

extension Key {
  /// Whether a detector runs: the first key of each detector's section.
  static func enabled(_ property: any WritableKeyPath<Section, Bool> & Sendable) -> Key {
    .flag(
      "enabled", property,
      source: .assumption(
        "the four patterns that were asked for run unless told otherwise, others when they are named"
      ),
      about: "Whether this detector runs.")
  }
}

/// Every built-in detector, in the order in which reports list them.
public enum DetectorCatalogue {
  /// The entries; a new detector adds a line.
  public static let entries: [Entry] = [
    UnconnectedOutreach.entry,
    RejectedByChildren.entry,
    ViewSpike.entry,
    ConversationCues.entry,
    MessagesToMinors.entry,
    UserReports.entry,
    RateLimits.entry,
    RecentlyBlocked.entry,
    SybilEdge.entry,
    MidasR.entry,
    CueSkewness.entry,
    UnlikelyContacts.entry,
    Always.entry,
    Never.entry,
    Chance.entry,
    Rejecto.entry,
    VoteTrust.entry,
    Fraudar.entry,
    SybilRank.entry,
  ]

  /// The entry with a name.
  public static func entry(named name: String) -> Entry? {
    entries.first { $0.name == name }
  }

  /// Names that mean something else where detectors are named: the oracle, all together, groups.
  static let reservedNames = ["oracle", "any", "all"] + Group.allCases.map(\.rawValue)

  /// Whether a name cannot be that of a program, a trained model or a question.
  public static func isTaken(_ name: String) -> Bool {
    entry(named: name) != nil || reservedNames.contains(name)
  }

  /// What a detector is there for.
  public enum Group: String, CaseIterable, Sendable {
    /// One of the four patterns that were asked for.
    case pattern
    /// A rule as a platform's policy may have it.
    case policy
    /// A published method, to hold others against.
    case peer
    /// An end of the scale: what nobody can beat, or should lose to.
    case bound
    /// Fitted to other runs by `tocsin train`.
    case trained
    /// From outside: another program, or a question of the scenario.
    case outside

    /// What it is, in a sentence.
    public var about: String {
      switch self {
      case .pattern: "The four patterns that the NSPCC named in January 2018; they run by default."
      case .policy: "Rules as a platform's policy may have them."
      case .peer: "Published methods, to hold others against."
      case .bound: "The ends of the scale: nothing told, all told, chance."
      case .trained: "Fitted to other runs."
      case .outside: "Other programs, and questions of the scenario."
      }
    }
  }

  /// A detector as help, reports and the engine know it.
  public struct Entry: Sendable {
    /// The name in files, options and tables.
    public let name: String
    /// What it is there for.
    public let group: Group
    /// What it looks for, in one sentence.
    public let about: String
    /// Why it alerts, as a sentence about the suspect without its subject.
    ///
    /// Each reason's name in braces stands for its value. Empty if alerts are explained by their
    /// reasons alone.
    public let because: String
    /// Which one it is, in a line, where name and settings do not say.
    ///
    /// Of a program its command, of a model its training; empty for others.
    public let identity: String
    /// What the engine is to work out for it beside the features of each event.
    public let needs: Set<SharedFeature>
    /// Whether the settings have it run.
    public let isEnabled: @Sendable (DetectionSettings) -> Bool
    /// Has the detector alert from a score on: sets its threshold, and nothing else.
    ///
    /// Every score is at least 0, so that 0 is the most permissive threshold. One that the settings
    /// cannot express, such as half an account, becomes the next stricter.
    public let setThreshold: @Sendable (inout DetectionSettings, Double) -> Void
    let make: @Sendable (DetectionSettings, PlatformView) -> any Detector

    /// Makes an entry.
    ///
    /// - Parameters:
    ///   - name: the name in files, options and tables.
    ///   - group: what it is there for.
    ///   - about: what it looks for, in one sentence.
    ///   - because: why it alerts, as a sentence without its subject, with reasons in braces.
    ///   - identity: which one it is, in a line, where name and settings do not say.
    ///   - needs: what the engine is to work out for it beside the features of each event.
    ///   - isEnabled: whether the settings have it run.
    ///   - setThreshold: has the detector alert from a score on.
    ///   - make: makes the detector, which is about to see the first event of a run.
    public init(
      name: String, group: Group, about: String, because: String = "",
      identity: String = "", needs: Set<SharedFeature> = [],
      isEnabled: @escaping @Sendable (DetectionSettings) -> Bool,
      setThreshold: @escaping @Sendable (inout DetectionSettings, Double) -> Void,
      make: @escaping @Sendable (DetectionSettings, PlatformView) -> any Detector
    ) {
      self.name = name
      self.group = group
      self.about = about
      self.because = because
      self.identity = identity
      self.needs = needs
      self.isEnabled = isEnabled
      self.setThreshold = setThreshold
      self.make = make
    }
  }
}

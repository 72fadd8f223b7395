public import Vocabulary

/// What really happened: who groomed whom, and who met.
///
/// No detector ever sees it.
public struct GroundTruth: Sendable, Equatable {
  /// Accounts whose owner grooms, ascending.
  public var groomers: [AccountID]
  /// Names of the scenario's campaign profiles, in its order; not empty.
  public var profiles: [String]
  /// The profile of each groomer's campaign, as a position in `profiles`: one per groomer, in the
  /// order of `groomers`.
  public var groomerProfiles: [UInt8]
  /// Every sustained contact of a groomer with a child, ascending by first contact, then groomer,
  /// then child.
  public var cases: [Case]
  /// Meetings that harmed nobody, ascending by time, then the pair.
  public var meetings: [Meeting]
  /// The end of the run: what had not happened by then is unknown, not absent.
  public var end: SimTime

  /// Makes a truth.
  ///
  /// - Parameters:
  ///   - groomers: accounts whose owner grooms, ascending.
  ///   - profiles: names of the campaign profiles.
  ///   - groomerProfiles: the profile of each groomer; nil puts all of them into the first.
  ///   - cases: every sustained contact, in order.
  ///   - meetings: harmless first meetings, in order.
  ///   - end: the end of the run.
  /// - Precondition: there is a profile, and as many positions as groomers.
  public init(
    groomers: [AccountID], profiles: [String] = ["default"], groomerProfiles: [UInt8]? = nil,
    cases: [Case], meetings: [Meeting] = [], end: SimTime
  ) {
    let positions = groomerProfiles ?? [UInt8](repeating: 0, count: groomers.count)
    precondition(
      positions.count == groomers.count && positions.allSatisfy { $0 < profiles.count }
        && !profiles.isEmpty, "every groomer has a profile")
    self.groomers = groomers
    self.profiles = profiles
    self.groomerProfiles = positions
    self.cases = cases
    self.meetings = meetings
    self.end = end
  }

  /// One groomer and one child in sustained contact.
  public struct Case: Sendable, Equatable {
    /// The groomer's account.
    public var groomer: AccountID
    /// The child's account.
    public var child: AccountID
    /// The request that the child accepted; looks at posts may have come before it.
    public var firstContact: SimTime
    /// When each stage that was reached began, in the order of `Stage`.
    public var stages: [StageStart]
    /// When the conversation left the platform, where it did; nothing of it is seen afterwards.
    public var movedOffPlatform: SimTime?
    /// When contact broke off without a meeting, where it did within the run.
    public var ended: SimTime?
    /// When the child told an adult, which ended it; the platform saw nothing of that.
    public var told: SimTime?
    /// When they first met, where they did within the run.
    public var firstMeeting: SimTime?

    /// Makes a case.
    public init(
      groomer: AccountID, child: AccountID, firstContact: SimTime, stages: [StageStart],
      movedOffPlatform: SimTime?, ended: SimTime?, told: SimTime? = nil,
      firstMeeting: SimTime?
    ) {
      self.groomer = groomer
      self.child = child
      self.firstContact = firstContact
      self.stages = stages
      self.movedOffPlatform = movedOffPlatform
      self.ended = ended
      self.told = told
      self.firstMeeting = firstMeeting
    }
  }

  /// A first meeting of a child with somebody known online alone, who grooms nobody.
  ///
  /// Most are with peers. They are no cases, and no score counts them.
  public struct Meeting: Sendable, Equatable, BitwiseCopyable {
    /// The account of the two with the lower number.
    public var lower: AccountID
    /// The other.
    public var higher: AccountID
    /// When they first met.
    public var time: SimTime

    /// Makes a meeting.
    public init(lower: AccountID, higher: AccountID, time: SimTime) {
      self.lower = lower
      self.higher = higher
      self.time = time
    }
  }

  /// When a stage of a case began.
  public struct StageStart: Sendable, Equatable, BitwiseCopyable {
    /// The stage.
    public var stage: Stage
    /// Its first moment.
    public var time: SimTime

    /// Makes a stage's start.
    public init(stage: Stage, time: SimTime) {
      self.stage = stage
      self.time = time
    }
  }
}

/// The stages of a campaign towards one child, in order.
///
/// Named after what public safety guidance describes in the abstract; only their cue rates and
/// times are modelled. Raw values are what files hold.
public enum Stage: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  /// A request or a first message.
  case approach = 0
  /// Ordinary-looking talk that builds trust.
  case rapport = 1
  /// Asking about circumstances, secrecy and other platforms.
  case isolation = 2
  /// Arranging to meet.
  case arranging = 3

  /// The stage as tables, scenario files and exports write it.
  public var name: String {
    switch self {
    case .approach: "approach"
    case .rapport: "rapport"
    case .isolation: "isolation"
    case .arranging: "arranging"
    }
  }
}

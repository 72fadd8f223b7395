import Randomness
import Settings
import Vocabulary

/// How people talk: a run of messages one way, and perhaps one back, with the cues that talk between
/// people of their kind has.
struct Talk: Sendable {
  private let habits: Habits
  private let runLength: RunLength
  private let reports: [ReportedCues]
  private let newReports: [ReportedCues]

  /// Kinds of talk, which differ in their cues.
  enum Kind: Int, CaseIterable {
    /// Among friends of an age.
    case friends
    /// Among teenagers who know each other in person.
    case teens
    /// Within an extended family.
    case family
    /// Between an adult and a child who are not family.
    case elders
    /// With somebody known online alone.
    case acquaintances
    /// The same, shortly before the two meet.
    case arranging
  }

  init(habits: Habits) {
    self.habits = habits
    let settings = habits.settings.messages
    let classifier = CueClassifier(habits.settings.classifier)
    runLength = RunLength(settings)
    let acquaintances = habits.settings.acquaintances
    let tables = Kind.allCases.map { kind in
      switch kind {
      case .friends: settings.benignCues
      case .teens: settings.teenCues
      case .family: settings.familyCues
      case .elders: settings.elderCues
      case .acquaintances: acquaintances.cues
      case .arranging: acquaintances.arrangingCues
      }
    }
    reports = tables.map { classifier.reports(of: $0) }
    newReports = tables.map {
      classifier.reports(of: $0, factor: settings.newFriendCueFactor)
    }
  }

  /// Draws a run and the reply to it.
  ///
  /// - Parameters:
  ///   - sender: who writes first.
  ///   - recipient: to whom.
  ///   - time: when.
  ///   - kind: what the two are to each other.
  ///   - isNew: whether they have been friends for a few days only.
  ///   - stream: where the draws come from.
  /// - Returns: the run, and the reply if there is one.
  func exchange(
    from sender: Int, to recipient: Int, at time: SimTime, kind: Kind, isNew: Bool,
    using stream: inout RandomStream
  ) -> (first: Event, reply: Event?) {
    let settings = habits.settings.messages
    let reports = (isNew ? newReports : self.reports)[kind.rawValue]
    let first = run(from: sender, to: recipient, at: time, reports, using: &stream)
    guard stream.chance(settings.replyShare) else { return (first, nil) }
    let delay = Exponential(rate: 1 / settings.replyMinutes).sample(using: &stream) * 60
    let later = time.advanced(bySeconds: 1 + delay)
    return (first, run(from: recipient, to: sender, at: later, reports, using: &stream))
  }

  private func run(
    from sender: Int, to recipient: Int, at time: SimTime, _ reports: ReportedCues,
    using stream: inout RandomStream
  ) -> Event {
    Event(
      time: time, kind: .message, actor: AccountID(sender), target: AccountID(recipient),
      detail: reports.sample(at: time, using: &stream).rawValue,
      count: runLength.sample(using: &stream))
  }
}

extension DayDraft {
  /// Puts down a run and the reply to it.
  mutating func add(_ exchange: (first: Event, reply: Event?)) {
    add(exchange.first)
    if let reply = exchange.reply { add(reply) }
  }
}

public import Activity
public import Vocabulary

/// What happened between a groomer and a child, in order, with who could see it.
///
/// Looks and messages are summed up by day. Of alerts it has the first of each detector on the
/// groomer, whichever child led to it, and the first that names this child.
public struct CaseTimeline: Sendable, Equatable {
  /// The groomer and the child, and what really was.
  public let contact: GroundTruth.Case
  /// What happened, in order of time.
  public let entries: [Entry]
  /// How early each detector was, in the order given, then all of them together.
  public let leads: [Lead]

  /// Something that happened.
  public struct Entry: Sendable, Equatable {
    /// When; of what is summed up, the first of it.
    public var time: SimTime
    /// Who could see it.
    public var sight: Sight
    /// What.
    public var happening: Happening
  }

  /// Who could see something as it happened.
  public enum Sight: String, Sendable, Codable {
    /// It was an event of the platform.
    case platform
    /// A detector that the platform's events were replayed through.
    case detector
    /// Nobody but the two: it is known here because the world is simulated.
    case nobody
  }

  /// One of the two.
  public enum Party: String, Sendable, Codable, CaseIterable {
    /// Who grooms.
    case groomer
    /// Whom.
    case child
  }

  /// What can happen in a case.
  public enum Happening: Sendable, Equatable {
    /// One of the two did something that stands alone, such as a request.
    case act(Party, EventKind)
    /// Looks or messages of a day.
    case day(DaySum)
    /// A stage of the campaign began.
    case stage(Stage)
    /// The conversation left the platform.
    case movedOffPlatform
    /// The child told an adult.
    case told
    /// Contact broke off.
    case ended
    /// They met for the first time.
    case meeting
    /// A detector alerted on the groomer.
    case alert(Alert)
    /// The run ended before anything came about.
    case runEnded
  }

  /// When a detector first alerted, and how long before the meeting.
  public struct Lead: Sendable, Equatable {
    /// The detector, or `Evaluation.anyDetector`.
    public var detector: String
    /// How many alerts it raised on the groomer.
    public var alerts: Int
    /// The first alert on the groomer.
    public var first: SimTime?
    /// The first alert on the groomer that names the child.
    public var firstNamingChild: SimTime?
    /// Days from the first alert to the meeting, below 0 after it; nil without either.
    public var leadDays: Double?
  }

  /// Puts a case together.
  ///
  /// - Parameters:
  ///   - contact: what really was.
  ///   - events: every event between the two, in order; others are left out.
  ///   - alerts: of one replay, in the order they were raised; those on others are left out.
  ///   - detectors: the names of all that ran, silent ones too.
  ///   - end: the end of the run.
  /// - Complexity: linear in events and alerts, and a sort of what is left of them.
  public init(
    of contact: GroundTruth.Case, events: EventLog, alerts: [Alert], detectors: [String],
    end: SimTime
  ) {
    self.contact = contact
    let raised = alerts.filter { $0.suspect == contact.groomer }
    var entries = Self.seen(in: events, of: contact) + Self.truth(of: contact, end: end)
    entries += Self.firsts(of: raised, on: contact.child).map {
      Entry(time: $0.time, sight: .detector, happening: .alert($0))
    }
    // Of the same second the platform's events come first, then the truth, then alerts on them.
    self.entries = entries.enumerated()
      .sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }.map(\.element)
    let each = detectors.map { name in
      Self.lead(of: raised.filter { $0.detector == name }, by: name, in: contact)
    }
    let any = Self.lead(of: raised, by: Evaluation.anyDetector, in: contact)
    leads = detectors.isEmpty ? [] : each + [any]
  }

  /// What the platform saw.
  private static func seen(in events: EventLog, of contact: GroundTruth.Case) -> [Entry] {
    var entries: [Entry] = []
    var sums: [DaySum.Key: Int] = [:]
    for row in 0..<events.count {
      let event = events[row]
      let party: Party
      switch (event.actor, event.target) {
      case (contact.groomer, contact.child): party = .groomer
      case (contact.child, contact.groomer): party = .child
      default: continue
      }
      guard let topic = DaySum.Topic(of: event.kind) else {
        entries.append(
          Entry(time: event.time, sight: .platform, happening: .act(party, event.kind)))
        continue
      }
      let key = DaySum.Key(day: event.time.day, topic: topic)
      if let index = sums[key], case .day(var sum) = entries[index].happening {
        sum.add(event, by: party)
        entries[index].happening = .day(sum)
      } else {
        var sum = DaySum(topic: topic, last: event.time)
        sum.add(event, by: party)
        sums[key] = entries.count
        entries.append(Entry(time: event.time, sight: .platform, happening: .day(sum)))
      }
    }
    return entries
  }

  /// What only the simulation knows.
  private static func truth(of contact: GroundTruth.Case, end: SimTime) -> [Entry] {
    var happenings: [(SimTime?, Happening)] = contact.stages.map { ($0.time, .stage($0.stage)) }
    happenings += [
      (contact.movedOffPlatform, .movedOffPlatform), (contact.told, .told),
      (contact.ended, .ended), (contact.firstMeeting, .meeting),
    ]
    if contact.ended == nil, contact.firstMeeting == nil { happenings.append((end, .runEnded)) }
    return happenings.compactMap { time, happening in
      time.map { Entry(time: $0, sight: .nobody, happening: happening) }
    }
  }

  /// The first alert of each detector, and its first that names the child.
  private static func firsts(of raised: [Alert], on child: AccountID) -> [Alert] {
    var general: Set<String> = []
    var naming: Set<String> = []
    return raised.filter { alert in
      let isFirst = general.insert(alert.detector).inserted
      return alert.child == child && naming.insert(alert.detector).inserted || isFirst
    }
  }

  private static func lead(
    of raised: [Alert], by detector: String, in contact: GroundTruth.Case
  ) -> Lead {
    let first = raised.map(\.time).min()
    return Lead(
      detector: detector, alerts: raised.count, first: first,
      firstNamingChild: raised.filter { $0.child == contact.child }.map(\.time).min(),
      leadDays: first.flatMap { first in contact.firstMeeting?.days(since: first) })
  }
}

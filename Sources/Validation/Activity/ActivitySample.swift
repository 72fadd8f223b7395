public import Activity
public import Population
public import Vocabulary

/// What happened in a run, as the rows on activity look at it: totals per account and per child.
///
/// Made of one pass over the events, in their order: `consume` takes in a run of them at a time.
/// Memory goes with accounts, friendships and the pairs of strangers that children meet, not with
/// events. It holds the accounts of every platform, as a survey asks people and not accounts.
public struct ActivitySample: Sendable {
  /// The world in which it happened.
  public let world: World
  /// What really happened.
  public let truth: GroundTruth
  /// How many days were simulated.
  public let days: Int
  /// How many events were taken in.
  public private(set) var events = 0

  /// The requests each account sent, of those that are counted (`lastCountedRequest`).
  private(set) var requests: [RequestTally]
  /// When each account of a child of 8 to 14 was active; nothing of others.
  private(set) var hours: [HourTally]
  /// How much each account of a teenager of 13 to 17 wrote; nothing of others.
  private(set) var talk: [TalkTally]
  /// What children of 10 to 15 went through in the first year.
  private(set) var survey: Survey

  private let calendar: SchoolCalendar
  private let groups: [AgeGroups]
  /// Requests sent later may still be open at the end, and those that are accepted mostly are so
  /// soon: counting them would leave out the others.
  private let lastCountedRequest: SimTime
  private var strangers: Strangers
  private var openRequests: [UInt64: OpenRequest] = [:]

  private struct OpenRequest {
    var isCounted: Bool
    /// Whether the two were unknown to each other when it was sent.
    var isOfStranger: Bool
  }

  /// Prepares the pass.
  ///
  /// - Parameters:
  ///   - world: the world of the run.
  ///   - truth: what really happened in it.
  ///   - calendar: its days.
  ///   - answerDays: how long a request can wait for its answer before it lapses.
  public init(world: World, truth: GroundTruth, calendar: CalendarSettings, answerDays: Double) {
    self.world = world
    self.truth = truth
    self.calendar = SchoolCalendar(calendar)
    days = calendar.days
    let accounts = world.accountCount
    requests = Array(repeating: RequestTally(), count: accounts)
    hours = Array(repeating: HourTally(), count: accounts)
    talk = Array(repeating: TalkTally(), count: accounts)
    groups = (0..<accounts).map { AgeGroups(age: world.age(of: $0)) }
    lastCountedRequest = SimTime(day: calendar.days).advanced(byDays: -answerDays)
    strangers = Strangers(in: world)
    survey = Survey(world: world)
    noteMeetings()
  }

  /// Takes in the next events of the run.
  ///
  /// - Precondition: events follow those before, in their total order; accounts exist.
  public mutating func consume(_ log: borrowing EventLog) {
    for row in 0..<log.count {
      let kind = log.kinds[row]
      let actor = Int(log.actors[row])
      let target = Int(log.targets[row])
      let time = SimTime(rawValue: log.times[row])
      // A request lapses by itself: its receiver does nothing.
      if kind == EventKind.expiry.rawValue {
        openRequests[Self.key(target, actor)] = nil
        continue
      }
      let isMessage = kind == EventKind.message.rawValue
      let group = groups[actor]
      if !group.isDisjoint(with: .active) {
        count(actor, group, at: time, messages: isMessage ? log.counts[row] : 0)
      }
      if isMessage {
        noteTalk(from: actor, to: target, at: time)
      } else if kind >= EventKind.request.rawValue {
        change(kind, actor, target, at: time)
      }
    }
    events += log.count
  }

  private mutating func count(
    _ actor: Int, _ group: AgeGroups, at time: SimTime, messages: UInt8
  ) {
    let day = time.day
    if group.contains(.young) {
      hours[actor].count(second: time.secondOfDay, isSchoolDay: calendar.isSchoolDay(day))
    }
    if group.contains(.teen) { talk[actor].count(messages: messages, onDay: day) }
  }

  private mutating func change(_ kind: UInt8, _ actor: Int, _ target: Int, at time: SimTime) {
    switch EventKind(rawValue: kind) {
    case .request:
      ask(actor, target, at: time)
    case .acceptance:
      accept(actor, from: target, at: time)
    case .refusal:
      openRequests[Self.key(target, actor)] = nil
    case .unfriend:
      strangers.part(actor, target)
    case .block:
      strangers.part(actor, target)
      openRequests[Self.key(actor, target)] = nil
      openRequests[Self.key(target, actor)] = nil
    case .report, .post, .view, .profileView, .follow, .expiry, .message, nil:
      break
    }
  }

  private mutating func ask(_ sender: Int, _ receiver: Int, at time: SimTime) {
    let key = Self.key(sender, receiver)
    guard openRequests[key] == nil else { return }
    let isSurveyed = !groups[sender].union(groups[receiver]).isDisjoint(with: .surveyed)
    let isOfStranger = isSurveyed && strangers.meet(sender, receiver)
    let isCounted = time <= lastCountedRequest
    openRequests[key] = OpenRequest(isCounted: isCounted, isOfStranger: isOfStranger)
    if isCounted { requests[sender].sent += 1 }
  }

  private mutating func accept(_ receiver: Int, from sender: Int, at time: SimTime) {
    if let request = openRequests.removeValue(forKey: Self.key(sender, receiver)) {
      if request.isCounted { requests[sender].accepted += 1 }
      if request.isOfStranger, Survey.isWithinYear(time) {
        survey.note(.acceptedStranger, of: receiver)
      }
    }
    strangers.befriend(sender, receiver)
  }

  /// Takes note of what a child writes to somebody unknown.
  private mutating func noteTalk(from sender: Int, to receiver: Int, at time: SimTime) {
    let sendsChild = groups[sender].contains(.surveyed)
    guard sendsChild || groups[receiver].contains(.surveyed) else { return }
    let areStrangers = strangers.talk(sender, receiver)
    guard sendsChild, areStrangers, Survey.isWithinYear(time) else { return }
    survey.note(.wroteToStranger, of: sender)
    if Survey.isMuchOlderThanDeclared(receiver, in: world) {
      survey.note(.wroteToMuchOlder, of: sender)
    }
  }

  /// Takes note of children who met somebody they knew from online only.
  private mutating func noteMeetings() {
    for contact in truth.cases {
      guard let meeting = contact.firstMeeting, Survey.isWithinYear(meeting),
        !strangers.shareFocus(contact.groomer.index, contact.child.index)
      else { continue }
      survey.note(.metOnlineContact, of: contact.child.index)
    }
    for meeting in truth.meetings where Survey.isWithinYear(meeting.time) {
      survey.note(.metOnlineContact, of: meeting.lower.index)
      survey.note(.metOnlineContact, of: meeting.higher.index)
    }
  }

  private static func key(_ sender: Int, _ receiver: Int) -> UInt64 {
    UInt64(sender) << 32 | UInt64(receiver)
  }
}

/// The groups of ages that rows on activity are about.
private struct AgeGroups: OptionSet {
  let rawValue: UInt8

  /// 8 to 14.
  static let young = AgeGroups(rawValue: 1)
  /// 13 to 17.
  static let teen = AgeGroups(rawValue: 2)
  /// 10 to 15.
  static let surveyed = AgeGroups(rawValue: 4)
  /// Those whose every event counts.
  static let active: AgeGroups = [.young, .teen]

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(age: Int) {
    self = []
    if (8...14).contains(age) { insert(.young) }
    if (13...17).contains(age) { insert(.teen) }
    if Survey.ages.contains(age) { insert(.surveyed) }
  }
}

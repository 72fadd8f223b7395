import Graphs
import Randomness
import State
import Vocabulary

/// Children and those whom they know from online alone: harmless talk, and now and then a meeting.
///
/// Most of it is among peers.
///
/// Like campaigns they go on from day to day, so they are no `Behaviour`; a contact's course is
/// drawn at once when a request is accepted.
struct Acquaintances: Sendable {
  private let settings: AcquaintanceSettings
  private let habits: Habits
  private let talk: Talk
  private let seed: UInt64
  /// Accounts of groomers, whose contacts are campaigns'.
  private let groomers: Set<Int>
  /// Requests that will be accepted, with when they were sent.
  private var pending: [Request] = []
  private var active: [Acquaintance] = []
  /// Meetings so far, in the order of time of their days.
  private var meetings: [GroundTruth.Meeting] = []
  private var haveMet = Set<UInt64>()

  /// Two accounts: who asked, and who was asked.
  private struct Two: Sendable {
    var asker: Int
    var asked: Int

    var pair: Platform.Pair { Platform.Pair(asker, asked) }
  }

  /// A request that will be accepted.
  private struct Request: Sendable {
    var pair: Two
    var asked: SimTime
  }

  /// A contact that goes on.
  private struct Acquaintance: Sendable {
    var two: Two
    /// Until when the platform sees them talk.
    var lastSeen: SimTime
    /// When they meet, if they do.
    var meeting: SimTime?

    /// When nothing more will come of it.
    var end: SimTime { max(lastSeen, meeting ?? lastSeen) }
  }

  init(habits: Habits, groomers: [AccountID], seed: UInt64) {
    settings = habits.settings.acquaintances
    self.habits = habits
    self.seed = seed
    talk = Talk(habits: habits)
    self.groomers = Set(groomers.map(\.index))
  }

  /// Takes note of those of a day's requests that will make unknown people friends of a child.
  mutating func note(_ requests: [DayDraft.Approach]) {
    for approach in requests where approach.isUnknown && approach.answer.kind == .acceptance {
      let two = Two(asker: approach.request.actor.index, asked: approach.request.target.index)
      guard habits.cast.isChild[two.asker] || habits.cast.isChild[two.asked],
        !groomers.contains(two.asker), !groomers.contains(two.asked)
      else { continue }
      pending.append(Request(pair: two, asked: approach.request.time))
    }
  }

  /// Begins a day: what was accepted by yesterday becomes an acquaintance, of which the platform's
  /// state takes note before anybody acts.
  mutating func begin(_ day: Day, in platform: inout Platform) {
    for request in pending {
      let (two, asked) = (request.pair, request.asked)
      guard let since = platform.befriending(of: two.asker, with: two.asked), since.asked == asked
      else { continue }
      platform.inContact.insert(two.pair)
      if let contact = course(of: two, asked: asked, accepted: since.accepted) {
        active.append(contact)
      }
    }
    pending.removeAll { platform.openRequests[$0.pair.pair] != $0.asked }
  }

  /// Adds what acquaintances say to each other on a day.
  func act(on day: Day, in platform: Platform, into draft: inout DayDraft) {
    for contact in active where contact.lastSeen > day.time(0) {
      let two = contact.two
      guard platform.friends.contains(two.asker, two.asked) else { continue }
      var stream = RandomStream(
        seed: seed, purpose: .acquaintanceDays, entity: two.pair.entity,
        counter: UInt32(day.number))
      for _ in 0..<Poisson(mean: settings.runsPerDay).sample(using: &stream) {
        let askerStarts = stream.chance(0.5)
        let (first, second) = askerStarts ? (two.asker, two.asked) : (two.asked, two.asker)
        let time = habits.time(first, on: day, using: &stream)
        let arranges = contact.meeting.map { $0.days(since: time) < settings.arrangingDays }
        let exchange = talk.exchange(
          from: first, to: second, at: time,
          kind: arranges == true ? .arranging : .acquaintances, isNew: false, using: &stream)
        // Everything is drawn before any of it is left out.
        if time < contact.lastSeen { draft.add(exchange) }
      }
    }
  }

  /// Ends a day: what an unfriending or a block has cut off before it left the platform ends, and
  /// meetings come about.
  mutating func end(_ day: Day, endings: Exclusions) {
    active.removeAll { contact in
      endings.ending(contact.two.asker, contact.two.asked)
        .map { $0 <= day.end && $0 < contact.lastSeen } ?? false
    }
    for contact in active {
      guard let time = contact.meeting, time.day == day.number,
        haveMet.insert(contact.two.pair.entity).inserted
      else { continue }
      let (a, b) = (contact.two.asker, contact.two.asked)
      meetings.append(
        GroundTruth.Meeting(
          lower: AccountID(min(a, b)), higher: AccountID(max(a, b)), time: time))
    }
    active.removeAll { $0.end <= day.end }
  }

  /// Meetings up to the end of a day, ascending by time, then the pair.
  func meetings(until end: SimTime) -> [GroundTruth.Meeting] {
    meetings.filter { $0.time <= end }
      .sorted { ($0.time, $0.lower, $0.higher) < ($1.time, $1.lower, $1.higher) }
  }

  /// Draws how it goes on between two who have become friends; nothing if they never talk.
  private func course(of two: Two, asked: SimTime, accepted: SimTime) -> Acquaintance? {
    var stream = RandomStream(
      seed: seed, purpose: .acquaintances, entity: two.pair.entity, counter: UInt32(asked.day))
    let cast = habits.cast
    let children = [two.asker, two.asked].filter { cast.isChild[$0] }
    let openness =
      children.reduce(0) { $0 + Double(cast.openness[$1]) } / Double(max(children.count, 1))
    guard stream.chance(min(settings.speakShare * openness, 1)) else { return nil }
    func days(_ median: Double, _ sigma: Double) -> Double {
      LogNormal(median: median, sigma: sigma).sample(using: &stream)
    }
    let lasting = days(settings.lastingMedianDays, settings.lastingSigma)
    let moves = stream.chance(settings.moveShare)
    let move = days(settings.moveMedianDays, settings.lastingSigma)
    let share = children.count == 2 ? settings.meetingShare : settings.adultMeetingShare
    let meets = stream.chance(share)
    let wait = days(settings.meetingMedianDays, settings.meetingSigma)
    // Those who meet talk until then at least, unless they do so elsewhere.
    let last = meets ? max(lasting, wait) : lasting
    return Acquaintance(
      two: two, lastSeen: accepted.advanced(byDays: moves ? min(move, last) : last),
      meeting: meets ? accepted.advanced(byDays: wait) : nil)
  }
}

extension Acquaintances {
  /// Writes down who waits for an answer, who is in contact and who has met.
  func save(to state: inout StateWriter) {
    state.write(pending)
    state.write(active)
    state.write(meetings)
    state.write(haveMet.sorted())
  }

  /// Takes over what was written down.
  mutating func restore(from state: inout StateReader) throws(StateMismatch) {
    pending = try state.readAll()
    active = try state.readAll()
    meetings = try state.readAll()
    haveMet = Set(try state.readAll())
  }
}

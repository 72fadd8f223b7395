import Graphs
import State
import Vocabulary

/// Settles what of a day's drafts comes about, a part of the day after the other.
///
/// Only what bears on the graph is settled, in the order of time, as each such event depends on
/// those before it: a few percent of all. Its memory is used again every day.
struct Settlement: Sendable {
  /// The changes of the last part that came about, in order.
  private(set) var settled: [Event] = []
  /// What does not come about because of the changes so far.
  private(set) var exclusions: Exclusions
  /// The changes of the day, in order.
  private var pending = EventSorter()
  /// The first change that is not settled.
  private var position = 0
  /// The day whose changes these are; before the first, none.
  private var day = -1
  private var warnings: Warnings
  /// What follows when a request is declined, with when that was due.
  private var aftermaths = PairMap<Aftermath>(filler: Aftermath(due: .before, events: []))

  /// What somebody who declines does besides.
  private struct Aftermath: Sendable {
    /// When the request was to be declined.
    var due: SimTime
    var events: [Event]
  }

  init(cast: Cast, seed: UInt64) {
    exclusions = Exclusions(accounts: cast.isChild.count)
    warnings = Warnings(cast: cast, seed: seed)
  }

  /// Begins a day: requests are put down with their answers, and what changes the graph on the day,
  /// from the drafts and from earlier days, is put in order.
  mutating func begin(
    _ day: Day, drafts: [DayDraft], platform: inout Platform, agenda: inout Agenda
  ) {
    settleRequests(drafts, platform: &platform, agenda: &agenda)
    self.day = day.number
    exclusions.begin()
    pending.removeAll()
    position = 0
    for draft in drafts {
      for event in draft.changes { pending.add(event) }
      for event in draft.later { agenda.add(event) }
      for author in draft.authors { platform.published(by: author.index) }
    }
    for event in agenda.take(day.number) { pending.add(event) }
    pending.sort()
  }

  /// Settles the changes before a moment.
  mutating func settle(until end: SimTime, platform: inout Platform, agenda: inout Agenda) {
    settled.removeAll(keepingCapacity: true)
    while true {
      let next = position < pending.keys.count ? pending.keys[position].time : .max
      let moment = min(end, SimTime(rawValue: next))
      for event in warnings.takeEffect(until: moment, in: platform) {
        schedule(event, on: &agenda)
      }
      guard position < pending.keys.count, pending.keys[position].time < end.rawValue else {
        return
      }
      let event = warnings.heed(pending.keys[position].event, in: platform)
      position += 1
      if comesAbout(event, platform: &platform) { settled.append(event) }
      if event.kind.isAnswer { conclude(event, on: &agenda) }
    }
  }

  /// Takes note of an intervention.
  mutating func apply(_ intervention: Intervention, agenda: inout Agenda) {
    switch intervention {
    case .suspension(let account, let from): exclusions.suspend(account, from: from)
    case .limit(let account, let from): exclusions.limit(account, from: from)
    case .warning(let child, let share, let from):
      warnings.add(child, keepingShare: share, from: from)
    case .block(let account, let blocker, let time):
      schedule(Event(time: time, kind: .block, actor: blocker, target: account), on: &agenda)
    }
  }

  /// Puts down a change that is not settled yet.
  private mutating func schedule(_ event: Event, on agenda: inout Agenda) {
    let event = agenda.postponed(event)
    if event.time.day == day { pending.insert(event) } else { agenda.add(event) }
  }

  /// Puts down what follows an answer: nothing unless the request was declined.
  private mutating func conclude(_ answer: Event, on agenda: inout Agenda) {
    guard let aftermath = aftermaths.removeValue(forKey: Platform.Pair(answer)),
      answer.kind == .refusal, settled.last == answer
    else { return }
    let delay = answer.time.rawValue - aftermath.due.rawValue
    for var event in aftermath.events {
      event.time = event.time.advanced(bySeconds: Double(delay))
      schedule(event, on: &agenda)
    }
  }

  /// Puts down each possible request and its answer; of two requests of a pair the first counts.
  private mutating func settleRequests(
    _ drafts: [DayDraft], platform: inout Platform, agenda: inout Agenda
  ) {
    var order: [(request: Event, draft: Int, position: Int)] = []
    for (number, draft) in drafts.enumerated() {
      for (position, approach) in draft.requests.enumerated() {
        order.append((approach.request, number, position))
      }
    }
    order.sort { $0.request < $1.request }
    for (request, draft, position) in order {
      let pair = Platform.Pair(request)
      guard !platform.openRequests.contains(pair),
        !platform.isBlocked(request.actor.index, request.target.index)
      else { continue }
      platform.openRequests[pair] = request.time
      agenda.add(request)
      let approach = drafts[draft].requests[position]
      agenda.add(approach.answer)
      if !approach.aftermath.isEmpty {
        aftermaths[pair] = Aftermath(due: approach.answer.time, events: approach.aftermath)
      }
    }
  }

  /// Whether a change comes about, given those before it; takes note of it if so.
  private mutating func comesAbout(_ event: Event, platform: inout Platform) -> Bool {
    let pair = Platform.Pair(event)
    let (actor, target) = (event.actor.index, event.target.index)
    if exclusions.exclude(event) {
      // An answer that is due will find no request.
      if event.kind == .request { platform.openRequests[pair] = .before }
      return false
    }
    switch event.kind {
    case .request:
      guard !platform.isBlocked(actor, target) else {
        // Never sent: open until its answer is due and lost, so that this answers no other request.
        platform.openRequests[pair] = .before
        return false
      }
    case .acceptance, .refusal, .expiry:
      guard let asked = platform.openRequests.removeValue(forKey: pair),
        asked != .before, !platform.isBlocked(actor, target)
      else { return false }
      guard event.kind == .acceptance else { return true }
      platform.befriend(
        actor, target, Platform.Befriending(asked: asked, accepted: event.time))
    case .block:
      guard platform.block(actor, target) else { return false }
      _ = platform.part(actor, target)
      exclusions.end(actor, target, at: event.time)
    case .unfriend:
      guard platform.part(actor, target) else { return false }
      exclusions.end(actor, target, at: event.time)
    case .message:
      // A reply that comes after midnight: only if they are friends still.
      return platform.friends.contains(actor, target)
    case .post, .view, .profileView, .follow, .report:
      break
    }
    return true
  }
}

extension EventKind {
  /// Whether it ends a request.
  fileprivate var isAnswer: Bool {
    switch self {
    case .acceptance, .refusal, .expiry: true
    case .request, .unfriend, .block, .message, .post, .view, .profileView, .follow, .report: false
    }
  }
}

extension Settlement {
  /// Writes down what a day leaves to the next, where nobody intervenes: what follows when open
  /// requests are declined.
  func save(to state: inout StateWriter) {
    let entries = aftermaths.entries
    state.write(entries.map(\.pair.entity))
    state.write(entries.map(\.value.due))
    state.write(entries.map(\.value.events.count))
    state.write(entries.flatMap(\.value.events))
  }

  /// Takes over what was written down.
  mutating func restore(from state: inout StateReader) throws(StateMismatch) {
    let pairs = try state.readAll(UInt64.self)
    let dues = try state.readAll(SimTime.self)
    let counts = try state.readAll(Int.self)
    var events = try state.readAll(Event.self)[...]
    guard pairs.count == dues.count, pairs.count == counts.count,
      counts.allSatisfy({ $0 >= 0 }), counts.reduce(0, +) == events.count
    else { throw StateMismatch() }
    for index in pairs.indices {
      aftermaths[Platform.Pair(entity: pairs[index])] = Aftermath(
        due: dues[index], events: Array(events.prefix(counts[index])))
      events = events.dropFirst(counts[index])
    }
  }
}

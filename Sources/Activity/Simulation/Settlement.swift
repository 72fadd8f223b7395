import Graphs
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

  init(accounts: Int) {
    exclusions = Exclusions(accounts: accounts)
  }

  /// Begins a day: requests are put down with their answers, and what changes the graph on the day,
  /// from the drafts and from earlier days, is put in order.
  mutating func begin(
    _ day: Day, drafts: [DayDraft], platform: inout Platform, agenda: inout Agenda
  ) {
    settleRequests(drafts, platform: &platform, agenda: &agenda)
    exclusions.begin()
    pending.removeAll()
    position = 0
    for draft in drafts {
      for event in draft.changes { pending.add(event) }
      for event in draft.later { agenda.add(event) }
      for author in draft.authors { platform.postSerials[author.index] &+= 1 }
    }
    for event in agenda.take(day.number) { pending.add(event) }
    pending.sort()
  }

  /// Settles the changes before a moment.
  mutating func settle(until end: SimTime, platform: inout Platform) {
    settled.removeAll(keepingCapacity: true)
    while position < pending.keys.count, pending.keys[position].time < end.rawValue {
      let event = pending.keys[position].event
      if comesAbout(event, platform: &platform) { settled.append(event) }
      position += 1
    }
  }

  /// Puts down each possible request and its answer; of two requests of a pair the first counts.
  private func settleRequests(
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
      guard !platform.openRequests.contains(pair), !platform.blocked.contains(pair) else {
        continue
      }
      platform.openRequests[pair] = request.time
      agenda.add(request)
      agenda.add(drafts[draft].requests[position].answer)
      for event in drafts[draft].requests[position].aftermath { agenda.add(event) }
    }
  }

  /// Whether a change comes about, given those before it; takes note of it if so.
  private mutating func comesAbout(_ event: Event, platform: inout Platform) -> Bool {
    let pair = Platform.Pair(event)
    let (actor, target) = (event.actor.index, event.target.index)
    switch event.kind {
    case .request:
      guard !platform.blocked.contains(pair) else {
        platform.openRequests[pair] = nil
        return false
      }
    case .acceptance, .refusal, .expiry:
      guard let asked = platform.openRequests.removeValue(forKey: pair),
        !platform.blocked.contains(pair)
      else { return false }
      guard event.kind == .acceptance else { return true }
      platform.befriend(
        actor, target, Platform.Befriending(asked: asked, accepted: event.time))
    case .block:
      guard platform.blocked.insert(pair) else { return false }
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

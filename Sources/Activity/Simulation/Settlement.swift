import Graphs
import Vocabulary

/// Settles what of a day's draft comes about, and moves the platform on to the next day.
struct Settlement {
  let day: Day

  /// What came about on a day.
  struct Outcome {
    /// The events, in no particular order.
    var events: [Event]
    /// When friendships ended, by an unfriending or a block.
    var endings: [Platform.Pair: SimTime]
  }

  /// Settles a day.
  func settle(_ draft: DayDraft, platform: inout Platform, agenda: inout Agenda) -> Outcome {
    settleRequests(draft.requests, platform: &platform, agenda: &agenda)
    // Talk and the like need no settling; what changes the graph, and what was left over from
    // earlier days, is taken in the order of time.
    var changes = agenda.take(day.number)
    var events: [Event] = []
    events.reserveCapacity(draft.events.count + changes.count)
    for event in draft.events {
      if event.time > day.end {
        agenda.add(event)
      } else if Self.changesGraph(event.kind) {
        changes.append(event)
      } else {
        events.append(event)
      }
      if event.kind == .post { platform.postSerials[event.actor.index] &+= 1 }
    }
    changes.sort()
    var endings: [Platform.Pair: SimTime] = [:]
    for event in changes where comesAbout(event, platform: &platform, endings: &endings) {
      events.append(event)
    }
    if !endings.isEmpty {
      events.removeAll { event in
        event.kind == .message && endings[Platform.Pair(event)].map { $0 < event.time } ?? false
      }
    }
    return Outcome(events: events, endings: endings)
  }

  private static func changesGraph(_ kind: EventKind) -> Bool {
    switch kind {
    case .request, .acceptance, .refusal, .expiry, .unfriend, .block: true
    case .post, .view, .profileView, .follow, .message, .report: false
    }
  }

  /// Puts down each possible request and its answer; of two requests of a pair the first counts.
  private func settleRequests(
    _ requests: [DayDraft.Approach], platform: inout Platform, agenda: inout Agenda
  ) {
    for approach in requests.sorted(by: { $0.request < $1.request }) {
      let pair = Platform.Pair(approach.request)
      guard platform.openRequests[pair] == nil, !platform.blocked.contains(pair) else { continue }
      platform.openRequests[pair] = approach.request.time
      agenda.add(approach.request)
      agenda.add(approach.answer)
      for event in approach.aftermath { agenda.add(event) }
    }
  }

  /// Whether a change comes about, given those before it; takes note of it if so.
  private func comesAbout(
    _ event: Event, platform: inout Platform, endings: inout [Platform.Pair: SimTime]
  ) -> Bool {
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
      platform.friends.insert(actor, target)
      platform.befriended[pair] = Platform.Befriending(asked: asked, accepted: event.time)
    case .block:
      guard platform.blocked.insert(pair).inserted else { return false }
      platform.friends.remove(actor, target)
      end(pair, at: event.time, platform: &platform, endings: &endings)
    case .unfriend:
      guard platform.friends.remove(actor, target) else { return false }
      end(pair, at: event.time, platform: &platform, endings: &endings)
    case .message:
      // A reply that comes after midnight: only if they are friends still.
      return platform.friends.contains(actor, target)
    case .post, .view, .profileView, .follow, .report:
      break
    }
    return true
  }

  /// Takes note of the first ending of a friendship on the day.
  private func end(
    _ pair: Platform.Pair, at time: SimTime, platform: inout Platform,
    endings: inout [Platform.Pair: SimTime]
  ) {
    platform.befriended[pair] = nil
    if endings[pair] == nil { endings[pair] = time }
  }
}

import Graphs
import Vocabulary

/// Settles what of a day's draft comes about, and moves the platform on to the next day.
struct Settlement {
  let day: Day

  /// Settles a day.
  ///
  /// - Returns: the events of the day, in no particular order.
  func settle(
    _ draft: DayDraft, platform: inout Platform, agenda: inout Agenda
  ) -> [Event] {
    settleRequests(draft.requests, platform: &platform, agenda: &agenda)
    let due = agenda.take(day.number)
    // Talk and the like need no settling; what changes the graph is taken in the order of time.
    var events: [Event] = []
    events.reserveCapacity(draft.events.count + due.count)
    var changes = due
    for event in draft.events {
      if Self.changesGraph(event.kind) { changes.append(event) } else { events.append(event) }
      if event.kind == .post { platform.postSerials[event.actor.index] &+= 1 }
    }
    changes.sort()
    var ended: [Platform.Pair: SimTime] = [:]
    var befriended: [Event] = []
    for event in changes {
      guard comesAbout(event, platform: &platform, ended: &ended, befriended: &befriended) else {
        continue
      }
      events.append(event)
    }
    for event in befriended where ended[Platform.Pair(event)] == nil {
      platform.friends.insert(event.actor.index, event.target.index)
      platform.befriended[Platform.Pair(event)] = Int32(day.number)
    }
    guard !ended.isEmpty else { return events }
    events.removeAll { event in
      event.kind == .message && ended[Platform.Pair(event)].map { $0 < event.time } ?? false
    }
    return events
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
      guard platform.openRequests.insert(pair).inserted else { continue }
      agenda.add(approach.request)
      agenda.add(approach.answer)
      for event in approach.aftermath { agenda.add(event) }
    }
  }

  /// Whether a change comes about, given those before it; takes note of it if so.
  private func comesAbout(
    _ event: Event, platform: inout Platform, ended: inout [Platform.Pair: SimTime],
    befriended: inout [Event]
  ) -> Bool {
    let pair = Platform.Pair(event)
    switch event.kind {
    case .acceptance:
      platform.openRequests.remove(pair)
      guard !platform.blocked.contains(pair) else { return false }
      befriended.append(event)
    case .refusal, .expiry:
      platform.openRequests.remove(pair)
      return !platform.blocked.contains(pair)
    case .block:
      guard platform.blocked.insert(pair).inserted else { return false }
      platform.friends.remove(event.actor.index, event.target.index)
      ended[pair] = event.time
    case .unfriend:
      guard platform.friends.remove(event.actor.index, event.target.index) else { return false }
      ended[pair] = event.time
    case .request, .post, .view, .profileView, .follow, .message, .report:
      break
    }
    return true
  }
}

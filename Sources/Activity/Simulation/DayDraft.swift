import Vocabulary

/// What some accounts would do on a day, before it is settled what of it comes about.
///
/// It is used again every day, so that its memory is.
struct DayDraft: Sendable {
  /// Events of the day that come about as they are, unless the two are friends no longer; once they
  /// are cut into slices, slice by slice, and what lies beyond the last slice means nothing.
  private(set) var events: [Event] = []
  /// Changes of the graph on the day.
  private(set) var changes: [Event] = []
  /// What lies after the day.
  private(set) var later: [Event] = []
  /// Requests, which come about unless the two are friends, have blocked one another or have an
  /// open request already.
  private(set) var requests: [Approach] = []
  /// The author of each post, post by post.
  private(set) var authors: [AccountID] = []
  /// Where each slice begins in `events`, and where the last one ends.
  private(set) var sliceStarts: [Int] = []
  private var end = SimTime.before
  private var readAhead: UInt32 = 0

  /// Puts down an event.
  mutating func add(_ event: Event) {
    if event.time > end {
      later.append(event)
    } else if event.kind.changesGraph {
      changes.append(event)
    } else {
      events.append(event)
      if event.kind == .post { authors.append(event.actor) }
    }
  }

  /// Puts down a request with its answer.
  mutating func propose(_ approach: Approach) { requests.append(approach) }

  /// A request, with the answer it will get.
  struct Approach: Sendable {
    /// When, from whom, to whom.
    var request: Event
    /// What the one asked will do about it, and when.
    var answer: Event
    /// Further things the one asked will do about it, such as a block.
    var aftermath: [Event] = []
    /// Whether the two are unknown to each other: nothing and nobody in common.
    var isUnknown = false
  }
}

extension DayDraft {
  /// Empties the draft for a day.
  mutating func begin(_ day: Day) {
    events.removeAll(keepingCapacity: true)
    changes.removeAll(keepingCapacity: true)
    later.removeAll(keepingCapacity: true)
    requests.removeAll(keepingCapacity: true)
    authors.removeAll(keepingCapacity: true)
    end = day.end
  }

  /// Keeps what reading ahead returned, so that the compiler keeps the reading.
  mutating func note(_ sum: UInt32) { readAhead = sum }

  /// Puts the events together by slice of the day, in each slice in the order they were put down.
  mutating func cut(
    into slices: DaySlices, of day: Day, in platform: Platform, using room: inout [Event]
  ) {
    let midnight = day.time(0).rawValue
    showPosts(of: platform)
    var next = [Int](repeating: 0, count: slices.count + 1)
    for event in events { next[slices.slice(ofSecond: event.time.rawValue - midnight) + 1] += 1 }
    for slice in 0..<slices.count { next[slice + 1] += next[slice] }
    sliceStarts = next
    if room.count < events.count {
      room += repeatElement(
        Event(time: .before, kind: .post, actor: .none), count: events.count - room.count)
    }
    // Through spans: whether an array is shared is asked once and not for each event.
    var places = next.mutableSpan
    var sliced = room.mutableSpan
    for event in events {
      let slice = slices.slice(ofSecond: event.time.rawValue - midnight)
      sliced[places[slice]] = event
      places[slice] += 1
    }
    swap(&events, &room)
  }

  /// Says of each view that does not say so itself which posts are seen, and leaves out those of
  /// accounts without any.
  ///
  /// Here and not where a view is drawn: any author may be next, and many reads at random cost less
  /// side by side than each by itself.
  private mutating func showPosts(of platform: Platform) {
    var kept = 0
    for index in events.indices {
      var event = events[index]
      if event.kind == .view, event.detail == 0 {
        event.detail = platform.postSerials[event.target.index]
        guard event.detail > 0 else { continue }
        event.count = UInt8(min(UInt16(event.count), event.detail))
      }
      events[kept] = event
      kept += 1
    }
    events.removeLast(events.count - kept)
  }
}

extension EventKind {
  /// Whether it bears on who is whose friend, and so on what comes after it.
  var changesGraph: Bool {
    switch self {
    case .request, .acceptance, .refusal, .expiry, .unfriend, .block: true
    case .post, .view, .profileView, .follow, .message, .report: false
    }
  }
}

import Vocabulary

/// One slice of a day: what came about in it, put in order and laid out as columns.
struct DaySlice: Sendable {
  /// The events, in their total order.
  var log = EventLog()
  private var sorter = EventSorter()

  /// Gathers the events of a slice from all drafts and from the changes, and puts them in order.
  ///
  /// - Parameters:
  ///   - slice: which slice of the day.
  ///   - drafts: all drafts of the day, cut into slices.
  ///   - changes: the changes that came about in the slice.
  ///   - exclusions: what else does not come about.
  mutating func lay(
    _ slice: Int, of drafts: [DayDraft], changes: ArraySlice<Event>, except exclusions: Exclusions
  ) {
    sorter.removeAll()
    for draft in drafts {
      for event in draft.events[draft.sliceStarts[slice]..<draft.sliceStarts[slice + 1]]
      where !exclusions.exclude(event) {
        sorter.add(event)
      }
    }
    for event in changes { sorter.add(event) }
    sorter.sort()
    log.replaceAll(with: sorter.keys)
  }
}

/// What of a day's draft does not come about although it changes nothing: messages after the
/// friendship has ended.
struct Exclusions: Sendable {
  /// When friendships ended on the day, by an unfriending or a block.
  private(set) var endings = PairMap<SimTime>(filler: .before)
  /// Whether an account has a friendship that ended on the day: asked first, as it is for nearly all
  /// false.
  private var isConcerned: [Bool]
  private(set) var concerned: [Int] = []

  init(accounts: Int) {
    isConcerned = Array(repeating: false, count: accounts)
  }

  /// Forgets the day before.
  mutating func begin() {
    for account in concerned { isConcerned[account] = false }
    concerned.removeAll(keepingCapacity: true)
    endings.removeAll()
  }

  /// Takes note of the end of a friendship; the first of the day counts.
  mutating func end(_ a: Int, _ b: Int, at time: SimTime) {
    let pair = Platform.Pair(a, b)
    guard !endings.contains(pair) else { return }
    endings[pair] = time
    for account in [a, b] where !isConcerned[account] {
      isConcerned[account] = true
      concerned.append(account)
    }
  }

  /// Whether an event does not come about.
  func exclude(_ event: Event) -> Bool {
    guard event.kind == .message, isConcerned[event.actor.index] else { return false }
    return endings[Platform.Pair(event)].map { $0 < event.time } ?? false
  }
}

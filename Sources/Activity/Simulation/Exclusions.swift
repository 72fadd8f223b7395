import Graphs
import Vocabulary

/// What of a day's draft does not come about: messages after the friendship has ended, and what
/// interventions keep from happening.
struct Exclusions: Sendable {
  /// When friendships ended on the day, by an unfriending or a block.
  private var endings = PairMap<SimTime>(filler: .before)
  /// Accounts with a friendship that ended on the day.
  private var parted: [Int] = []
  /// Whether an account is among these, or is suspended or limited: asked first, and mostly false.
  private var isConcerned: [Bool]
  private var suspendedFrom: [AccountID: SimTime] = [:]
  private var limitedFrom: [AccountID: SimTime] = [:]

  init(accounts: Int) { isConcerned = Array(repeating: false, count: accounts) }

  /// Forgets the endings of the day before.
  mutating func begin() {
    for account in parted {
      isConcerned[account] = isRestricted(AccountID(account))
    }
    parted.removeAll(keepingCapacity: true)
    endings.removeAll()
  }

  /// Takes note of the end of a friendship; the first of the day counts.
  mutating func end(_ a: Int, _ b: Int, at time: SimTime) {
    let pair = Platform.Pair(a, b)
    guard !endings.contains(pair) else { return }
    endings[pair] = time
    for account in [a, b] {
      isConcerned[account] = true
      parted.append(account)
    }
  }

  /// Suspends an account; of two moments the earlier counts.
  mutating func suspend(_ account: AccountID, from time: SimTime) {
    suspendedFrom[account] = min(time, suspendedFrom[account] ?? time)
    isConcerned[account.index] = true
  }

  /// Limits an account; of two moments the earlier counts.
  mutating func limit(_ account: AccountID, from time: SimTime) {
    limitedFrom[account] = min(time, limitedFrom[account] ?? time)
    isConcerned[account.index] = true
  }

  /// When two could no longer be in contact on the platform, as far as that is settled.
  func ending(_ a: Int, _ b: Int) -> SimTime? {
    [endings[Platform.Pair(a, b)], suspendedFrom[AccountID(a)], suspendedFrom[AccountID(b)]]
      .compactMap(\.self).min()
  }

  /// Whether an event does not come about.
  func exclude(_ event: Event) -> Bool {
    let (actor, target) = (event.actor, event.target)
    if isConcerned[actor.index] {
      if isSuspended(actor, at: event.time) { return true }
      if event.kind == .message, hasEnded(event) { return true }
      if let limit = limitedFrom[actor], limit <= event.time {
        // A message to a minor who is no friend there is none: what is drafted is for friends.
        if event.kind == .request || event.kind == .follow { return true }
      }
    }
    // Nobody reaches a suspended account; without one, targets need not be looked at.
    guard !suspendedFrom.isEmpty, target != .none, isConcerned[target.index] else { return false }
    return isSuspended(target, at: event.time)
  }

  private func hasEnded(_ event: Event) -> Bool {
    endings[Platform.Pair(event)].map { $0 < event.time } ?? false
  }

  private func isSuspended(_ account: AccountID, at time: SimTime) -> Bool {
    suspendedFrom[account].map { $0 <= time } ?? false
  }

  private func isRestricted(_ account: AccountID) -> Bool {
    suspendedFrom[account] != nil || limitedFrom[account] != nil
  }
}

import RealModule
import Vocabulary

/// Follows what each adult account does to under-18s, over sliding windows of whole days.
///
/// Memory: 12 bytes an account, and for each adult that ever acted on an under-18 some 130 bytes
/// for each of the last 28 days with anything in it.
struct AccountWindows {
  private let opened: [Int32]
  /// The position of each account in `windows`; -1 for those that never acted on an under-18.
  private var positions: [Int32]
  private var windows: [AccountWindow] = []
  private var outreach: [FadingShare]
  private let evidence = CueWeights.believed

  /// From how far an under-18 is far: the default of the detector of unconnected outreach.
  static let farKilometres: Float = 15

  init(accounts: DeclaredAccounts) {
    opened = accounts.opened
    positions = [Int32](repeating: -1, count: accounts.count)
    outreach = [FadingShare](repeating: FadingShare(), count: accounts.count)
  }

  /// Takes in an event, and adds a row if it is one to tell of.
  mutating func observe(
    _ event: Event, _ facts: EventFeatures.Facts, mutualFriends: Int32, kilometres: Float,
    at row: Int, _ told: inout AccountRows
  ) {
    guard event.target != .none else { return }
    let day = Int32(event.time.day)
    let isTold: Bool
    let account: AccountID
    if facts.contains(.minorToAdult) {
      account = event.target
      guard let position = position(of: account, beginning: false) else { return }
      isTold = countMet(event.kind, on: day, at: position)
    } else if facts.contains(.actorIsAdult) {
      account = event.actor
      let isMinor = facts.contains(.targetIsMinor)
      switch event.kind {
      case .request, .follow, .message:
        outreach[account.index].add(isMinor: isMinor, on: day)
      default: break
      }
      guard let position = position(of: account, beginning: isMinor) else { return }
      guard isMinor else {
        if event.kind == .request || event.kind == .follow {
          windows[position].count(on: day) { $0.add(.requests) }
        }
        return
      }
      isTold = countDone(
        event, facts, mutualFriends: mutualFriends, kilometres: kilometres, on: day, at: position)
    } else {
      return
    }
    if isTold { tell(of: account, at: row, event.time, &told) }
  }

  private mutating func position(of account: AccountID, beginning: Bool) -> Int? {
    let position = Int(positions[account.index])
    if position >= 0 { return position }
    guard beginning else { return nil }
    positions[account.index] = Int32(windows.count)
    windows.append(AccountWindow())
    return windows.count - 1
  }

  /// Counts what a minor does to the account; whether it is told of.
  private mutating func countMet(_ kind: EventKind, on day: Int32, at position: Int) -> Bool {
    let count: DayCount
    switch kind {
    case .acceptance: count = .accepted
    case .refusal: count = .refused
    case .expiry: count = .unanswered
    case .block: count = .blocked
    case .report: count = .reported
    case .message: count = .replies
    case .post, .view, .profileView, .follow, .request, .unfriend: return false
    }
    windows[position].count(on: day) { $0.add(count) }
    return kind != .message
  }

  /// Counts what the account does to a minor; whether it is told of.
  private mutating func countDone(
    _ event: Event, _ facts: EventFeatures.Facts, mutualFriends: Int32, kilometres: Float,
    on day: Int32, at position: Int
  ) -> Bool {
    switch event.kind {
    case .request, .follow:
      windows[position].count(on: day) { today in
        today.add(.requests)
        today.add(event.kind == .request ? .requestsToMinors : .follows)
        let isNear = kilometres < Self.farKilometres  // Not so where a place is not declared.
        if mutualFriends == 0, !isNear { today.add(.unconnected) }
        if !kilometres.isNaN {
          today.add(.located)
          today.kilometres += kilometres
        }
        today.mutualFriends += Float(mutualFriends)
        today.minors.insert(event.target.rawValue)
      }
      return true
    case .message: return countTalk(event, facts, on: day, at: position)
    case .view:
      windows[position].count(on: day) { today in
        today.add(.views)
        if !facts.contains(.areFriends) { today.add(.strangerViews) }
      }
    case .profileView: windows[position].count(on: day) { $0.add(.profileViews) }
    case .post, .acceptance, .refusal, .expiry, .unfriend, .block, .report: return false
    }
    return windows[position].isMilestone(on: day)
  }

  private mutating func countTalk(
    _ event: Event, _ facts: EventFeatures.Facts, on day: Int32, at position: Int
  ) -> Bool {
    let areFriends = facts.contains(.areFriends)
    windows[position].count(on: day) { today in
      today.add(.messages)
      if !areFriends { today.add(.strangerMessages) }
      today.minors.insert(event.target.rawValue)
      var bits = event.cues.rawValue & 0xFF
      if bits != 0 { today.add(.cueRuns) }
      while bits != 0 {
        today.add(at: 24 + bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
    windows[position].add(
      evidence: evidence.weight(of: event.cues), inTalkWith: event.target.rawValue)
    if !event.cues.isEmpty || !areFriends { return true }
    return windows[position].isMilestone(on: day)
  }

  private func tell(
    of account: AccountID, at row: Int, _ time: SimTime, _ told: inout AccountRows
  ) {
    var conduct = windows[Int(positions[account.index])].conduct()
    conduct.minorShare = outreach[account.index].share
    conduct.age = max(0, time.days(since: SimTime(rawValue: opened[account.index])))
    told.append(conduct, of: account, at: row)
  }
}

/// The share of minors among those whom an account turns to, older ones counting less: half for
/// every fortnight.
struct FadingShare {
  private var minors: Float = 0
  private var all: Float = 0
  private var day: Int32 = 0

  /// What is left after so many days; nothing after a year.
  private static let fading = (0..<366).map { Float(Double.exp2(-Double($0) / 14)) }

  /// The share; 0 if there was nobody.
  var share: Float { all == 0 ? 0 : minors / all }

  mutating func add(isMinor: Bool, on day: Int32) {
    let days = Int(day - self.day)
    if days > 0 {
      let left = days < Self.fading.count ? Self.fading[days] : 0
      (minors, all, self.day) = (minors * left, all * left, day)
    }
    all += 1
    if isMinor { minors += 1 }
  }
}

import HeapModule
import Vocabulary

/// Alerts that wait for somebody to look at them, and who is looked at when there is time for so many.
///
/// At the end of each day as many accounts are reviewed as the capacity allows, those with the highest
/// score so far first, then those alerted on earlier, then by account. An account is reviewed once:
/// what is found there is found for good (our choice; the detector may go on alerting). Time that was
/// not needed is not saved up; parts of a review are carried to the next day.
struct ReviewQueue {
  /// When each account was reviewed, in the order of reviews.
  private(set) var reviewed: [(account: AccountID, time: SimTime)] = []
  /// How many reviews there was time for.
  private(set) var capacity = 0

  /// An account that waits; of two of the same account the one with the higher score counts.
  private struct Entry: Comparable {
    var score: Double
    var first: SimTime
    var account: AccountID

    static func < (a: Entry, b: Entry) -> Bool {
      (a.score, b.first, b.account.rawValue) < (b.score, a.first, a.account.rawValue)
    }
  }

  /// Reviews the alerts of one detector.
  ///
  /// - Parameters:
  ///   - alerts: in any order.
  ///   - perDay: reviews a day, also less than one.
  ///   - end: the end of the run.
  /// - Complexity: O((alerts + days) · log alerts).
  init(_ alerts: [ScoredAlert], perDay: Double, end: SimTime) {
    var waiting: Heap<Entry> = []
    var first: [AccountID: SimTime] = [:]
    var done: Set<AccountID> = []
    let sorted = alerts.sorted {
      ($0.time, $0.suspect.rawValue, $0.score) < ($1.time, $1.suspect.rawValue, $1.score)
    }
    var next = 0
    var day = 0
    while SimTime(day: day) < end {
      let close = min(SimTime(day: day + 1), end)
      while next < sorted.count, sorted[next].time < close {
        let alert = sorted[next]
        let since = first[alert.suspect] ?? alert.time
        first[alert.suspect] = since
        waiting.insert(Entry(score: alert.score, first: since, account: alert.suspect))
        next += 1
      }
      let due = Int((perDay * Double(day + 1) * (1 + 1e-12)).rounded(.down))
      var free = due - capacity
      capacity = due
      while free > 0, let entry = waiting.popMax() {
        guard done.insert(entry.account).inserted else { continue }
        reviewed.append((entry.account, close))
        free -= 1
      }
      day += 1
    }
  }
}

/// What of an alert decides when it is looked at.
struct ScoredAlert: Sendable {
  var time: SimTime
  var suspect: AccountID
  var score: Double
}

/// What came of reviewing one detector's alerts at one capacity.
struct Review: Sendable {
  /// Reviews there was time for.
  var capacity: Int
  /// Accounts reviewed.
  var reviewed: Int
  /// Groomers' accounts among them.
  var groomersReviewed: Int
  /// Days from the first alert on an account to its review, by account; infinite if there was none.
  var waits: [Double]
  /// Seconds from the review of the groomer to the meeting, one per case; nil without a review.
  var leads: [Int?]

  init(
    _ alerts: [ScoredAlert], at capacity: WeeklyRate, cases: [ScoredCase], census: Census,
    firstAlerts: [AccountID: SimTime]
  ) {
    let scope = census.scope
    let queue = ReviewQueue(
      alerts, perDay: capacity.perThousand * Double(scope.accounts) / 7_000,
      end: SimTime(day: 0).advanced(byDays: scope.days))
    let times = Dictionary(
      queue.reviewed.map { ($0.account, $0.time) }, uniquingKeysWith: { first, _ in first })
    self.capacity = queue.capacity
    reviewed = queue.reviewed.count
    groomersReviewed = queue.reviewed.count { census.groomers.contains($0.account) }
    waits = firstAlerts.sorted { $0.key.rawValue < $1.key.rawValue }.map { account, first in
      times[account].map { $0.days(since: first) } ?? .infinity
    }
    leads = cases.map { contact in
      times[contact.groomer].map { Int(contact.meeting.rawValue) - Int($0.rawValue) }
    }
  }

  /// The reviews of several worlds together.
  init(pooling worlds: [Review]) {
    capacity = worlds.reduce(0) { $0 + $1.capacity }
    reviewed = worlds.reduce(0) { $0 + $1.reviewed }
    groomersReviewed = worlds.reduce(0) { $0 + $1.groomersReviewed }
    waits = worlds.flatMap(\.waits)
    leads = worlds.flatMap(\.leads)
  }
}

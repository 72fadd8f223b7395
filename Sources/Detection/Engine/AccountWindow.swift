import Vocabulary

/// The last four weeks of one adult account's conduct towards under-18s.
///
/// Memory is bounded: 28 days with anything in them, and 32 conversations under suspicion.
struct AccountWindow {
  /// Days with anything in them, ascending: those of the 28 up to the last.
  private var days: [DayConduct] = []
  private var threads: [Thread] = []

  /// A conversation with an under-18 whose cues speak for grooming so far.
  private struct Thread {
    let child: UInt32
    var sum: Double
  }

  /// Whole days in the longer window, the present one among them.
  static let monthDays: Int32 = 28
  /// Whole days in the shorter window.
  static let weekDays: Int32 = 7
  /// Conversations held; where there are more, the least suspicious is let go.
  static let mostThreads = 32

  /// Changes what is counted of a day, which is no earlier than the last.
  mutating func count(on day: Int32, _ change: (inout DayConduct) -> Void) {
    if days.last?.day != day {
      let old = days.prefix { $0.day <= day - Self.monthDays }.count
      days.removeFirst(old)
      days.append(DayConduct(day: day))
    }
    change(&days[days.count - 1])
  }

  /// Whether this is an act to tell of, of those told of only now and then.
  ///
  /// That is the first, second, fourth, eighth and so on of a day.
  mutating func isMilestone(on day: Int32) -> Bool {
    var acts: UInt32 = 0
    count(on: day) { today in
      today.lightActs += 1
      acts = today.lightActs
    }
    return acts.nonzeroBitCount == 1
  }

  /// Adds the evidence of a run of messages to an under-18: a cumulative sum for each conversation,
  /// which begins anew whenever it falls below zero (Page 1954, doi 10.1093/biomet/41.1-2.100).
  mutating func add(evidence: Double, inTalkWith child: UInt32) {
    if let index = threads.firstIndex(where: { $0.child == child }) {
      threads[index].sum += evidence
      if threads[index].sum <= 0 { threads.remove(at: index) }
      return
    }
    guard evidence > 0 else { return }
    if threads.count == Self.mostThreads {
      guard let least = threads.indices.min(by: { threads[$0].sum < threads[$1].sum }),
        threads[least].sum < evidence
      else { return }
      threads.remove(at: least)
    }
    threads.append(Thread(child: child, sum: evidence))
  }

  /// What there is at a moment of the last day counted.
  func conduct() -> AccountConduct {
    var conduct = AccountConduct()
    let today = days.last?.day ?? 0
    for day in days {
      conduct.month.add(day)
      if day.day > today - Self.weekDays { conduct.week.add(day) }
    }
    for thread in threads {
      conduct.highestEvidence = max(conduct.highestEvidence, thread.sum)
      conduct.summedEvidence += thread.sum
    }
    return conduct
  }
}

import Vocabulary

/// What is counted by the day of an adult account's conduct towards under-18s.
///
/// Raw values are positions in `DayCounts`. Those of the cues follow from 24 on, by the cue's bit.
enum DayCount: Int, CaseIterable {
  case requests = 0
  case requestsToMinors
  case follows
  case unconnected
  case located
  case accepted
  case refused
  case unanswered
  case blocked
  case reported
  case views
  case strangerViews
  case profileViews
  case messages
  case strangerMessages
  case replies
  case cueRuns

  /// Where the count of runs with a cue stands.
  static func position(of cue: Cue) -> Int { 24 + cue.bit }
}

/// One day of an adult account's conduct towards under-18s.
struct DayConduct {
  /// The simulated day.
  let day: Int32
  /// By `DayCount`; a count stops at `most`.
  private(set) var counts = SIMD32<UInt16>()
  /// Acts that are told of only now and then: views, and friendly talk without a cue.
  var lightActs: UInt32 = 0
  /// The under-18s asked, followed or written to.
  var minors = DistinctSketch()
  /// Friends in common with the under-18s asked or followed, summed.
  var mutualFriends: Float = 0
  /// Kilometres to those of them who have a known place, summed.
  var kilometres: Float = 0

  /// So few that 28 days cannot overflow.
  static let most: UInt16 = 2_000

  init(day: Int32) { self.day = day }

  mutating func add(_ count: DayCount) { add(at: count.rawValue) }

  mutating func add(at position: Int) {
    if counts[position] < Self.most { counts[position] += 1 }
  }
}

/// Sums over some days.
struct ConductSums {
  private var counts = SIMD32<UInt16>()
  private(set) var minors = DistinctSketch()
  private(set) var mutualFriends: Float = 0
  private(set) var kilometres: Float = 0

  mutating func add(_ day: DayConduct) {
    counts &+= day.counts
    minors.formUnion(day.minors)
    mutualFriends += day.mutualFriends
    kilometres += day.kilometres
  }

  subscript(count: DayCount) -> Float { Float(counts[count.rawValue]) }
  subscript(cue: Cue) -> Float { Float(counts[DayCount.position(of: cue)]) }
}

/// What an adult account did to under-18s and met with from them, at one moment: what features are
/// made of.
struct AccountConduct {
  /// Of today and the six days before.
  var week = ConductSums()
  /// Of today and the 27 days before.
  var month = ConductSums()
  /// Nats that speak for grooming in the one conversation with an under-18 that has most.
  var highestEvidence = 0.0
  /// Nats that speak for grooming in all of them together.
  var summedEvidence = 0.0
  /// Requests, follows and runs of messages to under-18s, of all such; older ones fade.
  var minorShare: Float = 0
  /// Days since the account was opened.
  var age = 0.0
}

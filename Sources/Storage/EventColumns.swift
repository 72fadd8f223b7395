import Vocabulary

/// The columns of one chunk on their way from the file into a log.
///
/// Arrays are taken out of the log and put back, so that reading a run allocates memory once.
struct EventColumns {
  var firstTime: Int32 = 0
  var lastTime: Int32 = 0
  /// The number of each event less that of the first; empty where they follow each other.
  var numbers: [UInt32] = []
  var kinds: [UInt8]
  var times: [Int32]
  var actors: [UInt32]
  var targets: [UInt32]
  var details: [UInt16]
  var counts: [UInt8]

  /// No columns yet.
  static var empty: EventColumns {
    var log = EventLog()
    return EventColumns(takenFrom: &log)
  }

  /// Takes a log's memory and leaves the log empty.
  init(takenFrom log: inout EventLog) {
    kinds = log.kinds
    times = log.times
    actors = log.actors
    targets = log.targets
    details = log.details
    counts = log.counts
    log = EventLog()
  }

  /// Hands the columns over as a log.
  consuming func log(firstID: Int) -> EventLog {
    EventLog(
      firstID: firstID, numbers: numbers.map { firstID + Int($0) }, times: times, kinds: kinds,
      actors: actors, targets: targets,
      details: details, counts: counts)
  }

  /// What no run can have written, or nothing if all is well.
  ///
  /// Consumers use kinds and ids as positions without looking again.
  ///
  /// - Complexity: linear, in passes that compilers turn into vector code.
  func defect(accounts: Int) -> String? {
    guard times.first == firstTime, times.last == lastTime else {
      return "a chunk's times are not those it is filed under"
    }
    guard numbers.first ?? 0 == 0 else { return "a chunk's numbers do not begin with its first" }
    var descents = 0
    for row in 1..<max(times.count, 1) { descents += times[row] < times[row - 1] ? 1 : 0 }
    for row in 1..<max(numbers.count, 1) { descents += numbers[row] <= numbers[row - 1] ? 1 : 0 }
    if descents > 0 { return "a chunk's events are out of order" }

    var strange = 0
    let post = EventKind.post.rawValue
    let last = EventKind.report.rawValue
    for kind in kinds { strange += kind &- post > last - post ? 1 : 0 }
    if strange > 0 { return "a chunk holds events of an unknown kind" }

    let accounts = UInt32(accounts)
    var strangers = 0
    for actor in actors { strangers += actor >= accounts ? 1 : 0 }
    for row in targets.indices {
      let isNobody = targets[row] == AccountID.none.rawValue
      strangers += isNobody != (kinds[row] == post) ? 1 : 0
      strangers += targets[row] >= accounts && !isNobody ? 1 : 0
    }
    return strangers > 0 ? "a chunk names accounts that do not exist" : nil
  }
}

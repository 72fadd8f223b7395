/// Times until something happened, or until observation ended, sorted once.
///
/// Columns by row, ascending by time, and by step, one per distinct time. Estimators go through
/// them in one pass, and so does each resample with weights of its own.
public struct SurvivalTimes: Sendable, Equatable {
  /// The distinct times in days, ascending.
  let times: [Double]
  /// The first row of each step, and behind the last the number of rows.
  let starts: [Int]
  /// What happened in each row: 0 if observation ended before anything did, otherwise its cause.
  let outcomes: [UInt8]
  /// The step of each row.
  let steps: [Int32]
  /// The cluster of each row, numbered from 0.
  let clusters: [Int32]
  /// How many clusters there are.
  let clusterCount: Int

  /// The outcome of a row in which observation ended before anything happened.
  public static let censored: UInt8 = 0

  /// How many rows there are.
  public var count: Int { outcomes.count }

  /// Sorts rows.
  ///
  /// - Parameters:
  ///   - days: the time of each row.
  ///   - outcomes: what happened then: `censored`, or the number of a cause.
  ///   - clusters: whom each row belongs to: rows of one stand or fall together. Nil, each for itself.
  /// - Precondition: the columns are of one length, and no time is NaN.
  /// - Complexity: O(rows · log rows).
  public init(days: [Double], outcomes: [UInt8], clusters: [UInt32]? = nil) {
    precondition(days.count == outcomes.count, "every time has an outcome")
    precondition(days.count == clusters?.count ?? days.count, "every time has a cluster")
    let order = days.indices.sorted { (days[$0], $0) < (days[$1], $1) }
    var (times, starts, steps): ([Double], [Int], [Int32]) = ([], [], [])
    steps.reserveCapacity(order.count)
    for (row, index) in order.enumerated() {
      if times.last != days[index] {
        times.append(days[index])
        starts.append(row)
      }
      steps.append(Int32(times.count - 1))
    }
    let names = clusters.map { Array(Set($0)).sorted() }
    var numbers: [UInt32: Int32] = [:]
    for (number, name) in (names ?? []).enumerated() { numbers[name] = Int32(number) }
    self.times = times
    self.starts = starts + [order.count]
    self.steps = steps
    self.outcomes = order.map { outcomes[$0] }
    self.clusters = order.enumerated().map { row, index in
      clusters.flatMap { numbers[$0[index]] } ?? Int32(row)
    }
    clusterCount = names?.count ?? order.count
  }

  /// How many clusters have a row whose outcome by a time is known: something happened by then, or
  /// it was still under observation.
  func clustersKnown(at days: Double) -> Int {
    var known = Array(repeating: false, count: clusterCount)
    for row in 0..<count
    where outcomes[row] != Self.censored || times[Int(steps[row])] >= days {
      known[Int(clusters[row])] = true
    }
    return known.count { $0 }
  }
}

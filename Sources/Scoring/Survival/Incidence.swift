/// The share of rows to which a cause has happened by each time, where others may come before it and
/// observation may end: the estimator of Aalen and Johansen.
///
/// F(t) = Σ_{t_j ≤ t} S(t_j−) · d_j / n_j, with n_j rows under observation just before t_j, d_j of the
/// cause then, and S the share to which nothing has happened yet, by Kaplan and Meier over all causes:
/// S(t) = Π_{t_j ≤ t} (1 − a_j / n_j), a_j of any cause. What ends at t_j without anything counts in
/// n_j: events come before ends of observation. Of any cause, F = 1 − S. Aalen and Johansen 1978,
/// Scandinavian Journal of Statistics 5, 141-150; Kaplan and Meier 1958, Journal of the American
/// Statistical Association 53, 457-481, doi 10.1080/01621459.1958.10501452 (MEMORY; held against
/// lifelines in the tests).
struct Incidence {
  /// The rows.
  let rows: SurvivalTimes
  /// The cause; nil for any.
  let cause: UInt8?
  /// Rows under observation just before each step.
  let atRisk: [Int]
  /// Events of any cause in each step.
  let events: [Int]
  /// The share to which the cause has happened by each step.
  let incidence: [Double]
  /// The share to which nothing has happened by each step.
  let survival: [Double]
  /// Σ a_j / (n_j (n_j − a_j)) up to each step, those left out where nothing remains.
  let hazard: [Double]
  /// Σ f_j / n_j up to each step, with f_j what the step adds to the incidence.
  private let spread: [Double]
  /// Σ f_j · hazard_{j−1} up to each step.
  private let carried: [Double]

  /// Estimates an incidence.
  ///
  /// - Complexity: O(rows).
  init(of cause: UInt8?, in rows: SurvivalTimes) {
    self.rows = rows
    self.cause = cause
    var (atRisk, events): ([Int], [Int]) = ([], [])
    var (incidence, survival, hazard): ([Double], [Double], [Double]) = ([], [], [])
    var (spread, carried): ([Double], [Double]) = ([], [])
    var (left, total, sum, spreadSum, carriedSum) = (1.0, 0.0, 0.0, 0.0, 0.0)
    for step in rows.times.indices {
      let range = rows.starts[step]..<rows.starts[step + 1]
      let n = rows.count - range.lowerBound
      let any = range.count { rows.outcomes[$0] != SurvivalTimes.censored }
      let own = cause.map { cause in range.count { rows.outcomes[$0] == cause } } ?? any
      let added = left * Double(own) / Double(n)
      spreadSum += added / Double(n)
      carriedSum += added * sum
      if any < n { sum += Double(any) / (Double(n) * Double(n - any)) }
      left *= Double(n - any) / Double(n)
      // Of any cause the complement, so that the last of all ends exactly at 1.
      total = cause == nil ? 1 - left : total + added
      atRisk.append(n)
      events.append(any)
      incidence.append(total)
      survival.append(left)
      hazard.append(sum)
      spread.append(spreadSum)
      carried.append(carriedSum)
    }
    (self.atRisk, self.events) = (atRisk, events)
    (self.incidence, self.survival) = (incidence, survival)
    (self.hazard, self.spread, self.carried) = (hazard, spread, carried)
  }

  /// The last step at or before a time; nil if there is none.
  func step(at days: Double) -> Int? {
    let next = rows.times.partitioningIndex { $0 > days }
    return next == 0 ? nil : next - 1
  }

  /// The share by a time; nil where observation of all that was left had ended before it.
  subscript(days: Double) -> Double? {
    guard isKnown(at: days) else { return nil }
    return step(at: days).map { incidence[$0] } ?? 0
  }

  /// Whether anything can be said of a time: somebody was under observation then, or nobody is left
  /// to whom anything could happen.
  func isKnown(at days: Double) -> Bool {
    guard let last = rows.times.last else { return false }
    return days <= last || atRisk[rows.times.count - 1] == events[rows.times.count - 1]
  }

  /// What each row contributes to the share at a time: its derivative by the weight of the row.
  ///
  /// Sums of squares over rows are the variance of the infinitesimal jackknife, for any cause exactly
  /// Greenwood's; sums over the rows of a cluster first make it hold for clusters. Jaeckel 1972 (Bell
  /// Laboratories); Efron 1982, The Jackknife, the Bootstrap and Other Resampling Plans, chapter 6; R's
  /// survival has its robust variances so (MEMORY; derived again, and held in the tests against numerical
  /// derivatives and a bootstrap).
  ///
  /// - Complexity: O(rows).
  func influences(at days: Double) -> [Double] {
    guard let last = step(at: days) else { return Array(repeating: 0, count: rows.count) }
    return (0..<rows.count).map { row in
      let step = Int(rows.steps[row])
      let reached = min(step, last)
      // Whether it is still there at later events changes how much those count.
      let later = incidence[last] - incidence[reached]
      var influence = carried[reached] + hazard[reached] * later - spread[reached]
      if step <= last, rows.outcomes[row] != SurvivalTimes.censored {
        let remaining = atRisk[step] - events[step]
        if remaining > 0 { influence -= later / Double(remaining) }
        if cause == nil || rows.outcomes[row] == cause {
          influence += (step == 0 ? 1 : survival[step - 1]) / Double(atRisk[step])
        }
      }
      return influence
    }
  }
}

extension Array {
  /// The first index at which something holds, where it holds from some index on; the end if nowhere.
  func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

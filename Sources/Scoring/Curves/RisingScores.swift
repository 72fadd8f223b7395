import Vocabulary

/// The scores of one account that are higher than all before them, and when each was reached.
struct RisingScores: Sendable {
  /// Ascending by score, and by time.
  private(set) var steps: [Step] = []

  /// A score, and when it was first reached.
  struct Step: Sendable, Equatable {
    var score: Double
    var time: SimTime
  }

  /// Takes what rises out of alerts on one account.
  ///
  /// - Parameter alerts: in any order; those of one second count as one, with the highest score.
  init(_ alerts: [Step]) {
    for alert in alerts.sorted(by: { ($0.time, -$0.score) < ($1.time, -$1.score) })
    where alert.score > steps.last?.score ?? -.infinity {
      steps.append(alert)
    }
  }

  /// When a detector with a threshold would have alerted first; nil if never.
  ///
  /// - Complexity: O(log steps).
  func first(reaching threshold: Double) -> SimTime? {
    let index = firstStep { $0.score >= threshold }
    return index < steps.count ? steps[index].time : nil
  }

  /// The highest score reached before a moment; nil if there was none.
  ///
  /// - Complexity: O(log steps).
  func highest(before moment: SimTime) -> Double? {
    let index = firstStep { $0.time >= moment }
    return index > 0 ? steps[index - 1].score : nil
  }

  /// The first step of which something is true that is true of all after it.
  private func firstStep(where isReached: (Step) -> Bool) -> Int {
    var (low, high) = (0, steps.count)
    while low < high {
      let middle = (low + high) / 2
      if isReached(steps[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

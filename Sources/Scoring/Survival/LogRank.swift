import RealModule

/// Whether things happen faster in one of two groups than in the other, by more than chance.
///
/// Σ_j (d_1j − d_j n_1j / n_j), squared, over Σ_j d_j (n_1j / n_j) (1 − n_1j / n_j) (n_j − d_j) / (n_j − 1),
/// over the times at which anything happened; χ² with a degree of freedom. Mantel 1966, Cancer Chemotherapy
/// Reports 50, 163-170 (MEMORY; held against lifelines in the tests). The groups are of different people, each
/// row independent: for two detectors on the same people it is far from right, and `SignFlipTest` of who
/// was alerted on earlier, the log-rank test stratified by contact, takes its place.
public struct LogRank: Sendable, Equatable, Codable {
  /// The statistic; 0 where nothing can be told.
  public var chiSquared: Double
  /// The two-sided p-value.
  public var p: Double

  /// Compares two groups; the cause of an event does not matter.
  ///
  /// - Complexity: O(rows).
  public init(_ first: SurvivalTimes, _ second: SurvivalTimes) {
    var (difference, variance) = (0.0, 0.0)
    var (a, b) = (0, 0)
    while a < first.times.count || b < second.times.count {
      let time = min(
        a < first.times.count ? first.times[a] : .infinity,
        b < second.times.count ? second.times[b] : .infinity)
      let (firstRisk, secondRisk) = (first.count - first.starts[a], second.count - second.starts[b])
      var (firstEvents, events) = (0, 0)
      if a < first.times.count, first.times[a] == time {
        firstEvents = first.events(in: a)
        events += firstEvents
        a += 1
      }
      if b < second.times.count, second.times[b] == time {
        events += second.events(in: b)
        b += 1
      }
      let n = Double(firstRisk + secondRisk)
      let share = Double(firstRisk) / n
      difference += Double(firstEvents) - Double(events) * share
      guard n > 1 else { continue }
      variance += Double(events) * share * (1 - share) * (n - Double(events)) / (n - 1)
    }
    chiSquared = variance > 0 ? difference * difference / variance : 0
    p = Double.erfc((chiSquared / 2).squareRoot())
  }
}

extension SurvivalTimes {
  /// How many events of any cause a step has.
  func events(in step: Int) -> Int {
    (starts[step]..<starts[step + 1]).count { outcomes[$0] != Self.censored }
  }
}

/// The scores of somebody who has several, such as of two accounts: they stand or fall together.
///
/// All are of one group, as who grooms does so with every account.
public struct ScoredPerson: Sendable, Equatable {
  /// Whether the person's scores have the label.
  public var hasLabel: Bool
  /// Two scores or more; nil for one that is not there.
  ///
  /// Each is also among the scores of a ranking, or
  /// counted among those without.
  public var scores: [Double?]

  /// Makes a person of scores.
  public init(hasLabel: Bool, scores: [Double?]) {
    self.hasLabel = hasLabel
    self.scores = scores
  }
}

/// Where a score stands among those of the other group.
struct Placements {
  private let positives: [Double]
  private let negatives: [Double]
  private let unscored: (positives: Int, negatives: Int)

  /// Sorts the scores of both groups.
  init(_ scores: [Double], _ labels: [Bool], unscored: (positives: Int, negatives: Int)) {
    func sorted(_ label: Bool) -> [Double] {
      scores.indices.filter { labels[$0] == label }.map { scores[$0] }.sorted()
    }
    (positives, negatives) = (sorted(true), sorted(false))
    self.unscored = unscored
  }

  /// Of a positive's score, the share of negatives below it; of a negative's, the share of positives
  /// above it; ties by half.
  ///
  /// - Complexity: O(log scores).
  func share(beside score: Double?, _ hasLabel: Bool) -> Double {
    let others = hasLabel ? negatives : positives
    let hidden = hasLabel ? unscored.negatives : unscored.positives
    let all = Double(others.count + hidden)
    guard let score else {
      let below = Double(hidden) / 2
      return (hasLabel ? below : all - below) / all
    }
    let first = Self.count(in: others) { $0 < score }
    let last = Self.count(in: others) { $0 <= score }
    let below = Double(hidden + first) + Double(last - first) / 2
    return (hasLabel ? below : all - below) / all
  }

  /// How many of ascending scores come before the first of which something is not true.
  private static func count(in scores: [Double], while isBefore: (Double) -> Bool) -> Int {
    var (low, high) = (0, scores.count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(scores[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

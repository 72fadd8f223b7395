import RealModule
import Vocabulary

/// How well probabilities tell labels apart, and how true they are.
public struct Scores: Sendable, Equatable, Codable {
  /// The probability that a row with the label scores higher than one without, ties by half: the
  /// area under the ROC curve.
  public var areaUnderCurve: Double
  /// The mean of precision over recall, step by step: the area under the precision-recall curve.
  public var averagePrecision: Double
  /// The mean squared distance of probabilities from labels (`BrierScore`).
  public var brier: Double
  /// The mean of -ln of the probability given to what is true.
  public var logLoss: Double

  /// Scores probabilities.
  ///
  /// - Parameters:
  ///   - probabilities: from 0 to 1, one per row.
  ///   - labels: what is true of each row; some with the label and some without.
  ///   - weights: how many rows each stands for.
  /// - Complexity: O(n log n).
  public init(probabilities: [Double], labels: [Bool], weights: [Double]) {
    let ranking = Ranking(scores: probabilities, labels: labels, weights: weights)
    areaUnderCurve = ranking.areaUnderCurve
    averagePrecision = ranking.averagePrecision
    let total = weights.reduce(0, +)
    var surprise = 0.0
    for (index, probability) in probabilities.enumerated() {
      let given = labels[index] ? probability : 1 - probability
      surprise -= weights[index] * Double.log(max(given, 0x1p-52))
    }
    brier =
      BrierScore(probabilities: probabilities, outcomes: labels, weights: weights)?.value ?? 0
    logLoss = surprise / total
  }
}

/// How well the order of scores tells labels apart.
struct Ranking {
  /// The probability that a row with the label scores higher than one without, ties by half.
  let areaUnderCurve: Double
  /// The mean of precision over recall, step by step.
  let averagePrecision: Double

  /// Ranks rows by scores of any scale.
  ///
  /// - Complexity: O(n log n).
  init(scores: [Double], labels: [Bool], weights: [Double]) {
    let order = scores.indices.sorted { scores[$0] > scores[$1] }
    var (positives, negatives) = (0.0, 0.0)
    for index in order {
      if labels[index] { positives += weights[index] } else { negatives += weights[index] }
    }
    var (hits, alarms, area, precision) = (0.0, 0.0, 0.0, 0.0)
    var next = 0
    while next < order.count {
      // All rows of one score at a time.
      let value = scores[order[next]]
      var (newHits, newAlarms) = (0.0, 0.0)
      while next < order.count, scores[order[next]] == value {
        let index = order[next]
        if labels[index] { newHits += weights[index] } else { newAlarms += weights[index] }
        next += 1
      }
      area += newAlarms * (hits + newHits / 2)
      hits += newHits
      alarms += newAlarms
      precision += newHits / positives * hits / (hits + alarms)
    }
    areaUnderCurve = area / (positives * negatives)
    averagePrecision = precision
  }
}

import Randomness
import Scoring

/// One statistic of scoring, to be measured.
///
/// To measure another, add an element to `all`.
struct ScoringMeasurement: Sendable {
  /// What is worked out, and of how much.
  let name: String
  /// Makes what it is worked out of; what it returns is measured, given a number of threads.
  let prepare: @Sendable () -> (Int) -> Void

  static let all = [
    ScoringMeasurement(name: "ROC, precision-recall and their areas, 1,000,000 scores") {
      let (scores, labels) = sample(1_000_000)
      return { threads in
        let ranked = RankedScores(scores: scores, labels: labels, threads: threads)
        precondition(ROCCurve(ranked).area != nil && PrecisionRecallCurve(ranked).points.count > 1)
      }
    },
    ScoringMeasurement(name: "1,000 bootstraps of both areas, 10,000 scores") {
      let (scores, labels) = sample(10_000)
      return { threads in
        let draws = RankingBootstrap(scores: scores, labels: labels)
          .draws(1_000, seed: 1, threads: threads)
        precondition(draws.count == 1_000)
      }
    },
  ]

  /// Scores uniform from 0 to 1, those of the one in ten with the label 0.3 higher.
  private static func sample(_ count: Int) -> (scores: [Double], labels: [Bool]) {
    var stream = RandomStream(seed: 1, purpose: .test, entity: UInt64(count))
    var (scores, labels): ([Double], [Bool]) = ([], [])
    for _ in 0..<count {
      labels.append(stream.below(10) == 0)
      scores.append(Double(stream.next() >> 11) * 0x1p-53 + (labels.last == true ? 0.3 : 0))
    }
    return (scores, labels)
  }
}

public import Detection
import Randomness

/// What a method is worth on groups that it did not learn from.
public struct CrossValidation: Sendable {
  /// Which method.
  public let kind: Model.Kind
  /// The score of each row by a decision learnt from other groups.
  public let scores: [Double]
  /// The probability of each row: the line, too, is fitted to other groups.
  public let probabilities: [Double]
  /// The average precision of each fold.
  public let precisions: [Double]
  /// How much average precision goes if a feature's values change places among the rows of a fold:
  /// one mean per feature.
  public let importances: [Double]

  /// Learns and scores fold by fold: the groups are dealt out to folds in turn.
  ///
  /// - Parameters:
  ///   - kind: the kind of decision.
  ///   - rows: what to learn from; at least two groups, each with both labels.
  ///   - folds: how many, at most; no more than groups.
  ///   - threads: how many threads may work; changes nothing.
  ///   - advance: called often.
  /// - Throws: what `advance` throws.
  public init(
    of kind: Model.Kind, _ rows: LabelledRows, folds: Int = 5, threads: Int,
    _ advance: () throws -> Void
  ) throws {
    let groups = Set(rows.groups).sorted()
    let folds = min(folds, groups.count)
    precondition(folds >= 2, "cross-validation needs two groups at least")
    let places = Dictionary(
      uniqueKeysWithValues: groups.enumerated().map { ($0.element, $0.offset) })
    let foldOf = rows.groups.map { (places[$0] ?? 0) % folds }
    var scores = [Double](repeating: 0, count: rows.count)
    var precisions: [Double] = []
    var drops = [Double](repeating: 0, count: rows.width)
    for fold in 0..<folds {
      let held = foldOf.indices.filter { foldOf[$0] == fold }
      let learnt = rows.rows(foldOf.indices.filter { foldOf[$0] != fold })
      let decision = try Self.fit(kind, learnt, threads: threads, advance)
      for index in held { scores[index] = decision.score(rows.row(index)) }
      let own = rows.rows(held)
      let precision = Self.precision(held.map { scores[$0] }, own)
      precisions.append(precision)
      for feature in 0..<rows.width {
        try advance()
        let permuted = Self.scores(
          decision, own, permuting: feature, fold: fold)
        drops[feature] += (precision - Self.precision(permuted, own)) / Double(folds)
      }
    }
    self.kind = kind
    self.scores = scores
    self.precisions = precisions
    importances = drops
    let calibrations = (0..<folds).map { fold in
      Self.calibration(scores, rows, foldOf.indices.filter { foldOf[$0] != fold })
    }
    probabilities = scores.indices.map { calibrations[foldOf[$0]].probability(scores[$0]) }
  }

  /// Learns a decision from all rows.
  ///
  /// - Parameters:
  ///   - kind: the kind of decision.
  ///   - rows: what to learn from.
  ///   - threads: how many threads may work; changes nothing.
  ///   - advance: called often.
  /// - Returns: the decision.
  /// - Throws: what `advance` throws.
  public static func fit(
    _ kind: Model.Kind, _ rows: LabelledRows, threads: Int, _ advance: () throws -> Void
  ) rethrows -> Model.Decision {
    try advance()
    switch kind {
    case .logistic: return .logistic(sum: LogisticRegression().fit(rows, threads: threads))
    case .trees: return .trees(forest: try GradientBoosting().fit(rows, threads: threads, advance))
    }
  }

  /// The line for a decision learnt from all rows, fitted to the scores of the folds.
  public func calibration(of rows: LabelledRows) -> Model.Calibration {
    Self.calibration(scores, rows, Array(scores.indices))
  }

  /// How much the average precision of this one is above another's, fold by fold: the mean, and its
  /// standard error.
  ///
  /// - Precondition: both are of the same folds.
  public func gain(over other: CrossValidation) -> (mean: Double, error: Double) {
    let gains = zip(precisions, other.precisions).map { $0 - $1 }
    let mean = gains.reduce(0, +) / Double(gains.count)
    let squares = gains.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, (squares / Double(gains.count - 1) / Double(gains.count)).squareRoot())
  }

  private static func calibration(
    _ scores: [Double], _ rows: LabelledRows, _ indices: [Int]
  ) -> Model.Calibration {
    Model.Calibration(
      scores: indices.map { scores[$0] }, labels: indices.map { rows.labels[$0] },
      weights: indices.map { rows.weights[$0] })
  }

  /// The average precision of raw scores: high ones are not one probability of 1.
  static func precision(_ scores: [Double], _ rows: LabelledRows) -> Double {
    Ranking(scores: scores, labels: rows.labels, weights: rows.weights).averagePrecision
  }

  /// Scores of rows where a feature has the value of another row each.
  static func scores(
    _ decision: Model.Decision, _ rows: LabelledRows, permuting feature: Int, fold: Int
  ) -> [Double] {
    var order = Array(0..<rows.count)
    var stream = RandomStream(
      seed: 0, purpose: .permutedFeatures, entity: UInt64(feature), counter: UInt32(fold))
    shuffle(&order, using: &stream)
    return order.indices.map { index in
      var row = rows.row(index)
      row[row.startIndex + feature] = rows.values[order[index] * rows.width + feature]
      return decision.score(row)
    }
  }
}

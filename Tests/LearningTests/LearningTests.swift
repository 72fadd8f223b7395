import Detection
import RealModule
import Testing
import Vocabulary

@testable import Learning

func exponential(_ value: Double) -> Double { Double.exp(value) }

private typealias Reference = ReferenceValues

/// Whether values are near, each by a share of itself or by as much.
private func near(_ left: [Double], _ right: [Double], within tolerance: Double) -> Bool {
  left.count == right.count
    && zip(left, right).allSatisfy { abs($0 - $1) <= tolerance * max(1, abs($1)) }
}

@Suite("Learning, against scikit-learn 1.9.1 on the same rows")
struct LearningReferenceTests {
  private let rows = Synthetic.rows(600, width: 4, seed: 7)

  @Test("a logistic regression has the same weights, whatever the threads", arguments: [1, 3])
  func logistic(threads: Int) {
    let sum = LogisticRegression(penalty: 3).fit(rows, threads: threads)
    #expect(near(sum.means, Reference.means, within: 1e-12))
    #expect(near(sum.deviations, Reference.deviations, within: 1e-12))
    // Both stop where the gradient is about 1e-8 of the loss.
    #expect(near(sum.weights, Reference.logisticWeights, within: 1e-6))
    #expect(near([sum.intercept], Reference.logisticIntercept, within: 1e-6))
  }

  @Test("boosted trees give the same scores, whatever the threads", arguments: [1, 3])
  func boosting(threads: Int) {
    var method = GradientBoosting()
    method.trees = 25
    let decision = Model.Decision.trees(forest: method.fit(rows, threads: threads) {})
    let scores = Reference.boostedScores.indices.map { decision.score(rows.row($0)) }
    // Over there gradients are of single precision.
    #expect(near(scores, Reference.boostedScores, within: 1e-5))
  }

  @Test("Platt's line is the same")
  func platt() {
    let sum = LogisticRegression(penalty: 3).fit(rows, threads: 1)
    let decision = Model.Decision.logistic(sum: sum)
    let line = Model.Calibration(
      scores: (0..<rows.count).map { decision.score(rows.row($0)) }, labels: rows.labels,
      weights: rows.weights)
    // Over there the search ends at a gradient of 1e-6 and a change in loss of 1e-14.
    #expect(near([line.slope, line.intercept], Reference.platt, within: 1e-4))
  }

  @Test("areas, Brier score and log loss are the same, ties and weights included")
  func scores() {
    let first = 0..<40
    let scores = Scores(
      probabilities: Reference.probabilities, labels: Array(rows.labels[first]),
      weights: Array(rows.weights[first]))
    #expect(
      near(
        [scores.areaUnderCurve, scores.averagePrecision, scores.brier, scores.logLoss],
        Reference.scores, within: 1e-12))
  }

  @Test("bins of reliability are the same, and their intervals those of scipy")
  func reliability() {
    var plain = LabelledRows(width: 4)
    for index in 0..<40 {
      plain.append(
        rows.row(index), label: rows.labels[index], weight: 1, group: 0, subject: index)
    }
    let reliability = Reliability(
      probabilities: Reference.probabilities.map { $0 + 0.001 }, of: plain,
      limits: [0.2, 0.4, 0.6, 0.8])
    #expect(near(reliability.bins.map(\.observed), Reference.observed, within: 1e-12))
    #expect(near(reliability.bins.map(\.predicted), Reference.predicted, within: 1e-12))
    let intervals = [(0.0, 9.0), (0.3, 10), (1, 7)].flatMap { share, trials in
      let interval = WilsonInterval(share: share, trials: trials)
      return [interval.low, interval.high]
    }
    #expect(near(intervals, Reference.wilson, within: 1e-12))
  }
}

@Suite("Learning")
struct LearningTests {
  @Test("one question tells apart what one value does, and says which")
  func oneQuestion() throws {
    var rows = LabelledRows(width: 2)
    for index in 0..<80 {
      rows.append(
        [Float(index % 5), index < 40 ? 1 : 4], label: index >= 40, weight: 1, group: 0,
        subject: index)
    }
    var method = GradientBoosting()
    method.trees = 1
    method.depth = 3
    let forest = method.fit(rows, threads: 1) {}
    let tree = try #require(forest.trees.first)
    // Half the rows each way: 40 gradients of 1/2 over 40 curvatures of 1/4 and a penalty of 1.
    #expect(tree.features == [1, -1, -1])
    #expect(tree.limits == [2.5, 0, 0] as [Float])
    let step = 0.1 * 20 / 11
    #expect(near(tree.values, [0, -step, step], within: 1e-12))
    let decision = Model.Decision.trees(forest: forest)
    #expect(near(decision.contributions([0, 4]), [0, step], within: 1e-12))
  }

  @Test(
    "Platt's line is all but flat, at the share of the label, where scores say nothing or mislead",
    arguments: [
      [Double](repeating: 1_000, count: 40), (0..<40).map { -Double($0) },
      (0..<40).map { 1_000 - Double($0) },
    ])
  func flatLine(scores: [Double]) {
    let labels = (0..<40).map { $0 >= 36 }
    let weights = labels.map { $0 ? 1 : 10.0 }
    let line = Model.Calibration(scores: scores, labels: labels, weights: weights)
    #expect(line.slope == 1e-6)
    // 4 with the label, and 36 that stand for 360 without.
    for score in scores { #expect(abs(line.probability(score) * 364 / 4 - 1) < 1e-4) }
  }

  @Test("precision goes by the order of scores, where probabilities are too near 1 to tell")
  func highScores() throws {
    // Beyond a score of 37 or so a probability is exactly 1.
    let scores = [60.0, 50, 45, 40]
    var rows = LabelledRows(width: 1)
    for label in [true, true, false, false] {
      rows.append([0], label: label, weight: 1, group: 0, subject: 0)
    }
    #expect(CrossValidation.precision(scores, rows) == 1)
  }

  @Test("a weight counts as many rows as it says")
  func weights() {
    let weighted = Synthetic.rows(200, width: 3, seed: 3)
    var repeated = LabelledRows(width: 3)
    for index in 0..<weighted.count {
      for _ in 0..<Int(weighted.weights[index]) {
        repeated.append(
          weighted.row(index), label: weighted.labels[index], weight: 1, group: 0, subject: index)
      }
    }
    let (one, other) = (
      LogisticRegression().fit(weighted, threads: 1), LogisticRegression().fit(repeated, threads: 1)
    )
    #expect(near(one.weights, other.weights, within: 1e-8))
    #expect(near(one.deviations, other.deviations, within: 1e-12))
  }

  @Test("values beyond 255 different ones share bins of about equal size")
  func bins() throws {
    var rows = LabelledRows(width: 1)
    for index in 0..<5_100 {
      rows.append([Float(index)], label: false, weight: 1, group: 0, subject: index)
    }
    let bins = HistogramBins(rows)
    let limits = try #require(bins.limits.first)
    #expect(limits.count == 254)
    #expect(limits.first == 19.5)
    let sizes = try #require(bins.bins.first).reduce(into: [UInt8: Int]()) {
      $0[$1, default: 0] += 1
    }
    #expect(sizes.values.allSatisfy { $0 == 20 })
  }

  @Test("a system that is not positive definite has no solution")
  func cholesky() {
    #expect(near(solve([4, 0, 2, 3], [2, 5]) ?? [], [-0.5, 2], within: 1e-12))
    #expect(solve([1, 0, 2, 1], [1, 1]) == nil)
  }

  @Test("cross-validation never learns from the group that it scores")
  func folds() throws {
    // The label is the group's parity in one group more than in the others.
    var rows = LabelledRows(width: 2)
    for index in 0..<400 {
      let group = index % 4
      rows.append(
        [Float(group == 3 ? 1 : 0) * Float(index / 4 % 2), Float(index % 7)],
        label: index / 4 % 2 == 1, weight: 1, group: group, subject: index)
    }
    let validation = try CrossValidation(of: .logistic, rows, threads: 1) {}
    // In group 3 alone the first feature is the label, which nobody else can have learnt.
    #expect(validation.precisions.count == 4)
    #expect(validation.precisions[3] < 0.7)
    #expect(validation.importances.count == 2)
  }

  @Test("a feature that no decision uses has no importance, and one that decides alone has much")
  func importance() throws {
    let rows = Synthetic.rows(2_000, width: 3, seed: 5, groups: 4) { row in
      row[1] > 20 ? 3 : -3
    }
    let validation = try CrossValidation(of: .trees, rows, threads: 2) {}
    #expect(validation.importances[1] > 0.3)
    #expect(abs(validation.importances[0]) < 0.02)
    let decision = Model.Decision.trees(forest: BoostedTrees(base: 0, trees: []))
    #expect(
      CrossValidation.scores(decision, rows, permuting: 0, fold: 0)
        == [Double](repeating: 0, count: rows.count))
  }

  @Test("probabilities of other groups are true on the whole")
  func calibrated() throws {
    // A lean that both kinds can learn: a line in the logarithm of one feature.
    let rows = Synthetic.rows(4_000, width: 4, seed: 11, groups: 4) { row in
      1.2 * LogisticSum.entering(row[1]) - 4
    }
    for kind in Model.Kind.allCases {
      let validation = try CrossValidation(of: kind, rows, threads: 2) {}
      let total = rows.weights.reduce(0, +)
      let said = zip(validation.probabilities, rows.weights).reduce(0) { $0 + $1.0 * $1.1 } / total
      let found = zip(rows.labels, rows.weights).reduce(0) { $0 + ($1.0 ? $1.1 : 0) } / total
      // The standard error of the share is below 0.5 / sqrt(4000) times 1.1 for unequal weights.
      #expect(abs(said - found) < 4 * 0.0087, "\(kind)")
      let bins = Reliability(probabilities: validation.probabilities, of: rows).bins
      let outside = bins.filter { $0.predicted < $0.low || $0.predicted > $0.high }
      #expect(outside.count <= 2, "\(kind): \(outside)")
    }
  }

  @Test("the gain of one method over another has the standard error of paired folds")
  func gain() throws {
    let rows = Synthetic.rows(800, width: 4, seed: 2, groups: 4)
    let logistic = try CrossValidation(of: .logistic, rows, threads: 1) {}
    let trees = try CrossValidation(of: .trees, rows, threads: 1) {}
    let gain = trees.gain(over: logistic)
    let differences = zip(trees.precisions, logistic.precisions).map { $0 - $1 }
    let mean = differences.reduce(0, +) / 4
    #expect(abs(gain.mean - mean) < 1e-12)
    #expect(gain.error > 0)
    #expect(logistic.gain(over: logistic) == (0, 0))
  }
}

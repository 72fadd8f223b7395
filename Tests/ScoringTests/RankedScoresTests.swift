import Testing

@testable import Scoring

/// The numbers of References/ranking.py, which printed what is expected here.
struct Congruence {
  var state: UInt64

  mutating func below(_ bound: UInt64) -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state >> 33) % bound
  }

  /// Scores on a grid, many tied, those with the label somewhat higher.
  static func sample(
    _ count: Int, grid: UInt64, share: UInt64, seed: UInt64
  ) -> (scores: [Double], labels: [Bool]) {
    var numbers = Congruence(state: seed)
    var (scores, labels): ([Double], [Bool]) = ([], [])
    for _ in 0..<count {
      labels.append(numbers.below(100) < share)
      let draw = Double(numbers.below(grid))
      scores.append(draw - Double(grid) / 2 + (labels.last == true ? Double(grid) / 4 : 0))
    }
    return (scores, labels)
  }
}

@Suite("Scores in order")
struct RankedScoresTests {
  struct Reference {
    var count: Int
    var grid: UInt64
    var share: UInt64
    var seed: UInt64
    var positives: Int
    var area: Double
    var averagePrecision: Double
    var error: Double?
  }

  static let references = [
    Reference(
      count: 150, grid: 20, share: 30, seed: 1, positives: 45, area: 0.74984126984127,
      averagePrecision: 0.643286165987669, error: 0.042949364208539),
    Reference(
      count: 150, grid: 3, share: 50, seed: 2, positives: 76, area: 0.652916073968705,
      averagePrecision: 0.755735492577598, error: 0.0456480182050752),
    Reference(
      count: 150, grid: 1_000_000, share: 5, seed: 3, positives: 8, area: 0.762323943661972,
      averagePrecision: 0.243521390963757, error: 0.080169338408351),
    Reference(
      count: 5_000, grid: 40, share: 10, seed: 4, positives: 473, area: 0.728374642910682,
      averagePrecision: 0.412529189672078, error: 0.0120085835600685),
    Reference(
      count: 70_000, grid: 1 << 31, share: 20, seed: 5, positives: 13_984,
      area: 0.715588665527976, averagePrecision: 0.503257957086049, error: nil),
  ]

  @Test(
    "have the areas of scikit-learn and DeLong's error, on any number of threads",
    arguments: references)
  func areas(reference: Reference) throws {
    let (scores, labels) = Congruence.sample(
      reference.count, grid: reference.grid, share: reference.share, seed: reference.seed)
    let ranked = RankedScores(scores: scores, labels: labels)
    #expect(ranked.positives == reference.positives)
    #expect(abs(try #require(ranked.area) - reference.area) < 1e-12)
    #expect(abs(try #require(ranked.averagePrecision) - reference.averagePrecision) < 1e-12)
    if let error = reference.error {
      #expect(abs(try #require(ranked.areaStandardError) - error) < 1e-12)
    }
    #expect(RankedScores(scores: scores, labels: labels, threads: 3) == ranked)
  }

  @Test("have every point of scikit-learn's roc_curve and precision_recall_curve")
  func curves() {
    let (scores, labels) = Congruence.sample(150, grid: 20, share: 30, seed: 1)
    let ranked = RankedScores(scores: scores, labels: labels)
    let points = ROCCurve(ranked).points
    #expect(points.map(\.threshold) == [nil] + (-10...14).reversed().map { Double($0) })
    // Negatives and positives called, of 105 and 45: what the script prints, times these.
    let alarms = [
      0, 0, 0, 0, 0, 0, 3, 7, 14, 17, 22, 29, 34, 42, 45, 48, 56, 63, 65, 71, 79, 85, 87, 95, 101,
      105,
    ]
    let hits = [
      0, 4, 7, 11, 13, 15, 16, 18, 19, 20, 22, 26, 29, 31, 32, 34, 36, 39, 41, 43, 45, 45, 45, 45,
      45, 45,
    ]
    #expect(points.map(\.falseAlarms) == alarms.map { Double($0) / 105 })
    #expect(points.map(\.hits.value) == hits.map { Double($0) / 45 })
    let precisions = [
      0.3, 0.308219178082192, 0.321428571428571, 0.340909090909091, 0.346153846153846,
      0.362903225806452, 0.37719298245614, 0.386792452830189, 0.382352941176471, 0.391304347826087,
      0.414634146341463, 0.415584415584416, 0.424657534246575, 0.46031746031746, 0.472727272727273,
      0.5, 0.540540540540541, 0.575757575757576, 0.72, 0.842105263157895, 1.0, 1.0, 1.0, 1.0, 1.0,
    ]
    let found = PrecisionRecallCurve(ranked).points.reversed().map(\.precision.value)
    #expect(found.count == precisions.count)
    #expect(zip(found, precisions).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test("rank who has no score lowest, all tied")
  func unscored() throws {
    let (scores, labels) = Congruence.sample(150, grid: 20, share: 30, seed: 1)
    let ranked = RankedScores(scores: scores, labels: labels, unscored: (10, 40))
    #expect(abs(try #require(ranked.area) - 0.6950470219435737) < 1e-12)
    #expect(abs(try #require(ranked.averagePrecision) - 0.5763250448990023) < 1e-12)
    #expect(abs(try #require(ranked.areaStandardError) - 0.04520611597172876) < 1e-12)
    #expect(ROCCurve(ranked).points.last?.threshold == nil)
    #expect(ROCCurve(ranked).points.last?.falseAlarms == 1)
  }

  @Test("are sorted as the standard library sorts them, whatever their distribution")
  func anyDistribution() throws {
    var numbers = Congruence(state: 9)
    let kinds: [(Double) -> Double] = [
      { $0 }, { -$0 }, { 1 / $0 }, { $0 * $0 * $0 * $0 * 1e-300 }, { ($0 * 4).rounded(.down) },
      { _ in 7 }, { $0 < 0.5 ? 0 : -0.0 }, { $0 < 0.3 ? -.infinity : $0 < 0.6 ? .infinity : $0 },
      { 1 + $0 * 0x1p-40 },
    ]
    for (kind, shape) in kinds.enumerated() {
      let scores = (0..<40_000).map { _ in shape(Double(numbers.below(1 << 31) + 1) * 0x1p-31) }
      let labels = scores.map { _ in numbers.below(3) == 0 }
      let ranked = RankedScores(scores: scores, labels: labels, threads: 2)
      let expected = Self.plain(scores, labels)
      #expect(abs(try #require(ranked.area) - expected.area) < 1e-12, "\(kind)")
      #expect(
        abs(try #require(ranked.averagePrecision) - expected.averagePrecision) < 1e-11, "\(kind)")
      #expect(ranked.cuts.count <= 202 && ranked.cuts.last?.hits == ranked.positives)
      for cut in ranked.cuts.dropFirst(ranked.cuts.count / 2).prefix(5) {
        let threshold = try #require(cut.threshold)
        let called = scores.indices.filter { scores[$0] >= threshold }
        #expect(cut.hits == called.count { labels[$0] }, "\(kind)")
        #expect(cut.alarms == called.count { !labels[$0] }, "\(kind)")
      }
    }
  }

  /// Both areas by sorting, tie by tie.
  private static func plain(
    _ scores: [Double], _ labels: [Bool]
  ) -> (area: Double, averagePrecision: Double) {
    let order = scores.indices.sorted { scores[$0] > scores[$1] }
    let (positives, all) = (Double(labels.count { $0 }), Double(labels.count))
    var (hits, alarms, area, precision) = (0.0, 0.0, 0.0, 0.0)
    var next = 0
    while next < order.count {
      let value = scores[order[next]]
      var (p, q) = (0.0, 0.0)
      while next < order.count, scores[order[next]] == value {
        if labels[order[next]] { p += 1 } else { q += 1 }
        next += 1
      }
      area += q * (hits + p / 2)
      hits += p
      alarms += q
      precision += p / positives * hits / (hits + alarms)
    }
    return (area / (positives * (all - positives)), precision)
  }

  @Test("say nothing where a group is missing, and nothing certain of few")
  func groupsMissing() throws {
    let none = RankedScores(scores: [], labels: [])
    #expect(none.area == nil && none.averagePrecision == nil && none.cuts.isEmpty)
    #expect(PrecisionRecallCurve(none).baseline == nil && ROCCurve(none).points.isEmpty)
    let hidden = RankedScores(scores: [], labels: [], unscored: (2, 3))
    #expect(hidden.area == 0.5 && hidden.averagePrecision == 0.4)
    let innocent = RankedScores(scores: [1, 2], labels: [false, false])
    #expect(innocent.area == nil && innocent.averagePrecision == nil)
    #expect(PrecisionRecallCurve(innocent).points.isEmpty)
    let guilty = RankedScores(scores: [1, 2], labels: [true, true])
    #expect(guilty.area == nil && guilty.averagePrecision == 1)
    let apart = RankedScores(scores: [1, 2, 3, 4], labels: [false, false, true, true])
    #expect(apart.area == 1 && apart.areaStandardError == 0)
    let estimate = try #require(apart.areaEstimate)
    // Wilson's for 2 of 2: 2 / (2 + z²).
    #expect(
      abs(estimate.low - 2 / (2 + Interval.z * Interval.z)) < 1e-12 && estimate.high > 1 - 1e-12)
  }
}

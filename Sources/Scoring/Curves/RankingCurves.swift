/// The receiver operating characteristic of scores: positives called against negatives called, over
/// all thresholds.
///
/// At most about 200 points; what lies between two is within 1 / 100 of either on both axes. Fawcett
/// 2006, Pattern Recognition Letters 27, 861-874, doi 10.1016/j.patrec.2005.10.010.
public struct ROCCurve: Codable, Sendable, Equatable {
  /// From the highest threshold, which calls nobody, to the lowest, which calls everybody.
  public var points: [Point]
  /// The area under it with a 95 % interval; nil (absent in JSON) where one of the groups is missing.
  public var area: Estimate?
  /// How many have the label.
  public var positives: Int
  /// How many have not.
  public var negatives: Int

  /// What a threshold comes to.
  public struct Point: Codable, Sendable, Equatable {
    /// The lowest score that is called; nil where nobody is, or where those without a score are.
    public var threshold: Double?
    /// The share of negatives called.
    public var falseAlarms: Double
    /// The share of positives called, with Wilson's interval, each score by itself.
    public var hits: Estimate
  }

  /// Reads the curve off scores; no points where one of the groups is missing.
  public init(_ scores: RankedScores) {
    area = scores.areaEstimate
    positives = scores.positives
    negatives = scores.negatives
    points = []
    guard positives > 0, negatives > 0 else { return }
    points = ([RankedScores.Cut(threshold: nil, hits: 0, alarms: 0)] + scores.cuts).compactMap {
      cut in
      Estimate(count: cut.hits, of: scores.positives).map { hits in
        Point(
          threshold: cut.threshold, falseAlarms: Double(cut.alarms) / Double(scores.negatives),
          hits: hits)
      }
    }
  }
}

/// Precision against recall of scores, over all thresholds.
///
/// Steps, at most about 200: no straight lines are to be drawn between them (Davis and Goadrich 2006,
/// ICML, 233-240). Precision is that of the world that was simulated, which has far more groomers than life;
/// `Prevalence` carries one threshold's to others.
public struct PrecisionRecallCurve: Codable, Sendable, Equatable {
  /// From the highest threshold to the lowest, which calls everybody.
  public var points: [Point]
  /// The mean of precision over recall, step by step; nil (absent in JSON) without a positive.
  public var averagePrecision: Double?
  /// How many have the label.
  public var positives: Int
  /// How many have not.
  public var negatives: Int

  /// What a threshold comes to.
  public struct Point: Codable, Sendable, Equatable {
    /// The lowest score that is called; nil where those without a score are called too.
    public var threshold: Double?
    /// The share of positives called.
    public var recall: Double
    /// The share of those called that are positives, with Wilson's interval, each score by itself.
    public var precision: Estimate
  }

  /// The precision of calling everybody: what guessing gives at any recall; nil without anybody.
  public var baseline: Double? {
    positives + negatives > 0 ? Double(positives) / Double(positives + negatives) : nil
  }

  /// Reads the curve off scores; no points without a positive.
  public init(_ scores: RankedScores) {
    averagePrecision = scores.averagePrecision
    positives = scores.positives
    negatives = scores.negatives
    points = []
    guard positives > 0 else { return }
    points = scores.cuts.compactMap { cut in
      Estimate(count: cut.hits, of: cut.hits + cut.alarms).map { precision in
        Point(
          threshold: cut.threshold, recall: Double(cut.hits) / Double(scores.positives),
          precision: precision)
      }
    }
  }
}

extension Estimate {
  /// A share of independent trials with Wilson's interval; nil without trials.
  init?(count: Int, of total: Int) {
    guard total > 0 else { return nil }
    let share = Double(count) / Double(total)
    let interval = Interval.wilson(share: share, trials: Double(total))
    self.init(value: share, low: interval.low, high: interval.high)
  }
}

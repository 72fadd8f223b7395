import Parallelism

/// Scores in order, with who of those they were given to has the label: how well they tell the two
/// apart at every threshold at once.
///
/// Positives have the label, negatives have not; whoever scores at least a threshold is called a
/// positive. Ties are called together. Those without a score rank below all that have one, tied.
public struct RankedScores: Sendable, Equatable {
  /// How many have the label.
  public let positives: Int
  /// How many have not.
  public let negatives: Int
  /// The probability that a positive scores higher than a negative, ties by half: the area under the
  /// ROC curve; nil where one of the two is missing.
  ///
  /// Mann and Whitney's U over the number of pairs (Hanley and McNeil 1982, Radiology 143, 29-36).
  public let area: Double?
  /// The standard error of the area, for any distribution; nil with fewer than two persons of either.
  ///
  /// DeLong, DeLong and Clarke-Pearson 1988, Biometrics 44, 837-845, equation 5 for one curve. Where
  /// persons have several scores, what each score adds is summed by person first: Obuchowski 1997,
  /// Biometrics 53, 567-578, where nobody has scores of both groups (`ScoredPerson`; the formula was read
  /// in a program adapted from her own).
  public let areaStandardError: Double?
  /// The mean of precision over recall, step by step, Σ (R_k − R_{k−1}) P_k over thresholds, as
  /// scikit-learn's `average_precision_score` has it; nil without a positive.
  ///
  /// No trapezoid: straight lines between points of a precision-recall curve promise too much (Davis
  /// and Goadrich 2006, ICML, 233-240).
  public let averagePrecision: Double?
  /// Some thresholds, from high to low, and what they come to; the last calls everybody.
  let cuts: [Cut]
  /// The persons behind the positives.
  private let positivePersons: Int
  /// The persons behind the negatives.
  private let negativePersons: Int

  /// What a threshold comes to.
  struct Cut: Sendable, Equatable {
    /// The lowest score that is called; nil where those without a score are called too.
    var threshold: Double?
    /// Positives called.
    var hits: Int
    /// Negatives called.
    var alarms: Int
  }

  /// Ranks scores.
  ///
  /// - Parameters:
  ///   - scores: of any scale; higher is surer.
  ///   - labels: whether each has the label.
  ///   - unscored: how many there are without a score.
  ///   - persons: those who have several of them; everybody else has one.
  ///   - threads: how many threads may work; changes no result.
  /// - Precondition: as many labels as scores, and no score is not a number.
  /// - Complexity: a radix sort: linear in the scores, whatever their distribution.
  public init(
    scores: [Double], labels: [Bool],
    unscored: (positives: Int, negatives: Int) = (positives: 0, negatives: 0),
    persons: [ScoredPerson] = [], threads: Int = 1
  ) {
    precondition(scores.count == labels.count, "every score has a label")
    let buckets = ScoreBuckets(scores: scores, labels: labels, threads: threads)
    let scale = RankingWalk.Scale(
      positives: buckets.positives + unscored.positives,
      negatives: scores.count - buckets.positives + unscored.negatives)
    // What each block comes to depends on nothing but how many positives and negatives lie above it.
    let walks = parallelMap(
      count: buckets.blocks.count, threads: threads, scratch: { ScoreBuckets.Scratch() }
    ) { block, scratch in
      buckets.walk(block: block, scale: scale, &scratch)
    }
    var whole = RankingWalk(scale: scale, hits: 0, alarms: 0)
    for walk in walks { whole.append(walk) }
    whole.add(unscored.positives, unscored.negatives, threshold: nil)
    whole.finish()
    self.init(
      whole, persons: persons,
      // Sorted once more only where somebody has several.
      placements: persons.isEmpty ? nil : Placements(scores, labels, unscored: unscored))
  }

  private init(_ walk: RankingWalk, persons: [ScoredPerson], placements: Placements?) {
    let (p, n) = (Double(walk.scale.positives), Double(walk.scale.negatives))
    func more(_ hasLabel: Bool) -> Int {
      persons.reduce(0) { $0 + ($1.hasLabel == hasLabel ? $1.scores.count - 1 : 0) }
    }
    positivePersons = walk.scale.positives - more(true)
    negativePersons = walk.scale.negatives - more(false)
    positives = walk.scale.positives
    negatives = walk.scale.negatives
    averagePrecision = p > 0 ? walk.precision / p : nil
    cuts = walk.cuts
    guard p > 0, n > 0 else {
      area = nil
      areaStandardError = nil
      return
    }
    let area = walk.wins / (2 * p * n)
    self.area = area
    guard positivePersons > 1, negativePersons > 1 else {
      areaStandardError = nil
      return
    }
    /// What scores of one person add to the squares by going together.
    func together(_ hasLabel: Bool) -> Double {
      guard let placements else { return 0 }
      return persons.reduce(0) { sum, person in
        guard person.hasLabel == hasLabel else { return sum }
        let gaps = person.scores.map { placements.share(beside: $0, hasLabel) - area }
        let whole = gaps.reduce(0, +)
        return sum + whole * whole - gaps.reduce(0) { $0 + $1 * $1 }
      }
    }
    func variance(_ squares: Double, _ hasLabel: Bool, _ count: Double, _ persons: Int) -> Double {
      let persons = Double(persons)
      let clustered = squares - count * area * area + together(hasLabel)
      return persons / (persons - 1) * clustered / (count * count)
    }
    areaStandardError = max(
      0,
      variance(walk.positiveSquares / (4 * n * n), true, p, positivePersons)
        + variance(walk.negativeSquares / (4 * p * p), false, n, negativePersons)
    ).squareRoot()
  }

  /// The area with a 95 % interval; nil where one of the two groups is missing.
  ///
  /// The interval is Wilson's on a (1 − a) / v trials, where v is DeLong's variance or that of Hanley and
  /// McNeil 1982 for exponential scores, whichever is larger; where nothing varies, on as many trials
  /// as the smaller group has persons. Hanley and McNeil's counts persons too, as if all scores of one
  /// were the same. Our choice, in the manner of Newcombe 2006 (Statistics in Medicine 25,
  /// 559-573; MEMORY): with ten groomers and 1,000 innocents it held the area in 96 to 99 of 100
  /// worlds, with a hundred in 96 to 100, where DeLong's own, a ± z √v, did in 61 to 92 and in 89 to
  /// 95. With one to four accounts a groomer it held it in 95 to 99 of 100; accounts taken for independent,
  /// in 81 to 97 (`Documentation/Experiments/area_intervals.py`).
  public var areaEstimate: Estimate? {
    guard let area else { return nil }
    let smaller = Double(min(positivePersons, negativePersons))
    let variance = max(areaStandardError.map { $0 * $0 } ?? 0, exponentialVariance(of: area))
    let trials = variance > 0 ? area * (1 - area) / variance : smaller
    let interval = Interval.wilson(share: area, trials: max(1, trials))
    return Estimate(value: area, low: interval.low, high: interval.high)
  }

  /// The variance that an area has where scores of both groups are exponential: Hanley and McNeil 1982,
  /// Radiology 143, 29-36.
  private func exponentialVariance(of area: Double) -> Double {
    let (p, n) = (Double(positivePersons), Double(negativePersons))
    let square = area * area
    let betweenPositives: Double = (p - 1) * (area / (2 - area) - square)
    let betweenNegatives: Double = (n - 1) * (2 * square / (1 + area) - square)
    return (area - square + betweenPositives + betweenNegatives) / (p * n)
  }
}

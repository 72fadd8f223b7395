/// Goes through scores from the highest to the lowest, a group of ties at a time.
struct RankingWalk: Sendable {
  let scale: Scale
  /// Positives so far.
  private(set) var hits: Int
  /// Negatives so far.
  private(set) var alarms: Int
  /// Twice the pairs in which the positive scores higher, ties once.
  private(set) var wins = 0.0
  /// Precision, summed over positives.
  private(set) var precision = 0.0
  /// Of each positive, twice the negatives below it, ties once: the squares, summed.
  private(set) var positiveSquares = 0.0
  /// Of each negative, twice the positives above it, ties once: the squares, summed.
  private(set) var negativeSquares = 0.0
  private(set) var cuts: [RankedScores.Cut] = []
  /// The threshold of the last group.
  private var lowest: Double?
  /// How far the walk goes before it keeps another threshold.
  private var nextCut: Int

  /// What there is altogether, and how far apart thresholds are that are kept.
  struct Scale: Sendable {
    let positives: Int
    let negatives: Int
    /// A step along the ROC curve, of which 1 / 100 on either side is one.
    let step: Int

    /// About as many thresholds are kept as this: our choice, enough for a picture.
    static let cuts = 200

    init(positives: Int, negatives: Int) {
      self.positives = positives
      self.negatives = negatives
      step =
        positives + negatives <= Self.cuts
        ? 0 : max(1, max(1, positives) * max(1, negatives) * 2 / Self.cuts)
    }

    /// How far along the ROC curve a threshold is.
    func position(_ hits: Int, _ alarms: Int) -> Int {
      hits * max(1, negatives) + alarms * max(1, positives)
    }
  }

  /// Begins below so many positives and negatives.
  init(scale: Scale, hits: Int, alarms: Int) {
    self.scale = scale
    self.hits = hits
    self.alarms = alarms
    nextCut =
      scale.step == 0 ? 0 : (scale.position(hits, alarms) / scale.step + 1) * scale.step
  }

  /// Goes past a group of ties.
  @inline(__always)
  mutating func add(_ positives: Int, _ negatives: Int, threshold: Double?) {
    guard positives + negatives > 0 else { return }
    let (p, q) = (Double(positives), Double(negatives))
    if positives > 0 {
      let below = Double(2 * (scale.negatives - alarms) - negatives)
      positiveSquares += p * below * below
      let hit = Double(hits + positives)
      precision += p * hit / (hit + Double(alarms + negatives))
    }
    if negatives > 0 {
      let above = Double(2 * hits + positives)
      wins += q * above
      negativeSquares += q * above * above
    }
    hits += positives
    alarms += negatives
    lowest = threshold
    let position = scale.position(hits, alarms)
    guard position >= nextCut else { return }
    cuts.append(RankedScores.Cut(threshold: threshold, hits: hits, alarms: alarms))
    if scale.step > 0 { nextCut = (position / scale.step + 1) * scale.step }
  }

  /// Goes on with a walk that began where this one is.
  mutating func append(_ walk: RankingWalk) {
    hits = walk.hits
    alarms = walk.alarms
    wins += walk.wins
    precision += walk.precision
    positiveSquares += walk.positiveSquares
    negativeSquares += walk.negativeSquares
    cuts += walk.cuts
    nextCut = walk.nextCut
    lowest = walk.lowest
  }

  /// Keeps the last threshold, which calls everybody, at the least.
  mutating func finish() {
    guard hits + alarms > 0, cuts.last.map({ ($0.hits, $0.alarms) != (hits, alarms) }) ?? true
    else { return }
    cuts.append(RankedScores.Cut(threshold: lowest, hits: hits, alarms: alarms))
  }
}

public import Activity
import Randomness
public import Vocabulary

/// Whether the probabilities that a detector's alerts state are true: of accounts first alerted on at p,
/// a share p should be groomers'.
///
/// A reliability diagram with the bins that the outcomes themselves make (`IsotonicFit`), and what chance alone
/// would make of true probabilities: CORP, with its consistency bands by resampling (Dimitriadis,
/// Gneiting and Jordan 2021, PNAS 118 (8), doi 10.1073/pnas.2016191118; abstract read). Of first alerts
/// alone: `AlertClaim` says why.
public struct AlertCalibration: Codable, Sendable, Equatable {
  /// The detector.
  public var detector: String
  /// Accounts alerted on.
  public var accounts: Int
  /// Those of them that are groomers'.
  public var groomers: Int
  /// The mean of the probabilities stated.
  public var claimed: Double
  /// How far they are from the truth, and why.
  public var brier: BrierScore
  /// What share came true, block by block.
  public var fit: IsotonicFit
  /// Where the curve would lie in 95 of 100 draws if the probabilities were true, by probability.
  public var band: [Point]
  /// The share of draws, of true probabilities, with at least the miscalibration that was found, which
  /// counts as one of them.
  public var chance: Double

  /// A probability, and where the curve would be there if it were true.
  public struct Point: Codable, Sendable, Equatable {
    /// The probability stated.
    public var probability: Double
    /// The lower end of what chance makes of it.
    public var low: Double
    /// The upper end.
    public var high: Double
  }

  /// How often outcomes are drawn: our choice; 25 draws lie beyond either end of the band.
  static let draws = 1_000
  /// How many points the band has at most: enough for a picture.
  static let mostPoints = 60

  /// Holds the first alerts of each detector against the truth.
  ///
  /// - Parameters:
  ///   - truth: who groomed whom.
  ///   - subjects: the accounts.
  ///   - alerts: of all detectors, in any order.
  ///   - detectors: their names.
  /// - Returns: one per detector whose alerts state probabilities, in the order of the names.
  /// - Throws: `ScoringError` when the arguments do not belong together.
  /// - Complexity: O(draws · accounts alerted on · log of them) for each.
  public static func all(
    truth: GroundTruth, subjects: Subjects, alerts: [Alert], detectors: [String]
  ) throws(ScoringError) -> [AlertCalibration] {
    let census = try Census(truth: truth, subjects: subjects)
    let replay = try Replay(alerts: alerts, detectors: detectors, accounts: subjects.count)
    return zip(detectors, replay.raised).compactMap { name, raised in
      AlertClaim.all(of: raised, census: census).flatMap {
        AlertCalibration(of: $0, by: name)
      }
    }
  }

  /// Holds claims against the truth; nil without any.
  init?(of claims: [AlertClaim], by detector: String) {
    guard !claims.isEmpty else { return nil }
    let probabilities = claims.map(\.probability)
    let fit = IsotonicFit(probabilities: probabilities, outcomes: claims.map(\.isTrue))
    let brier = BrierScore(of: fit, probabilities: probabilities, outcomes: claims.map(\.isTrue))
    let places = Set(probabilities).sorted().thinned(to: Self.mostPoints)
    var shares = places.map { _ in [Double]() }
    var (persons, reached) = ([UInt32: Int](), 0)
    for claim in claims where persons[claim.person] == nil {
      persons[claim.person] = persons.count
    }
    // What is in order is sorted fast, as every draw does.
    let ordered = claims.sorted { $0.probability < $1.probability }
    let sorted = ordered.map(\.probability)
    for draw in 0..<Self.draws {
      var stream = RandomStream(seed: 0, purpose: .trueProbabilities, entity: UInt64(draw))
      // One number for a person: accounts of one stand or fall together.
      let numbers = (0..<persons.count).map { _ in stream.uniform() }
      let outcomes = ordered.map { numbers[persons[$0.person] ?? 0] < $0.probability }
      let drawn = IsotonicFit(probabilities: sorted, outcomes: outcomes)
      for (index, place) in places.enumerated() {
        shares[index].append(drawn.share(at: place) ?? 0)
      }
      let score = BrierScore(of: drawn, probabilities: sorted, outcomes: outcomes)
      // A hair less, so that rounding does not make what is the same smaller.
      if score.miscalibration >= brier.miscalibration - 1e-12 { reached += 1 }
    }
    self.detector = detector
    accounts = claims.count
    groomers = claims.count(where: \.isTrue)
    claimed = probabilities.reduce(0, +) / Double(claims.count)
    self.brier = brier
    self.fit = fit
    band = zip(places, shares).compactMap { place, shares in
      let quantiles = Quantiles(shares)
      guard let low = quantiles[0.025], let high = quantiles[0.975] else { return nil }
      return Point(probability: place, low: low, high: high)
    }
    // What was found is a draw too, so that nothing is ever impossible.
    chance = Double(reached + 1) / Double(Self.draws + 1)
  }
}

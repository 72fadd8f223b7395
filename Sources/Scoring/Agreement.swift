public import Activity
public import Vocabulary

/// Whether two detectors alert on the same accounts, at any time in a run.
///
/// Two that find the same groomers are worth little more than one; two that blame the same innocents
/// may rest on the same cue.
public struct Agreement: Codable, Sendable, Equatable {
  /// The names of the two.
  public var detectors: [String]
  /// Groomers' accounts that both alerted on.
  public var groomersByBoth: Int
  /// Groomers' accounts that only the first alerted on.
  public var groomersByFirst: Int
  /// Groomers' accounts that only the second alerted on.
  public var groomersBySecond: Int
  /// Groomers' accounts that neither alerted on.
  public var groomersByNeither: Int
  /// How much more the two agree on adults' accounts than chance would make two that alert as often:
  /// Cohen's kappa, from below 0 to 1; nil (absent in JSON) where one alerts on all and the other on
  /// all, or both on none.
  ///
  /// Cohen 1960, Educational and Psychological Measurement 20, 37-46; the interval is that of Fleiss,
  /// Cohen and Everitt 1969, Psychological Bulletin 72, 323-327 (MEMORY; held against statsmodels in
  /// the tests).
  public var kappa: Estimate?
  /// Innocent accounts that both alerted on.
  public var innocentByBoth: Int
  /// Innocent accounts that at least one alerted on.
  public var innocentByEither: Int
  /// The share of innocent accounts alerted on by either that both did: Jaccard's index, with
  /// Wilson's interval; nil where there are none.
  public var jaccard: Estimate?

  /// Compares every detector with every later one.
  ///
  /// - Parameters:
  ///   - truth: who groomed whom.
  ///   - subjects: the accounts.
  ///   - alerts: of all detectors, in any order.
  ///   - detectors: their names, in the order of the pairs.
  /// - Returns: one per pair.
  /// - Throws: `ScoringError` when the arguments do not belong together.
  /// - Complexity: O(pairs · accounts).
  public static func pairs(
    truth: GroundTruth, subjects: Subjects, alerts: [Alert], detectors: [String]
  ) throws(ScoringError) -> [Agreement] {
    let census = try Census(truth: truth, subjects: subjects)
    let replay = try Replay(alerts: alerts, detectors: detectors, accounts: subjects.count)
    let alerted = replay.raised.map { raised in
      (0..<subjects.count).map { raised.first[AccountID($0)] != nil }
    }
    return detectors.indices.flatMap { first in
      (first + 1..<detectors.count).map { second in
        Agreement(
          detectors: [detectors[first], detectors[second]], alerted[first], alerted[second],
          census: census)
      }
    }
  }

  private init(detectors: [String], _ first: [Bool], _ second: [Bool], census: Census) {
    // By whether the first and the second alerted: neither, the second alone, the first alone, both.
    var (groomers, innocents, adults) = ([0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0])
    for index in first.indices {
      let account = AccountID(index)
      let cell = (first[index] ? 2 : 0) + (second[index] ? 1 : 0)
      let isGroomer = census.groomers.contains(account)
      if isGroomer { groomers[cell] += 1 } else { innocents[cell] += 1 }
      if isGroomer || census.isInnocentAdult(account) { adults[cell] += 1 }
    }
    self.detectors = detectors
    groomersByNeither = groomers[0]
    groomersBySecond = groomers[1]
    groomersByFirst = groomers[2]
    groomersByBoth = groomers[3]
    innocentByBoth = innocents[3]
    innocentByEither = innocents[1] + innocents[2] + innocents[3]
    jaccard = Estimate(count: innocents[3], of: innocentByEither)
    kappa = Self.kappa(of: adults)
  }

  /// Cohen's kappa of the four cells of two who say yes or no.
  static func kappa(of cells: [Int]) -> Estimate? {
    let n = Double(cells.reduce(0, +))
    guard n > 0 else { return nil }
    let p = cells.map { Double($0) / n }
    let first = [p[0] + p[1], p[2] + p[3]]
    let second = [p[0] + p[2], p[1] + p[3]]
    let agreed = p[0] + p[3]
    let expected = first[0] * second[0] + first[1] * second[1]
    guard expected < 1 else { return nil }
    let kappa = (agreed - expected) / (1 - expected)
    func square(_ x: Double) -> Double { x * x }
    let agreeing =
      p[0] * square(1 - (first[0] + second[0]) * (1 - kappa))
      + p[3] * square(1 - (first[1] + second[1]) * (1 - kappa))
    let differing =
      square(1 - kappa)
      * (p[1] * square(second[0] + first[1]) + p[2] * square(second[1] + first[0]))
    let variance =
      (agreeing + differing - square(kappa - expected * (1 - kappa))) / (square(1 - expected) * n)
    let reach = Interval.z * max(0, variance).squareRoot()
    return Estimate(value: kappa, low: kappa - reach, high: min(1, kappa + reach))
  }
}

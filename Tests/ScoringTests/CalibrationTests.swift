import Population
import Testing
import Vocabulary

@testable import Scoring

@Suite("Whether probabilities are true")
struct CalibrationTests {
  struct Reference {
    var count: Int
    var grid: UInt64
    var seed: UInt64
    var hits: Int
    /// Brier score, miscalibration, discrimination, uncertainty.
    var parts: [Double]
    /// At 0, 0.17, 0.5, 0.83 and 1.
    var shares: [Double]
  }

  /// What References/calibration.py printed: scikit-learn's `brier_score_loss` and
  /// `IsotonicRegression`, many ties.
  static let references = [
    Reference(
      count: 40, grid: 10, seed: 1, hits: 12,
      parts: [0.198, 0.0844239926739927, 0.0964239926739927, 0.21],
      shares: [0, 0.0833333333333333, 0.142857142857143, 0.515384615384615, 1]),
    Reference(
      count: 300, grid: 1_000, seed: 2, hits: 111,
      parts: [0.18197315, 0.0293680036843273, 0.0804948536843274, 0.2331],
      shares: [0, 0.0512820512820513, 0.285714285714286, 0.633333333333333, 1]),
    Reference(
      count: 300, grid: 4, seed: 3, hits: 109,
      parts: [0.126458333333333, 0.0380513936726623, 0.142915282561551, 0.231322222222222],
      shares: [0, 0.0304477611940299, 0.211538461538462, 0.648666666666667, 1]),
  ]

  static func claims(
    _ count: Int, grid: UInt64, seed: UInt64
  ) -> (probabilities: [Double], outcomes: [Bool]) {
    var numbers = Congruence(state: seed)
    var (probabilities, outcomes): ([Double], [Bool]) = ([], [])
    for _ in 0..<count {
      let probability = Double(numbers.below(grid + 1)) / Double(grid)
      probabilities.append(probability)
      outcomes.append(Double(numbers.below(1_000)) < 1_000 * probability * probability)
    }
    return (probabilities, outcomes)
  }

  @Test("is scored and fitted as scikit-learn does", arguments: references)
  func reference(_ reference: Reference) throws {
    let (said, outcomes) = Self.claims(
      reference.count, grid: reference.grid, seed: reference.seed)
    #expect(outcomes.count { $0 } == reference.hits)
    let score = try #require(BrierScore(probabilities: said, outcomes: outcomes))
    let parts = [score.value, score.miscalibration, score.discrimination, score.uncertainty]
    for (found, expected) in zip(parts, reference.parts) { #expect(abs(found - expected) < 1e-12) }
    let fit = IsotonicFit(probabilities: said, outcomes: outcomes)
    for (place, expected) in zip([0, 0.17, 0.5, 0.83, 1], reference.shares) {
      #expect(abs(try #require(fit.share(at: place)) - expected) < 1e-12, "\(place)")
    }
    #expect(zip(fit.blocks, fit.blocks.dropFirst()).allSatisfy { $0.share < $1.share })
    // Twice the weight is the same as twice the outcomes.
    let doubled = BrierScore(
      probabilities: said, outcomes: outcomes, weights: said.map { _ in 2 })
    #expect(abs((doubled?.miscalibration ?? -1) - score.miscalibration) < 1e-12)
  }

  @Test("is told of one outcome, of none, and where nobody is a groomer's")
  func edges() throws {
    #expect(BrierScore(probabilities: [], outcomes: []) == nil)
    #expect(IsotonicFit(probabilities: [], outcomes: []).share(at: 0.5) == nil)
    #expect(AlertCalibration(of: [], by: "a") == nil)
    let one = try #require(BrierScore(probabilities: [0.75], outcomes: [true]))
    #expect(one.value == 0.0625 && one.miscalibration == 0.0625)
    #expect(one.discrimination == 0 && one.uncertainty == 0)
    let never = try #require(
      BrierScore(probabilities: [0.25, 0.5, 0.25], outcomes: [false, false, false]))
    #expect(never.value == 0.375 / 3 && never.miscalibration == never.value)
    #expect(IsotonicFit(probabilities: [0.2, 0.4], outcomes: [true, false]).blocks.count == 1)
  }

  private static func alert(
    _ suspect: Int, _ probability: Double?, day: Int, detector: String = "a"
  ) -> Alert {
    var alert = Village.alert(detector, on: suspect, day: day)
    if let probability { alert.reasons = [.probability(probability, events: [])] }
    return alert
  }

  @Test("rests on the first alert of each account, and on the highest of one second")
  func firstAlerts() throws {
    let alerts = [
      Self.alert(0, 0.9, day: 5), Self.alert(0, 0.5, day: 3), Self.alert(0, 0.6, day: 3),
      Self.alert(6, 0.4, day: 4), Self.alert(6, 1, day: 9), Self.alert(2, 0.2, day: 1),
    ]
    for alerts in [alerts, alerts.reversed()] {
      let evaluation = try Village.evaluation(cases: [], alerts: alerts)
      // 0.6 of a groomer, 0.4 of an innocent adult, 0.2 of a child.
      let brier = try #require(evaluation.value(.alertBrier))
      #expect(abs(brier - (0.16 + 0.16 + 0.04) / 3) < 1e-12)
      let overclaim = try #require(evaluation.value(.alertOverclaim))
      #expect(abs(overclaim - (1.2 - 1) / 3) < 1e-12)
      // Corrected, nothing is wrong; the share of all is a third.
      #expect(evaluation.value(.alertMiscalibration) == brier)
      #expect(abs((evaluation.value(.alertDiscrimination) ?? 0) - 2 / 9.0) < 1e-12)
      #expect(evaluation.value(.alertBrier, "any") == evaluation.value(.alertBrier))
    }
  }

  @Test(
    "is absent where an alert states no probability, where there is none, and of several detectors")
  func absent() throws {
    let stated = Self.alert(0, 0.5, day: 1)
    let bare = Self.alert(6, nil, day: 2)
    let wrong = Self.alert(6, 1.5, day: 2)
    for alerts in [[stated, bare], [stated, wrong], [bare], []] {
      let evaluation = try Village.evaluation(cases: [], alerts: alerts)
      #expect(evaluation.value(.alertBrier) == nil && evaluation.value(.alertOverclaim) == nil)
    }
    let two = try Village.evaluation(
      cases: [], alerts: [stated, Self.alert(6, 0.2, day: 1, detector: "b")],
      detectors: ["a", "b"])
    #expect(two.value(.alertBrier) == 0.25 && two.value(.alertBrier, "any") == nil)
  }

  @Test("chance alone makes what true probabilities are found with, and nothing of false ones")
  func chance() throws {
    var numbers = Congruence(state: 4)
    func claims(_ truth: (Double) -> Double) -> [AlertClaim] {
      (0..<400).map { number in
        let probability = Double(numbers.below(99) + 1) / 100
        return AlertClaim(
          probability: probability,
          isTrue: Double(numbers.below(1_000)) < 1_000 * truth(probability),
          person: UInt32(number))
      }
    }
    let honest = try #require(AlertCalibration(of: claims { $0 }, by: "a"))
    #expect(honest.chance > 0.01)
    let boastful = try #require(AlertCalibration(of: claims { $0 * $0 * $0 }, by: "a"))
    #expect(boastful.chance < 0.005 && boastful.brier.miscalibration > honest.brier.miscalibration)
    for calibration in [honest, boastful] {
      #expect(calibration.band.count == AlertCalibration.mostPoints)
      // At the ends of the scale a curve that never falls leans outwards.
      let inner = calibration.band.filter { (0.1...0.9).contains($0.probability) }
      #expect(inner.allSatisfy { $0.low <= $0.probability && $0.probability <= $0.high })
    }
    // The curve of false probabilities leaves the band; that of true ones stays in at nearly all places.
    func outside(_ calibration: AlertCalibration) -> Int {
      calibration.band.count { point in
        let share = calibration.fit.share(at: point.probability) ?? 0
        return share < point.low || share > point.high
      }
    }
    #expect(outside(honest) < 12 && outside(boastful) > 30)
  }

  @Test("accounts of one person stand or fall together in what chance makes")
  func persons() throws {
    func claims(_ persons: UInt32) -> [AlertClaim] {
      (0..<60).map { AlertClaim(probability: 0.5, isTrue: $0 % 2 == 0, person: $0 % persons) }
    }
    let (alone, together) = (
      try #require(AlertCalibration(of: claims(60), by: "a")),
      try #require(AlertCalibration(of: claims(6), by: "a"))
    )
    // The share of 60 and of 6 throws of a coin: 2.5 % lie beyond 0.5 ± 1.96 · 0.5 / √n, about.
    #expect(abs((alone.band.first?.high ?? 0) - 0.627) < 0.03)
    #expect((together.band.first?.high ?? 0) > 0.8)
    #expect(alone.accounts == 60 && alone.groomers == 30 && alone.claimed == 0.5)
  }
}

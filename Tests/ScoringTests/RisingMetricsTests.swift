import Testing
import Vocabulary

@testable import Scoring

@Suite("Metrics over all thresholds")
struct RisingMetricsTests {
  private static let rising = AlarmCurveTests.alerts(60, scores: 9, seed: 5)

  private static func evaluation(_ rising: [Alert]?) throws -> Evaluation {
    try Evaluation(
      truth: AlarmCurveTests.truth, alerts: rising?.filter { $0.score > 6 } ?? [],
      detectors: ["a", "b"], subjects: Village.subjects,
      rising: rising.map { RisingAlerts($0, of: ["a", "b"]) })
  }

  private static let metrics: [Metric] =
    [.rocArea, .averagePrecision, .precededMean(upTo: WeeklyRate.prices[2])]
    + WeeklyRate.prices.flatMap { [Metric.preceded(at: $0), .leadMedian(at: $0)] }

  @Test("are those of the trade-off, for a silent detector too")
  func agree() throws {
    let evaluation = try Self.evaluation(Self.rising)
    let tradeOff = try AlarmCurveTests.tradeOff([Self.rising])
    let area = try #require(tradeOff.ranking().areaEstimate)
    let row = try #require(evaluation.row(.rocArea, for: "a"))
    #expect(row.value == area.value && row.low == area.low && row.high == area.high)
    #expect(evaluation.value(.rocArea, "b") == 0.5)
    #expect(evaluation.value(.averagePrecision) == tradeOff.ranking().averagePrecision)
    #expect(evaluation.value(.averagePrecision, "b") == 2.0 / 8)
    for price in WeeklyRate.prices {
      let priced = tradeOff.within(budget: price.perThousand)
      #expect(evaluation.value(.preceded(at: price)) == priced.share?.value)
      let counts: [Int?] = [priced.preceded, 3]
      #expect(evaluation.counts(.preceded(at: price)) == counts)
      let point = try #require(tradeOff.alarmCurve().points.first { $0.falseAlarms == 0 })
      #expect(evaluation.value(.leadMedian(at: price)) == point.medianLead.days)
      #expect(evaluation.value(.preceded(at: price), "b") == 0)
    }
  }

  @Test("are absent without rising alerts, and for all detectors together")
  func absent() throws {
    let (with, without) = (try Self.evaluation(Self.rising), try Self.evaluation(nil))
    for metric in Self.metrics {
      #expect(with.value(metric, "any") == nil && without.value(metric) == nil, "\(metric.name)")
    }
    // Of which nobody worked them out is not one that stays silent at every threshold.
    let some = try Evaluation(
      truth: AlarmCurveTests.truth, alerts: [], detectors: ["a", "b"], subjects: Village.subjects,
      rising: RisingAlerts(Self.rising, of: ["a"]))
    #expect(some.value(.rocArea) == with.value(.rocArea) && some.value(.rocArea, "b") == nil)
    #expect(throws: ScoringError.unknownDetector("z", known: ["a", "b"])) {
      try Self.evaluation([Village.alert("z", on: 0, day: 1)])
    }
  }

  @Test(
    "the partial area is the mean over prices of the share of meetings preceded", arguments: 1...5)
  func partialArea(seed: Int) throws {
    let tradeOff = try AlarmCurveTests.tradeOff([
      AlarmCurveTests.alerts(25, scores: 9, seed: UInt64(seed))
    ])
    // Four innocent accounts: prices come in steps of one, so the mean of mid-steps is exact.
    let highest: Double = 4 / 0.12
    let shares = try (0..<400).map { step in
      try #require(tradeOff.within(budget: (Double(step) + 0.5) / 400 * highest).share).value
    }
    let parts = tradeOff.partsPreceded(upTo: highest)
    let area = shares.reduce(0, +) / 400
    #expect(abs(parts.reduce(0, +) / 3 - area) < 1e-12)
  }

  @Test("all alerts on innocent adults count, children's and groomers' do not")
  func falseAlerts() throws {
    let alerts = [6, 6, 7, 2, 0].map { Village.alert(on: $0, day: 1) }
    let evaluation = try Village.evaluation(cases: [], alerts: alerts)
    // 3 on 6 innocent adults in 10 weeks.
    let rate = try #require(evaluation.value(.falseAlertRate))
    #expect(abs(rate - 50) < 1e-9)
    #expect(evaluation.counts(.repeatedAlerts) == [1, 5])
  }
}

import Activity
import Testing
import Vocabulary

@testable import Scoring

@Suite("Early risk detection") struct EarlyRiskTests {
  /// Five of the village's twelve accounts groom; 6 and 7 are of one person.
  private static let groomers = [0, 1, 6, 7, 8].map { AccountID($0) }

  private static func evaluation(
    alerts: [Alert], messages: [AccountID: [SimTime]]?
  ) throws -> Evaluation {
    var subjects = Village.subjects
    subjects.owners[7] = 6
    return try Evaluation(
      truth: GroundTruth(
        groomers: groomers,
        cases: [
          Village.contact(0, 2, from: 1), Village.contact(1, 3, from: 2),
          Village.contact(6, 3, from: 40), Village.contact(8, 3, from: 3),
        ], end: Village.end), alerts: alerts, detectors: ["a"], subjects: subjects,
      sightings: Sightings(messages: messages))
  }

  /// Four of the groomers' accounts are alerted on, and three innocent ones.
  private static let alerts =
    [(0, 10), (1, 32), (6, 20), (2, 5), (10, 6), (11, 7)].map { Village.alert(on: $0, day: $1) }
    + [Village.alert(on: 8, day: 34, second: 43_200)]

  /// So many runs of messages by the alert, and one after it.
  private static func runs(_ count: Int, by day: Int) -> [SimTime] {
    let last = SimTime(day: day).rawValue
    return (0..<count).reversed().map { SimTime(rawValue: last - Int32($0)) }
      + [SimTime(day: 60)]
  }

  private static let messages: [AccountID: [SimTime]] = [
    AccountID(1): runs(4, by: 32), AccountID(6): runs(70, by: 20), AccountID(7): runs(9, by: 9),
    AccountID(8): runs(1_000, by: 34),
  ]

  @Test("has the costs, latency and F of the eRisk evaluations")
  func reference() throws {
    let found = try Self.evaluation(alerts: Self.alerts, messages: Self.messages)
    for (metric, value) in Self.expected {
      #expect(isClose(found.value(metric), value), "\(metric.name) \(found.value(metric) as Any)")
    }
  }

  private static let expected: [(Metric, Double)] = [
    (.erde(5), 0.378077302611), (.erde(50), 0.354166666495), (.erde(days: 7), 0.427642344087),
    (.erde(days: 30), 0.297297873079), (.latencyMedian, 37.0), (.speed, 0.862756674319),
    (.f1, 0.666666666667),
    (.fLatency, 0.575171116213),
  ]

  @Test("the interval of the mean cost takes the accounts of a person together")
  func interval() throws {
    let found = try Self.evaluation(alerts: Self.alerts, messages: Self.messages)
    for (metric, reach) in [(Metric.erde(5), 0.278952137184), (.erde(days: 7), 0.217602208635)] {
      let row = try #require(found.row(metric, for: "a"))
      let (value, low, high) = (row.value ?? 0, row.low ?? 0, row.high ?? 0)
      #expect(isClose(low, max(0, value - reach)) && isClose(high, min(1, value + reach)))
    }
  }

  @Test("with no groomer found costs all of them, has F 0, and no latency or speed")
  func nothingFound() throws {
    let silent = try Self.evaluation(alerts: [], messages: Self.messages)
    #expect(silent.value(.erde(5)) == 5.0 / 12 && silent.value(.erde(days: 7)) == 5.0 / 12)
    #expect(silent.value(.f1) == 0 && silent.value(.fLatency) == 0)
    #expect(silent.value(.latencyMedian) == nil && silent.value(.speed) == nil)
  }

  @Test("what needs messages is absent where nobody counted them, the forms in days are not")
  func uncounted() throws {
    let found = try Self.evaluation(alerts: Self.alerts, messages: nil)
    for metric in [Metric.erde(5), .erde(50), .latencyMedian, .speed, .fLatency] {
      #expect(found.value(metric) == nil, "\(metric.name)")
    }
    #expect(found.value(.erde(days: 7)) != nil && found.value(.f1) != nil)
  }

  @Test("an alert with the first message costs nearly nothing and has speed 1")
  func first() throws {
    let found = try Self.evaluation(
      alerts: Self.groomers.map { Village.alert(on: $0.index, day: 0) }, messages: [:])
    #expect(found.value(.latencyMedian) == 1 && found.value(.speed) == 1)
    #expect(found.value(.f1) == 1 && found.value(.fLatency) == 1)
    #expect(isClose(found.value(.erde(50)), 0))
  }

  @Test("the penalty is a half at 1 + ln 3 / p runs of messages, and 1 with endlessly many")
  func penalty() {
    #expect(isClose(DetectorRecord.penalty(runs: 1 + 1.0986122886681098 / 0.0078), 0.5))
    #expect(DetectorRecord.penalty(runs: 1) == 0 && DetectorRecord.penalty(runs: 1e9) == 1)
  }
}

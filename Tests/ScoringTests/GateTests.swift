import Testing
import Vocabulary

@testable import Scoring

@Suite("Gates") struct GateTests {
  private static func row(_ metric: Metric, _ value: Double?) -> MetricRow {
    MetricRow(detector: "any", metric: metric, measurement: Measurement(value: value))
  }

  @Test("hold results against metrics by name, in shares or percent, with any spaces")
  func conditions() throws {
    let gate = try Gate("share_alerted_7d >= 0.6, alerts_per_1000_week<=2,preceded-7d>= 60 %")
    #expect(
      gate.conditions.map(\.metric) == ["preceded-7d", "alerts-per-1000-weekly", "preceded-7d"])
    #expect(gate.conditions.map(\.bound) == [0.6, 2, 0.6])
    let outcomes = gate.outcomes(
      for: [Self.row(.precededByDays(7), 0.6), Self.row(.alertRate, 2.5)])
    #expect(outcomes.map(\.holds) == [true, false, true])
    #expect(outcomes.map(\.found) == [0.6, 2.5, 0.6])
    #expect(outcomes[0].condition == "share_alerted_7d >= 0.6")
  }

  @Test(
    "compare as they are written, at the bound too",
    arguments: [
      (">=", [false, true, true]), (">", [false, false, true]), ("<=", [true, true, false]),
      ("<", [true, false, false]),
    ])
  func comparisons(sign: String, expected: [Bool]) throws {
    let gate = try Gate("precision \(sign) 0.5")
    let found = [0.4, 0.5, 0.6].flatMap { value in
      gate.outcomes(for: [Self.row(.precision, value)]).map(\.holds)
    }
    #expect(found == expected)
  }

  @Test("miss what is undefined, whichever way they compare")
  func undefined() throws {
    let gate = try Gate("precision >= 0, precision <= 1")
    let outcomes = gate.outcomes(for: [Self.row(.precision, nil)])
    #expect(outcomes.allSatisfy { !$0.holds && $0.found == nil })
  }

  @Test("hold the lower end of a precision where no false alarm was seen")
  func precisionWithoutFalseAlarm() throws {
    let metric = Metric.precision(at: .oneAdultIn(1_000))
    let gate = try Gate("precision-at-1-in-1000 >= 0.5")
    func outcome(_ value: Double) -> Gate.Outcome {
      let measurement = Measurement(value: value, interval: Interval(low: 0.3, high: 1))
      return gate.outcomes(
        for: [MetricRow(detector: "any", metric: metric, measurement: measurement)])[0]
    }
    #expect(!outcome(1).holds && outcome(1).found == 0.3)
    #expect(outcome(0.9).holds && outcome(0.9).found == 0.9)
  }

  @Test("can name every metric that all detectors together have, each by one name")
  func names() throws {
    let names = Gate.metrics.map(\.name)
    #expect(Set(names).count == MetricCatalogue.all.count - MetricCatalogue.overThresholds.count)
    for metric in MetricCatalogue.overThresholds {
      #expect(throws: GateError.unknownMetric(metric.name)) { try Gate("\(metric.name) > 0") }
    }
    #expect(names.contains("share_alerted_7d") && names.contains("alerts_per_1000_week"))
    for (name, metric) in zip(names, Gate.judged) {
      #expect(try Gate("\(name) > 1").conditions[0].metric == metric.name)
      #expect(try Gate("\(metric.name) > 1").conditions[0].metric == metric.name)
    }
  }

  @Test(
    "say what they do not understand",
    arguments: [
      ("", GateError.noComparison("")), ("precision", .noComparison("precision")),
      ("precision = 1", .noComparison("precision = 1")),
      ("precision >= 1,", .noComparison("")), ("precsion >= 1", .unknownMetric("precsion")),
      (">= 1", .unknownMetric("")), ("precision >= high", .noNumber("high", metric: "precision")),
      ("precision >= nan", .noNumber("nan", metric: "precision")),
      ("precision => 1", .unknownMetric("precision=")),
      ("precision >= 60", .beyondShare("60", metric: "precision")),
      ("precision >= 101 %", .beyondShare("101%", metric: "precision")),
      ("precision > -0.1", .beyondShare("-0.1", metric: "precision")),
      ("lead_median > 5 %", .noShare(metric: "lead_median", unit: "days")),
    ])
  func refusals(text: String, expected: GateError) {
    #expect(throws: expected) { try Gate(text) }
  }

  @Test("suggest percent for a share that looks like it")
  func percent() {
    #expect(
      GateError.beyondShare("60", metric: "precision").description
        == "precision: found 60, expected a share from 0 to 1; did you mean 60 %?")
    #expect(
      GateError.beyondShare("101%", metric: "precision").description
        .hasSuffix("write it as 0.6 or as 60 %"))
  }

  @Test("name the nearest metric")
  func nearest() {
    #expect(GateError.unknownMetric("precsion").description.hasSuffix("did you mean precision?"))
    #expect(
      GateError.unknownMetric("share_alerted7d").description
        .hasSuffix("did you mean share_alerted_7d?"))
    #expect(
      GateError.unknownMetric("unicorns").description
        == "found \"unicorns\", expected a metric; `tocsin compare --help` lists them")
  }
}

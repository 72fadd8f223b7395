import Foundation
import Testing
import Vocabulary

@testable import Scoring

@Suite("Every metric of the catalogue")
struct MetricCatalogueTests {
  /// Evaluations that reach the edges of what a metric meets.
  static func evaluations() throws -> [Evaluation] {
    let cases = [
      Village.contact(0, 2, from: 1, meeting: 40), Village.contact(1, 3, from: 5, meeting: 12),
      Village.contact(1, 4, from: 5),
    ]
    let everyone = (0..<12).map { Village.alert(on: $0, day: $0) }
    return [
      try Village.evaluation(cases: [], alerts: []),
      try Village.evaluation(cases: [], alerts: everyone),
      try Village.evaluation(cases: cases, alerts: []),
      try Village.evaluation(cases: cases, alerts: everyone),
      try Village.evaluation(cases: cases, alerts: PriceTests.alerts),
      try Village.evaluation(cases: [], alerts: everyone, groomers: []),
    ]
  }

  @Test("has a name of its own, a unit and a sentence", arguments: MetricCatalogue.all)
  func described(metric: Metric) {
    #expect(MetricCatalogue.all.count { $0.name == metric.name } == 1)
    #expect(metric.name.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" })
    #expect(!metric.unit.isEmpty)
    #expect(metric.summary.hasSuffix("."))
  }

  @Test("has a row for every detector, in order")
  func rows() throws {
    let evaluation = try Village.evaluation(cases: [], alerts: [], detectors: ["a", "b"])
    let expected = ["a", "b", "any"].flatMap { name in MetricCatalogue.all.map { [name, $0.name] } }
    #expect(evaluation.metrics.map { [$0.detector, $0.name] } == expected)
  }

  @Test("is finite or absent, within its interval, and a share from 0 to 1")
  func sane() throws {
    for row in try Self.evaluations().flatMap(\.metrics) {
      for number in [row.value, row.low, row.high].compactMap(\.self) {
        #expect(number.isFinite, "\(row)")
        #expect(row.unit != "share" || (0...1).contains(number), "\(row)")
      }
      if let value = row.value {
        #expect(row.low ?? value <= value && value <= row.high ?? value, "\(row)")
      }
      #expect((row.count ?? 0) <= (row.total ?? .max), "\(row)")
    }
  }

  @Test("an evaluation survives JSON, with absent numbers as null")
  func coding() throws {
    for evaluation in try Self.evaluations() {
      let encoded = try JSONEncoder().encode(evaluation)
      #expect(try JSONDecoder().decode(Evaluation.self, from: encoded) == evaluation)
    }
    let row = MetricRow(detector: "a", name: "lead-median", unit: "days", value: nil)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    #expect(
      String(decoding: try encoder.encode(row), as: UTF8.self)
        == #"{"count":null,"detector":"a","high":null,"low":null,"name":"lead-median","#
        + #""total":null,"unit":"days","value":null}"#)
  }
}

import Foundation
import Testing
import Validation

@testable import Reporting

/// A made-up result of a few rows, with every kind of finding.
private let result = ValidationResult(
  platform: "main", accounts: 10_000, friendships: 214_430, persons: 12_960,
  rows: [
    RowFinding(
      .meanDegree,
      figures: [
        figure("mean number of friends", .value(39.8107), .between(35.83, 43.79), 1, 42.886, 0.606)
      ]),
    RowFinding(
      .clustering,
      figures: [
        figure("clustering at median degree", .value(0.14), .between(0.1, 0.3), 3, 0.3041, 0.0001),
        figure("clustering, 4x / 1x median", .below(1), .below(1), 3, 0.6, nil),
      ]),
    RowFinding(
      .largestComponent,
      figures: [
        figure("in the largest component", .atLeast(0.99), .atLeast(0.98), 4, 1, 0)
      ]),
    RowFinding(
      .genderAssortativity,
      figures: [
        figure("adults' gender assortativity", .value(0), .between(-0.05, 0.05), 3, -0.0001, 0.02)
      ]),
    RowFinding(
      .childTies,
      figures: [
        figure("children's ties: same school", .value(0.65), .between(0.5, 0.85), 3, 0.7, 0.01)
      ]),
    RowFinding(
      .tieDistance,
      figures: ["adults' ties within 5 miles", "adults' ties within 25 miles"].map {
        unshown($0, "none of Nottinghamshire's towns is in this world")
      }),
    RowFinding(
      .schools,
      figures: [
        figure("pupils of a secondary school", .value(1_060), .between(954, 1_166), 0, 1_038, 7.6),
        unshown("pupils of a class", "this world has no classes within school years"),
      ]),
  ])

private func figure(
  _ label: String, _ target: Band, _ accepted: Band, _ decimals: Int, _ value: Double,
  _ error: Double?
) -> Figure {
  Figure(
    label, definition: "A definition.", target: target, accepted: accepted, decimals: decimals,
    finding: .measured(Estimate(value, standardError: error)))
}

private func unshown(_ label: String, _ reason: String) -> Figure {
  Figure(
    label, definition: "A definition.", target: .value(22.4), accepted: .between(20.16, 24.64),
    decimals: 1, finding: .notShown(reason))
}

private func report(_ rows: [RowFinding], scenario: String = "A made-up town") -> ValidationReport {
  var some = result
  some.rows = rows
  return ValidationReport(result: some, scenario: scenario, seed: 7, version: "0.1.0")
}

@Suite("Validation report")
struct ValidationReportTests {
  @Test("reads as a table, its notes, what fails, the sources and the limits", .tags(.golden))
  func text() {
    #expect(report(result.rows).text() == GoldenReports.validation)
  }

  @Test("has a second table on what people do, and says what is unsure", .tags(.golden))
  func activity() {
    var uncertain = figure(
      "groomers' requests accepted", .value(0.26), .between(0.1, 0.4), 3, 0.4444, 0.1656)
    if case .measured(let estimate) = uncertain.finding { uncertain.finding = .unsure(estimate) }
    let year = "what children do in a year takes a year"
    var some = report([
      result.rows[0],
      RowFinding(
        .ordinaryRequests,
        figures: [
          figure(
            "ordinary requests accepted", .value(0.79), .between(0.74, 0.84), 3, 0.7904, 0.0021)
        ]),
      RowFinding(.groomersRequests, figures: [uncertain]),
      RowFinding(
        .strangersAccepted, figures: [unshown("10-15s: accepted a stranger", year)]),
      RowFinding(
        .talkWithStrangers, figures: [unshown("10-15s: wrote to a stranger", year)]),
    ])
    some.result.run = ValidationResult.Run(days: 90, events: 1_234_567)
    #expect(some.text() == GoldenReports.activity)
  }

  @Test("has every figure, sorted, and null for what is absent", .tags(.golden))
  func json() throws {
    let rows = [result.rows[1], result.rows[6]]
    #expect(try report(rows).json() == GoldenReports.validationJSON)
  }

  @Test("keeps within 100 columns, and a title cannot steer the terminal")
  func fits() {
    let long = String(repeating: "A long title. ", count: 20) + "\u{1B}[2J"
    let text = report(result.rows, scenario: long).text()
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    #expect(!text.contains("\u{1B}"))
  }

  @Test(
    "says in one line how many rows pass",
    arguments: [
      ([0], "The 1 row passes."), ([0, 2, 3], "All 3 rows pass."),
      ([0, 5, 2], "All 2 rows pass."), ([0, 1], "1 of 2 rows fails: V3."),
      ([1, 1, 0], "2 of 3 rows fail: V3, V3."), ([5], "No row can be shown."),
      ([1], "1 of 1 row fails: V3."),
    ])
  func verdict(rows: [Int], line: String) {
    let text = report(rows.map { result.rows[$0] }).text()
    #expect(text.contains("\n\n\(line)\n\n"))
  }

  @Test("marks no row as weak where none is")
  func noWeakRow() {
    let text = report([result.rows[0]]).text()
    #expect(!text.contains("*") && !text.contains("weak"))
  }

  @Test(
    "writes bands without zeros at the end",
    arguments: [
      (Band.between(0.5, 0.55), 3, "0.5..0.55"), (.between(-0.05, 0.05), 3, "-0.05..0.05"),
      (.value(4.5), 2, "4.5"), (.value(0), 3, "0"), (.value(1_060), 0, "1,060"),
      (.between(954, 1_166), 0, "954..1,166"), (.below(1), 3, "<1"), (.atLeast(0.98), 4, ">=0.98"),
      (.value(40), 1, "40"), (.between(20.16, 24.64), 1, "20.2..24.6"),
    ])
  func bands(band: Band, decimals: Int, text: String) {
    #expect(Numerals.band(band, decimals: decimals) == text)
  }

  @Test(
    "writes an error that is not 0 as more than 0",
    arguments: [(0.0, 3, "0.000"), (0.0001, 3, "<0.001"), (0.4, 0, "<1"), (0.012, 3, "0.012")])
  func errors(error: Double, decimals: Int, text: String) {
    #expect(Numerals.error(error, decimals: decimals) == text)
  }
}

import Vocabulary
import Activity
import Population
import Testing

@testable import Scoring

@Suite("Price of alerts")
struct PriceTests {
  /// One groomer, two innocent adults, one child; the groomer and one adult twice.
  static let alerts = [
    Village.alert(on: 0, day: 10), Village.alert(on: 8, day: 11), Village.alert(on: 10, day: 12),
    Village.alert(on: 2, day: 13), Village.alert(on: 0, day: 14), Village.alert(on: 8, day: 15),
  ]

  static func evaluation() throws -> Evaluation {
    try Village.evaluation(
      cases: [Village.contact(0, 2, from: 1, meeting: 40)], alerts: alerts)
  }

  @Test("counts distinct accounts, repeats only among all alerts")
  func workload() throws {
    let evaluation = try Self.evaluation()
    #expect(evaluation.value(.accountsAlerted) == 4)
    // 12 accounts for 10 weeks: 0.12 thousand account-weeks.
    #expect(evaluation.value(.firstAlertRate) == 1_000.0 * 4 / 12 / 10)
    #expect(abs((evaluation.value(.alertRate) ?? 0) - 1_000.0 * 6 / 12 / 10) < 1e-12)
  }

  @Test("precision here is of all accounts alerted on, children's included")
  func precisionHere() throws {
    #expect(try Self.evaluation().counts(.precision) == [1, 4])
  }

  // TPR 1/2, FPR 2/6; own prevalence 2/8.
  // python3 -c "
  // for pi in (2/8, 1/200, 1/1000, 1/10000):
  //     v = .5*pi / (.5*pi + 2/6*(1-pi)); print(v, 1/v)"
  @Test(
    "precision at a prevalence is Bayes' rule over adult accounts",
    arguments: [
      (Prevalence.ofThisWorld, 0.3333333333333333, 3.0),
      (.oneAdultIn(200), 0.007481296758104738, 133.66666666666669),
      (.oneAdultIn(1_000), 0.0014992503748125937, 667.0),
      (.oneAdultIn(10_000), 0.00014999250037498126, 6667.0),
    ])
  func precisionGrid(prevalence: Prevalence, precision: Double, accounts: Double) throws {
    let evaluation = try Self.evaluation()
    let found = try #require(evaluation.value(.precision(at: prevalence)))
    let examined = try #require(evaluation.value(.accountsPerGroomer(at: prevalence)))
    #expect(abs(found - precision) < 1e-12 && abs(examined - accounts) < 1e-9)
  }

  // Calibration's table of precision at a hit rate of 0.8, of which this is one cell, to its
  // printed digits: prevalence 1e-3 and false-alarm rate 1e-2 give .074.
  @Test("precision at a prevalence reproduces the calibration's table")
  func calibrationTable() throws {
    let accounts = 1_005
    let groomers = (0..<5).map { Village.alert(on: $0, day: 1).suspect }
    let evaluation = try Evaluation(
      truth: .init(groomers: groomers, cases: [], end: Village.end),
      alerts: (1..<15).map { Village.alert(on: $0, day: 1) }, detectors: ["a"],
      subjects: Subjects(
        roles: Array(repeating: .adult, count: accounts),
        ages: Array(repeating: 40, count: accounts)))
    let found = try #require(evaluation.value(.precision(at: .oneAdultIn(1_000))))
    #expect((found * 1_000).rounded() == 74)
  }

  @Test("with no false alarm seen, the lower end of precision says what is still possible")
  func noFalseAlarm() throws {
    let evaluation = try Village.evaluation(cases: [], alerts: [Village.alert(on: 0, day: 1)])
    let row = try #require(evaluation.row(.precision(at: .oneAdultIn(10_000)), for: "a"))
    #expect(row.value == 1)
    #expect((row.low ?? 1) < 0.001 && row.high == 1)
  }

  @Test("false alarms are of innocent accounts of a kind; a groomer is of none")
  func falseAlarms() throws {
    let evaluation = try Self.evaluation()
    let found = Role.allCases.map { evaluation.counts(.falseAlarms(among: $0)) }
    // In the order of `Role`; nobody has one of the last six.
    let inhabited = [[1, 4], [0, 1], [0, 2], [0, 0], [1, 1], [0, 1], [1, 1]]
    #expect(found == inhabited + [[Int]](repeating: [0, 0], count: 6))
    #expect(evaluation.value(.falseAlarms(among: .parent)) == nil)
    #expect(evaluation.counts(.falseAlarmsAdults) == [2, 6])
  }
}

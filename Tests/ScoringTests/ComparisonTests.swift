import Activity
import Testing
import Vocabulary

@testable import Scoring

@Suite("A candidate against what is in use")
struct ComparisonTests {
  private static let cases = [
    Village.contact(0, 2, from: 1, meeting: 20),
    Village.contact(0, 3, from: 2, ended: 9),
    Village.contact(0, 4, from: 5, meeting: 40),
    Village.contact(1, 5, from: 10, meeting: 30),
  ]

  private static func comparison(
    worlds: [(inUse: [Alert], candidate: [Alert])]
  ) throws(ScoringError) -> Comparison {
    var comparison = Comparison()
    for world in worlds {
      try comparison.add(
        truth: GroundTruth(groomers: Village.groomers, cases: cases, end: Village.end),
        subjects: Village.subjects, inUse: world.inUse, candidate: world.candidate)
    }
    return comparison
  }

  /// In use: groomer 0 on day 25, groomer 1 on day 5, and one innocent account; the candidate:
  /// groomer 0 on day 10, groomer 1 not at all, and two innocent accounts.
  private static let inUse = [
    Village.alert("a", on: 0, day: 30), Village.alert("b", on: 0, day: 25),
    Village.alert("a", on: 1, day: 5), Village.alert("a", on: 6, day: 8),
  ]
  private static let candidate = [
    Village.alert("c", on: 0, day: 10), Village.alert("c", on: 6, day: 30),
    Village.alert("c", on: 7, day: 3), Village.alert("c", on: 7, day: 60),
  ]

  @Test("tells each meeting that it makes something else of, by the first alert of either side")
  func cases() throws {
    let comparison = try Self.comparison(worlds: [(Self.inUse, Self.candidate)])
    #expect(comparison.cases.map(\.number) == [0, 2, 3])
    // Of the first meeting, on day 20, the alert on day 25 is too late.
    #expect(comparison.cases.map(\.change) == [.gained, .earlier, .lost])
    #expect(comparison.cases.map(\.daysEarlier) == [nil, 15, nil])
    #expect(comparison.count(.earlier) == 1 && comparison.count(.missed) == 0)
    #expect(comparison.daysEarlier?.mean == 15 && comparison.daysEarlier?.low == nil)
  }

  @Test(
    "has an alert in the second of the meeting for none, and one a second before for one",
    arguments: [
      (nil, nil, ComparedCase.Change.missed), (20, 20, .missed), (nil, 20, .missed),
      (nil, 19, .gained), (19, 20, .lost), (19, nil, .lost), (15, 10, .earlier), (10, 15, .later),
      (15, 15, .same), (25, 15, .gained),
    ])
  func change(before: Int?, after: Int?, expected: ComparedCase.Change) {
    let contact = ComparedCase(
      world: 0, number: 0, groomer: AccountID(0), child: AccountID(1),
      meeting: SimTime(day: 20), inUse: before.map { SimTime(day: $0) },
      candidate: after.map { SimTime(day: $0) })
    #expect(contact.change == expected)
  }

  @Test("gives every metric of both sides, as an evaluation of each has them")
  func figures() throws {
    let figures = try Self.comparison(worlds: [(Self.inUse, Self.candidate)]).figures()
    let before = try Village.evaluation(
      cases: Self.cases, alerts: Self.inUse, detectors: ["a", "b"])
    let after = try Village.evaluation(
      cases: Self.cases, alerts: Self.candidate, detectors: ["c"])
    #expect(figures.map(\.name) == MetricCatalogue.all.map(\.name))
    for (figure, metric) in zip(figures, MetricCatalogue.all) {
      #expect(figure.inUse.value == before.value(metric, Evaluation.anyDetector))
      #expect(figure.candidate.value == after.value(metric, Evaluation.anyDetector))
      #expect(figure.candidate.low == after.row(metric, for: Evaluation.anyDetector)?.low)
    }
    let flagged = try #require(figures.first { $0.name == Metric.accountsAlerted.name })
    #expect(flagged.difference == 0 && flagged.interval == nil)
    // 3 of 12 accounts in ten weeks by either; of the adults, one innocent and two.
    let rate = try #require(figures.first { $0.name == Metric.firstAlertRate.name })
    #expect(rate.inUse.value == 25 && rate.candidate.value == 25)
    #expect(rate.difference == 0 && rate.interval?.value == 0)
    let innocent = try #require(figures.first { $0.name == Metric.falseAlarmsAdults.name })
    #expect(innocent.difference == 2.0 / 6 - 1.0 / 6)
  }

  @Test("has, for each difference with an interval, the value that the metrics differ by")
  func paired() throws {
    let worlds = [(Self.inUse, Self.candidate), (Self.candidate, []), (Self.inUse, Self.candidate)]
    for figure in try Self.comparison(worlds: worlds).figures() {
      guard let interval = figure.interval, let difference = figure.difference else { continue }
      #expect(abs(interval.value - difference) < 1e-12, "\(figure.name)")
      #expect(interval.low <= difference && difference <= interval.high, "\(figure.name)")
    }
  }

  @Test("takes several worlds together: counts are summed and no two share a person")
  func worlds() throws {
    let one = try Self.comparison(worlds: [(Self.inUse, Self.candidate)])
    let two = try Self.comparison(
      worlds: [(Self.inUse, Self.candidate), (Self.inUse, Self.candidate)])
    #expect(two.cases.map(\.world) == [0, 0, 0, 1, 1, 1])
    #expect(two.daysEarlier?.mean == 15 && two.daysEarlier?.low == 15)
    for (single, both) in zip(one.figures(), two.figures()) {
      if ["meetings", "accounts"].contains(single.unit), single.inUse.count != nil {
        #expect(both.inUse.value == single.inUse.value.map { 2 * $0 }, "\(single.name)")
      } else {
        #expect(both.inUse.value == single.inUse.value, "\(single.name)")
      }
    }
    let (narrow, wide) = (
      two.figures()[1].inUse, one.figures()[1].inUse
    )
    #expect((narrow.high ?? 1) - (narrow.low ?? 0) < (wide.high ?? 1) - (wide.low ?? 0))
  }

  @Test("refuses an alert on an account that is not there")
  func unknownAccount() {
    #expect(throws: ScoringError.self) {
      _ = try Self.comparison(worlds: [([], [Village.alert(on: 99, day: 1)])])
    }
  }

  @Test("says nothing where there is nothing: no meeting, no alert")
  func nothing() throws {
    var comparison = Comparison()
    try comparison.add(
      truth: GroundTruth(groomers: Village.groomers, cases: [], end: Village.end),
      subjects: Village.subjects, inUse: [], candidate: [])
    #expect(comparison.cases.isEmpty && comparison.daysEarlier == nil)
    let preceded = try #require(comparison.figures().first { $0.name == "preceded" })
    #expect(preceded.difference == nil && preceded.interval == nil)
  }
}

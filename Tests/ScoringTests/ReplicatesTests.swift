import Testing
import Vocabulary

@testable import Scoring

/// Reference values are of `References/replicates.py`.
@Suite("A metric over several worlds") struct ReplicatesTests {
  private func gathered(
    _ metric: Metric, _ values: [Double?], meetings: Int = 5, low: Double? = nil,
    high: Double? = nil
  ) -> Replicates {
    var gathered = Replicates.Gathered(of: metric)
    for value in values {
      gathered.add(
        MetricRow(
          detector: "a", name: metric.name, unit: metric.unit, value: value, low: low, high: high),
        meetings: meetings)
    }
    return Replicates(gathered)
  }

  @Test("has Student's interval of the mean, as scipy has it")
  func mean() throws {
    let found = gathered(.preceded, [0.40, 0.55, 0.35, 0.60, 0.45])
    let interval = try #require(found.interval)
    #expect(abs(try #require(found.value) - 0.47) < 1e-12)
    #expect(abs(try #require(found.deviation) - 0.103682206766639) < 1e-12)
    #expect(abs(try #require(interval.low) - 0.341261536603546) < 1e-12)
    #expect(abs(try #require(interval.high) - 0.598738463396454) < 1e-12)
    #expect(found.least == 0.35 && found.greatest == 0.60 && found.median == 0.45)
    #expect(found.told == .mean && found.source == .betweenWorlds && found.worlds == 5)
  }

  @Test("leaves out of an interval of shares what is no share")
  func clipped() {
    #expect(gathered(.preceded, [0, 0, 0.1]).interval?.low == 0)
    #expect(gathered(.preceded, [1, 1, 0.9]).interval?.high == 1)
    #expect(gathered(.firstAlertRate, [0, 0, 0.1]).interval?.low == 0)
    #expect((gathered(.firstAlertRate, [1, 1, 0.9]).interval?.high ?? 0) > 1)
    #expect((gathered(.leadMedian, [0, 0, 0.1]).interval?.low ?? 0) < 0)
  }

  @Test("ranks worlds without an alert worst, and then tells the median")
  func withoutAlert() {
    let some = gathered(.leadMedian, [3, nil, 9, 5, nil, 7, 8])
    #expect(some.told == .median && some.value == 5 && some.mean == nil)
    #expect(some.withoutAlert == 2 && some.undefined == 0 && some.worlds == 7)
    #expect(some.interval == Replicates.Range(low: nil, high: 9))
    // Delays are the better the lower: there, worst is last.
    let delays = gathered(.contactToAlertMedian, [3, nil, 9, 5, nil, 7, 8])
    #expect(delays.value == 8 && delays.interval == Replicates.Range(low: 3, high: nil))
    // Of two in the middle the worse.
    #expect(gathered(.leadMedian, [4, 6, 8, nil]).value == 4)
    #expect(gathered(.contactToAlertMedian, [4, 6, 8, nil]).value == 8)
    let most = gathered(.leadMedian, [nil, nil, 8])
    #expect(most.value == nil && most.told == .median && most.interval == nil)
  }

  @Test("leaves out worlds in which there was nothing to measure, and counts them")
  func undefined() {
    let found = gathered(.precision, [0.5, nil, 0.7])
    #expect(found.worlds == 2 && found.undefined == 1 && found.told == .mean)
    #expect(abs((found.value ?? 0) - 0.6) < 1e-12)
    // Without a meeting there is no lead to be without.
    let quiet = gathered(.leadMedian, [nil, nil], meetings: 0)
    #expect(quiet.worlds == 0 && quiet.undefined == 2 && quiet.value == nil)
    #expect(quiet.interval == nil && quiet.least == nil)
    #expect(gathered(.precision, []).worlds == 0)
  }

  @Test("of one world has the interval within it, and says so")
  func single() {
    let one = gathered(.preceded, [0.5], low: 0.2, high: 0.8)
    #expect(one.value == 0.5 && one.source == .withinWorld && one.deviation == nil)
    #expect(one.interval == Replicates.Range(low: 0.2, high: 0.8))
    #expect(gathered(.preceded, [0.5]).interval == nil)
  }

  @Test(
    "has an interval of its median between ranks, from six worlds on",
    arguments: [
      (5, nil), (6, (0, 5)), (8, (0, 7)), (9, (1, 7)), (20, (5, 14)), (100, (39, 60)),
    ] as [(Int, (Int, Int)?)])
  func ranks(count: Int, expected: (Int, Int)?) {
    let found = OrderStatistics.medianRanks(of: count)
    #expect(found?.low == expected?.0 && found?.high == expected?.1)
  }

  @Test("where all worlds agree, has the widest interval within one of them")
  func agreeing() {
    var gathered = Replicates.Gathered(of: .preceded)
    for (low, high) in [(0.3, 0.9), (0.2, 0.7)] {
      gathered.add(
        MetricRow(
          detector: "a", name: "preceded", unit: "share", value: 0.5, low: low, high: high),
        meetings: 1)
    }
    let found = Replicates(gathered)
    #expect(found.interval == Replicates.Range(low: 0.2, high: 0.9))
    #expect(found.source == .withinWorld && found.deviation == 0)
    #expect(self.gathered(.preceded, [0.5, 0.5]).interval == nil)
  }

  @Test("is gathered detector by detector, in the order of the worlds")
  func point() {
    func rows(_ share: Double) -> [MetricRow] {
      ["a", "any"].map {
        MetricRow(detector: $0, name: "preceded", unit: "share", value: share)
      }
    }
    var gatherer = ReplicatedPoint.Gatherer(
      settings: [.init(key: "k", value: "1")], wanted: [.preceded])
    gatherer.add(rows(0.2), meetings: 1)
    gatherer.addFailure()
    gatherer.add(rows(0.4), meetings: 1)
    let point = gatherer.point
    #expect(point.worlds == 2 && point.failed == 1)
    #expect(point.detectors.map(\.name) == ["a", "any"])
    #expect(abs((point.detectors[1][.preceded]?.value ?? 0) - 0.3) < 1e-12)
    #expect(point.detectors[0][.leadMedian] == nil)
  }
}

@Suite("Two results of the same worlds") struct ReplicatedComparisonTests {
  private func rows(_ value: Double?, detector: String = "a") -> [MetricRow] {
    [MetricRow(detector: detector, name: "preceded", unit: "share", value: value)]
  }

  private func add(
    _ comparison: inout ReplicatedComparison, before: [MetricRow], after: [MetricRow]
  ) {
    comparison.add(before: before, after: after, meetings: (before: 9, after: 9))
  }

  /// The median lead of each of two sides, and how many meetings they had.
  private func leads(_ worlds: [(Double?, Double?)], meetings: (Int, Int) = (9, 9)) throws
    -> ReplicatedComparison.Difference
  {
    func rows(_ value: Double?) -> [MetricRow] {
      [MetricRow(detector: "a", name: "lead-median", unit: "days", value: value)]
    }
    var comparison = ReplicatedComparison()
    for (before, after) in worlds {
      comparison.add(
        before: rows(before), after: rows(after), meetings: (before: meetings.0, after: meetings.1))
    }
    return try #require(comparison.differences(of: [.leadMedian]).first)
  }

  @Test("rank a side without an alert worst: medians, order statistics and the sign test")
  func withoutAlert() throws {
    // Differences −∞, −2, 0 (none on both sides), 1, 2, 3, 4 and ∞.
    let found = try leads([
      (5, nil), (4, 2), (nil, nil), (1, 2), (1, 3), (1, 4), (1, 5), (nil, 6),
    ])
    #expect(found.worlds == 8 && found.withoutAlert == 3 && found.undefined == 0)
    #expect(found.told == .median && found.difference == 1.5)
    // Of eight values the first and the last hold the median in 99.2 %, the second and seventh in 93.
    #expect(found.low == nil && found.high == nil && found.change == nil)
    // Five of seven differences are above 0: 2 (1 + 7 + 21) / 128, as scipy's binomtest has it.
    #expect(abs(try #require(found.p) - 0.453125) < 1e-15)
    // Of two middle ones the worse, as `replicate` has it: 2 of 2 and 3.
    #expect(found.before == 1 && found.after == 2)
  }

  @Test("are told apart where a side had no alert in any world, though the difference is infinite")
  func infinite() throws {
    let found = try leads(Array(repeating: (2, nil), count: 6))
    #expect(found.before == 2 && found.after == nil && found.difference == nil)
    #expect(found.change == .less && found.low == nil && found.high == nil)
    #expect(found.p == 0.03125)
    let same = try leads(Array(repeating: (nil, nil), count: 6))
    #expect(same.p == nil && same.difference == 0 && same.change == nil && same.withoutAlert == 6)
    // Without a meeting there is nothing to be without an alert of.
    let none = try leads([(2, nil), (3, 4)], meetings: (9, 0))
    #expect(none.worlds == 1 && none.undefined == 1 && none.told == .mean)
    let one = try leads([(2, nil)])
    #expect(one.worlds == 1 && one.p == nil && one.change == nil && one.before == 2)
  }

  @Test("differ by the mean of what worlds differ by, with Student's test, as scipy has it")
  func paired() throws {
    var comparison = ReplicatedComparison()
    for (before, after) in [(0.40, 0.50), (0.55, 0.60), (0.35, 0.45), (0.60, 0.58), (0.45, 0.55)] {
      add(&comparison, before: rows(before), after: rows(after))
    }
    add(&comparison, before: rows(0.5), after: rows(nil))
    let found = try #require(comparison.differences(of: [.preceded]).first)
    #expect(abs(try #require(found.difference) - 0.066) < 1e-12)
    #expect(abs(try #require(found.low) - 0.000532389941817049) < 1e-12)
    #expect(abs(try #require(found.high) - 0.131467610058183) < 1e-12)
    #expect(abs(try #require(found.p) - 0.0488601654335541) < 1e-12)
    #expect(
      found.worlds == 5 && found.undefined == 1 && found.change == .more && found.told == .mean)
    // Alone it needs no correction; of two the smaller p counts twice.
    #expect(found.pHolm == found.p)
    var two = ReplicatedComparison()
    for (before, after) in [(0.40, 0.50), (0.55, 0.60), (0.35, 0.45), (0.60, 0.58), (0.45, 0.55)] {
      add(
        &two,
        before: rows(before) + rows(before, detector: "b"),
        after: rows(after) + rows(before + (after > before ? 0.1 : -0.2), detector: "b"))
    }
    let both = two.differences(of: [.preceded])
    #expect(both.map(\.detector) == ["a", "b"])
    #expect(abs((both[0].pHolm ?? 0) - 2 * 0.0488601654335541) < 1e-12)
    #expect(both[1].pHolm == both[1].p && (both[1].p ?? 0) > 0.1)
    #expect(abs(try #require(found.before) - 0.47) < 1e-12)
  }

  @Test("say no more than one world, equal worlds or no world can tell")
  func few() throws {
    var comparison = ReplicatedComparison()
    #expect(comparison.differences().isEmpty)
    add(&comparison, before: rows(nil), after: rows(0.5))
    let none = try #require(comparison.differences(of: [.preceded]).first)
    #expect(none.worlds == 0 && none.difference == nil && none.before == nil && none.low == nil)
    add(&comparison, before: rows(0.25), after: rows(0.5))
    let one = try #require(comparison.differences(of: [.preceded]).first)
    #expect(one.difference == 0.25 && one.low == nil && one.p == nil)
    add(&comparison, before: rows(0.25), after: rows(0.5))
    let equal = try #require(comparison.differences(of: [.preceded]).first)
    #expect(equal.low == 0.25 && equal.high == 0.25 && equal.p == nil)
    // A detector of one side alone has nothing to be held against.
    add(&comparison, before: rows(1, detector: "b"), after: rows(1, detector: "c"))
    #expect(comparison.differences(of: [.preceded]).map(\.detector) == ["a"])
  }
}

@Suite("Student's distribution") struct StudentTTests {
  @Test(
    "has the probability beyond a value, as scipy has it",
    arguments: [
      (0.5, 1, 0.704832764699133), (-2.0, 2, 0.183503419072274), (2.5, 3, 0.0877066470080656),
      (1.0, 4, 0.373900966300059), (3.0, 7, 0.0199421261319925), (0.0, 5, 1),
      (2.2, 30, 0.0356484399968358),
    ])
  func outside(t: Double, degrees: Int, expected: Double) {
    #expect(abs(StudentT.outside(t, degreesOfFreedom: degrees) - expected) < 1e-12)
  }
}

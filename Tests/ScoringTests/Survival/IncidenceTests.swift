import Testing

@testable import Scoring

@Suite("Incidence by Aalen and Johansen") struct IncidenceTests {
  private static let at: [Double] = [0, 2, 5, 9, 15]

  @Test(
    "agrees with lifelines, whose moving of ties apart changes nothing",
    arguments: [
      (UInt8(1), [0.083333333333, 0.166666666667, 0.257561728395, 0.454598765432, 0.592211934156]),
      (UInt8(2), [0, 0.041666666667, 0.041666666667, 0.088580246914, 0.140185185185]),
      (UInt8(3), [0, 0, 0.043981481481, 0.095586419753, 0.095586419753]),
    ])
  func reference(cause: UInt8, expected: [Double]) {
    let found = Incidence(of: cause, in: SurvivalSample.causes)
    for (days, share) in zip(Self.at, expected) {
      #expect(isClose(found[days], share), "cause \(cause) at \(days)")
    }
  }

  @Test("of all causes, and what is left, come to 1 at every step")
  func identity() {
    let causes = (1...3).map { Incidence(of: UInt8($0), in: SurvivalSample.causes) }
    for step in causes[0].incidence.indices {
      let all = causes.reduce(0) { $0 + $1.incidence[step] }
      #expect(isClose(all + causes[0].survival[step], 1, within: 1e-12))
    }
  }

  @Test("of the only cause is what Kaplan and Meier leave, and its variance Greenwood's")
  func oneCause() {
    let alone = SurvivalTimes(
      days: SurvivalSample.days, outcomes: SurvivalSample.outcomes.map { $0 == 1 ? 1 : 0 })
    let found = Incidence(of: 1, in: alone)
    for step in KaplanMeier(alone).steps {
      #expect(isClose(found[step.days], 1 - step.survival))
      let rows = found.influences(at: step.days).reduce(0) { $0 + $1 * $1 }
      #expect(isClose(rows.squareRoot(), step.standardError))
    }
  }

  @Test(
    "has the variances, between rows and between clusters, that numerical derivatives give",
    arguments: [
      (UInt8?.some(1), 2.0, 0.005787037, 0.010931070),
      (1, 9, 0.011609554, 0.014878857),
      (2, 2, 0.001663773, 0.001808449),
      (2, 9, 0.003594454, 0.003766344),
      (nil, 9, 0.014476258, 0.017318905),
    ])
  func variance(cause: UInt8?, days: Double, rows: Double, clusters: Double) {
    let sample = cause == nil ? SurvivalSample.alerts : SurvivalSample.causes
    let found = Incidence(of: cause, in: sample)
    let variance = found.variance(ofSum: found.influences(at: days))
    #expect(isClose(variance.rows, rows) && isClose(variance.clusters, clusters))
  }

  @Test("without censoring has the interval of clustered trials")
  func uncensored() throws {
    let outcomes = SurvivalSample.outcomes.map { $0 == 0 ? UInt8(2) : $0 }
    let sample = SurvivalTimes(
      days: SurvivalSample.days, outcomes: outcomes, clusters: SurvivalSample.clusters)
    let found = try #require(Incidence(of: 1, in: sample).estimate(at: 9))
    let trials = ClusteredTrials(
      outcomes: zip(SurvivalSample.days, outcomes).map { $0 <= 9 && $1 == 1 },
      clusters: SurvivalSample.clusters)
    #expect(trials.effectiveTotal < 23)
    #expect(isClose(found.value, trials.measurement.value))
    #expect(isClose(found.low, trials.measurement.interval?.low))
    #expect(isClose(found.high, trials.measurement.interval?.high))
  }

  @Test(
    "has the restricted mean, and its variance, that numerical derivatives give",
    arguments: [
      (6.0, 5.001182695300, 0.374940007), (14, 9.144107050861, 2.115589674),
    ])
  func restrictedMean(days: Double, mean: Double, variance: Double) throws {
    let found = Incidence(of: nil, in: SurvivalSample.alerts).restrictedMean(to: days)
    let reach = 2.262157162740992 * variance.squareRoot()  // scipy.stats.t.ppf(0.975, 9)
    #expect(isClose(found.value, mean))
    // The expansion of Student's quantile is within 0.01 % there; the mean stays within 0 and τ.
    let interval = try #require(found.interval)
    #expect(isClose(interval.low, mean - reach, within: 1e-3))
    #expect(isClose(interval.high, min(days, mean + reach), within: 1e-3))
  }

  @Test("says nothing of times at which nobody was under observation, unless nobody is left")
  func beyond() {
    let open = Incidence(of: nil, in: SurvivalTimes(days: [1, 2, 3], outcomes: [1, 1, 0]))
    #expect(open[3] != nil && open[3.5] == nil && open.restrictedMean(to: 4).value == nil)
    let over = Incidence(of: nil, in: SurvivalTimes(days: [1, 2, 3], outcomes: [1, 1, 1]))
    #expect(over[30] == 1 && over.restrictedMean(to: 30).value == 2)
    #expect(over.estimate(at: 30)?.high == 1)
    let none = Incidence(of: nil, in: SurvivalTimes(days: [], outcomes: []))
    #expect(none[0] == nil && none.quantile(0.5).value == nil)
  }

  @Test("without any event says how little a few clusters tell, and of the mean only the value")
  func eventless() throws {
    let found = Incidence(
      of: nil,
      in: SurvivalTimes(days: [9, 9, 9, 9], outcomes: [0, 0, 0, 0], clusters: [1, 1, 2, 2]))
    let share = try #require(found.estimate(at: 5))
    #expect(share.value == 0 && share.low == 0)
    #expect(isClose(share.high, Interval.wilson(share: 0, trials: 2).high))
    #expect(found.restrictedMean(to: 5).value == 5)
    #expect(found.restrictedMean(to: 5).interval == nil)
    #expect(found.quantile(0.5).value == .infinity)
  }
}

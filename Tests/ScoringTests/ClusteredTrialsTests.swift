import Activity
import Testing
import Vocabulary

@testable import Scoring

@Suite("Trials in clusters")
struct ClusteredTrialsTests {
  /// Trials laid out cluster by cluster: so many successes of so many.
  static func trials(_ clusters: [(Int, Int)]) -> ClusteredTrials {
    ClusteredTrials(
      outcomes: clusters.flatMap { count, total in (0..<total).map { $0 < count } },
      clusters: clusters.enumerated().flatMap { index, cluster in
        Array(repeating: UInt32(index), count: cluster.1)
      })
  }

  // python3 -c "import numpy as np; z = 1.959963984540054
  // for y, s in [([3,0,2,1],[3,4,2,3]), ([5,0],[5,5]), ([2,1,1],[4,2,2])]:
  //     y, s = np.array(y, float), np.array(s, float); G, n = len(s), s.sum(); p = y.sum() / n
  //     v = G / (G-1) * ((y - p*s)**2).sum() / n**2
  //     e = max(1, n / max(1, v * (n-1) / (p * (1-p))))
  //     c, r, d = p + z*z/2/e, z * np.sqrt(p*(1-p)/e + z*z/4/e/e), 1 + z*z/e
  //     print(e, (c-r)/d, (c+r)/d)"
  @Test(
    "agree with the formula in numpy 2.4.6",
    arguments: [
      (
        [(3, 3), (0, 4), (2, 2), (1, 3)], 3.927272727272727, 0.14840471847773365, 0.8515952815222664
      ),
      ([(5, 5), (0, 5)], 1.1111111111111112, 0.059645146870934355, 0.9403548531290655),
      ([(2, 4), (1, 2), (1, 2)], 8.0, 0.2152160622138776, 0.7847839377861224),
    ])
  func agreeWithNumpy(clusters: [(Int, Int)], effective: Double, low: Double, high: Double) throws {
    let trials = Self.trials(clusters)
    let interval = try #require(trials.measurement.interval)
    #expect(abs(trials.effectiveTotal - effective) < 1e-12)
    #expect(abs(interval.low - low) < 1e-12 && abs(interval.high - high) < 1e-12)
  }

  @Test("are independent trials when every one is a cluster of its own", arguments: 1...19)
  func singletons(count: Int) {
    let trials = Self.trials((0..<20).map { ($0 < count ? 1 : 0, 1) })
    #expect(abs(trials.effectiveTotal - 20) < 1e-9)
  }

  @Test("count as one trial per cluster when all succeed or all fail")
  func allTheSame() {
    #expect(Self.trials([(3, 3), (4, 4)]).effectiveTotal == 2)
    #expect(Self.trials([(0, 3), (0, 4)]).effectiveTotal == 2)
    #expect(Self.trials([(0, 3), (0, 4)]).measurement.interval == .wilson(share: 0, trials: 2))
  }

  @Test("are one trial when they are one cluster, and none when there are none")
  func fewClusters() {
    #expect(Self.trials([(3, 9)]).effectiveTotal == 1)
    #expect(Self.trials([]).measurement.value == nil)
  }

  @Test("of a run take the cases of one person together, whichever account they are of")
  func persons() throws {
    func interval(owners: [UInt32]?, second: Int) throws -> [Double?] {
      var subjects = Village.subjects
      subjects.owners = owners ?? subjects.owners
      let evaluation = try Evaluation(
        truth: GroundTruth(
          groomers: Village.groomers,
          cases: [
            Village.contact(0, 2, from: 1, meeting: 40),
            Village.contact(second, 3, from: 2, meeting: 40),
          ], end: Village.end),
        alerts: [Village.alert(on: 0, day: 3), Village.alert(on: 1, day: 3)], detectors: ["a"],
        subjects: subjects)
      let row = evaluation.row(.precededByDays(7), for: "a")
      return [row?.low, row?.high]
    }
    let one = [UInt32](repeating: 0, count: 2) + (2..<12)
    #expect(try interval(owners: one, second: 1) == interval(owners: nil, second: 0))
    #expect(try interval(owners: nil, second: 1) != interval(owners: nil, second: 0))
  }
}

import Testing

@testable import Scoring

@Suite("Resampled survival") struct ResampledSurvivalTests {
  private static let days: [Double] = [0, 0.5, 2, 9, 15, 30]

  @Test("is the curve of the rows, each as often as its cluster is drawn")
  func repeated() {
    let rows = SurvivalSample.alerts
    let found = ResampledSurvival(of: rows, at: Self.days)
    #expect(found.survival.count == ClusterBootstrap.resamples * Self.days.count)
    for resample in 0..<50 {
      var weights = [UInt16](repeating: 0, count: rows.clusterCount)
      ClusterBootstrap(clusters: rows.clusterCount).draw(resample, into: &weights)
      #expect(weights.reduce(0, +) == 10)
      let copies = (0..<24).flatMap { index in
        Array(repeating: index, count: Int(weights[Int(SurvivalSample.clusters[index])]))
      }
      let steps = KaplanMeier(
        SurvivalTimes(
          days: copies.map { SurvivalSample.days[$0] },
          outcomes: copies.map { SurvivalSample.outcomes[$0] == 1 ? 1 : 0 })
      ).steps
      for (index, day) in Self.days.enumerated() {
        let expected = steps.last { $0.days <= day }?.survival ?? 1
        let share = found.survival[resample * Self.days.count + index]
        #expect(isClose(share, expected, within: 1e-12), "resample \(resample), day \(day)")
      }
    }
  }

  @Test("varies as the infinitesimal jackknife says, as far as ten clusters allow")
  func variance() {
    let found = ResampledSurvival(of: SurvivalSample.alerts, at: [9]).survival
    let mean = found.reduce(0, +) / 1_000
    let variance = found.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 999
    // Nine tenths of the jackknife's 0.01732, and within 3 · √(2 / 1,000) of chance.
    #expect(abs(variance / (0.017318905 * 0.9) - 1) < 0.2, "\(variance)")
  }

  @Test("draws each cluster as often as the others, odd and even numbers of them")
  func fair() {
    for clusters in [1, 2, 7, 10] {
      var totals = Array(repeating: 0, count: clusters)
      var weights = [UInt16](repeating: 0, count: clusters)
      for resample in 0..<ClusterBootstrap.resamples {
        ClusterBootstrap(clusters: clusters).draw(resample, into: &weights)
        #expect(weights.reduce(0, +) == UInt16(clusters))
        for (cluster, weight) in weights.enumerated() { totals[cluster] += Int(weight) }
      }
      // Each is a sum of 1,000 · clusters draws: five standard deviations.
      let bound = 5 * (1_000 * (1 - 1 / Double(clusters))).squareRoot()
      #expect(totals.allSatisfy { abs(Double($0) - 1_000) <= bound }, "\(totals)")
    }
  }

  @Test("gives an interval only where there are two clusters, and something to count")
  func interval() {
    #expect(ClusterBootstrap(clusters: 1).interval { _ in 1 } == nil)
    #expect(ClusterBootstrap(clusters: 5).interval { _ in nil } == nil)
    #expect(ClusterBootstrap(clusters: 5).interval { _ in 3 } == Interval(low: 3, high: 3))
  }
}

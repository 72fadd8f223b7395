import Randomness
import Testing

@testable import Validation

@Suite("Standard errors and incidences of rows on activity")
struct ActivityStatisticsTests {
  @Test("the incidence is that of scikit-survival, ties and all")
  func incidence() {
    // scikit-survival 0.28.0: cumulative_incidence_competing_risks(kinds, days)[1][1] at the last
    // time not after 2, 10, 30, 59 and 200, kinds 1 for an event, 2 for another ending, 0 for none.
    let days = [3.0, 10, 10, 25, 30, 30, 31, 40, 55, 60, 60, 80, 90, 120, 150, 200]
    let kinds = [1, 2, 1, 0, 1, 0, 2, 1, 2, 1, 2, 0, 1, 0, 2, 1]
    let endings = [CumulativeIncidence.Ending.ongoing, .event, .other]
    let courses = zip(days, kinds).reversed().map {
      CumulativeIncidence.Course(days: $0, ending: endings[$1], cluster: 0)
    }
    let incidence = CumulativeIncidence(courses)
    let values = [2.0, 10, 30, 59].map { incidence.values(at: $0).then }
    let expected = [0, 0.125, 0.19270833333333331, 0.26718749999999997]
    #expect(zip(values, expected).allSatisfy { isClose($0, $1, within: 1e-12) }, "\(values)")
    #expect(isClose(incidence.values(at: 2).finally, 0.5744140624999999, within: 1e-12))
  }

  @Test("clusters that are left out count for nothing")
  func leftOut() {
    let some = [(3.0, 0), (10, 1), (12, 0), (40, 1)].map {
      CumulativeIncidence.Course(days: $0, ending: .event, cluster: $1)
    }
    let values = CumulativeIncidence(some).values(at: 11) { $0 == 1 }
    #expect(isClose(values.then, 0.5) && isClose(values.finally, 1))
  }

  @Test("the jackknife of a mean has the error of a mean")
  func jackknife() {
    let values = [1.0, 4, 4, 9, 12]
    let estimate = Jackknife.estimate(clusters: 5) { isLeftOut in
      let kept = values.indices.filter { !isLeftOut($0) }
      return kept.isEmpty ? nil : kept.reduce(0) { $0 + values[$1] } / Double(kept.count)
    }
    // numpy: values.std(ddof=1) / sqrt(5)
    #expect(isClose(estimate?.value, 6))
    #expect(isClose(estimate?.standardError, 1.9748417658131499))
    #expect(Jackknife.estimate(clusters: 5) { $0(0) ? nil : 1 }?.standardError == nil)
    #expect(Jackknife.estimate(clusters: 1) { _ in 1 } == Estimate(1, standardError: nil))
    #expect(Jackknife.estimate(clusters: 3) { _ in nil } == nil)
  }

  @Test(
    "the error of a share is half of Wilson's interval",
    arguments: [
      // scipy: binomtest(k, n).proportion_ci(norm.cdf(1) - norm.cdf(-1), method="wilson")
      (0, 10, 0.045454545454545456), (3, 17, 0.09163447642359444),
      (352, 1_000, 0.015096025706316074),
    ])
  func share(successes: Int, trials: Int, error: Double) {
    let estimate = Estimate(successes: successes, of: trials)
    #expect(estimate?.value == Double(successes) / Double(trials))
    #expect(isClose(estimate?.standardError, error, within: 1e-7))
    #expect(Estimate(successes: 0, of: 0) == nil)
  }

  /// Contacts of 60 groomers, some likelier to meet than others, over 365 days: 200 such worlds.
  ///
  /// Contacts that begin late see little of the time. The spread of a standard deviation of 200 draws
  /// is 5 %, so 15 % is three of them; the mean of 200 is known to 0.07 standard deviations.
  @Test("of lengths of contact, the value and the error hold over random worlds")
  func lengths() {
    var values: [Double] = []
    var errors: [Double] = []
    for world in 0..<200 {
      var stream = RandomStream(seed: 11, purpose: .household, entity: UInt64(world))
      var courses: [CumulativeIncidence.Course] = []
      for groomer in 0..<60 {
        let meets = stream.chance(0.5) ? 0.7 : 0.1
        for _ in 0..<8 {
          let seen = 365 * stream.uniform()
          let isMet = stream.chance(meets)
          // Met after 10 or 100 days, half and half; ended after up to 200.
          let length = isMet ? (stream.chance(0.5) ? 10.0 : 100) : 200 * stream.uniform()
          courses.append(
            length > seen
              ? .init(days: seen, ending: .ongoing, cluster: groomer)
              : .init(days: length, ending: isMet ? .event : .other, cluster: groomer))
        }
      }
      let incidence = CumulativeIncidence(courses)
      let estimate = Jackknife.estimate(clusters: 60) { isLeftOut in
        let (then, finally) = incidence.values(at: 30, without: isLeftOut)
        return 1 - then / finally
      }
      values.append(estimate?.value ?? .nan)
      errors.append(estimate?.standardError ?? .nan)
    }
    let mean = values.reduce(0, +) / 200
    let spread = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 199).squareRoot()
    let stated = (errors.reduce(0) { $0 + $1 * $1 } / 200).squareRoot()
    #expect(abs(mean - 0.5) < 4 * spread / 200.0.squareRoot(), "\(mean)")
    #expect(abs(stated / spread - 1) < 0.15, "stated over true: \(stated / spread)")
  }
}

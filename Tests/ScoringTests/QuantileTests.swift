import Testing
import Vocabulary

@testable import Scoring

@Suite("Quantile")
struct QuantileTests {
  static let even: [Double] = [31, -3.5, 7, -.infinity, 0, 1.25, 7, 12.5, 30, -.infinity]
  static let odd: [Double] = [-3.5, 7, -.infinity, 0, 1.25, 7, 12.5, 30, -.infinity]

  // python3 -c "import numpy as np
  // x = [-np.inf, -np.inf, -3.5, 0, 1.25, 7, 7, 12.5, 30, 31]
  // for p in (0, .1, .25, .5, .75, .9, 1):
  //     print(p, *[np.quantile(s, p, method='inverted_cdf') for s in (x, x[:-1])])"
  @Test(
    "agrees with numpy 2.4.6, misses and ties included",
    arguments: [
      (0.0, -Double.infinity, -Double.infinity), (0.1, -Double.infinity, -Double.infinity),
      (0.25, -3.5, -3.5), (0.5, 1.25, 1.25), (0.75, 12.5, 7), (0.9, 30, 30), (1, 31, 30),
    ])
  func agreesWithNumpy(p: Double, ofEven: Double, ofOdd: Double) {
    #expect(Quantiles(Self.even)[p] == ofEven)
    #expect(Quantiles(Self.odd)[p] == ofOdd)
  }

  @Test("of nothing is nothing, and of one value is that value")
  func smallest() {
    #expect(Quantiles([])[0.5] == nil)
    #expect(Quantiles([4])[0] == 4)
    #expect(Quantiles([4])[1] == 4)
  }

  // 20 values of as many clusters; the ranks are Wilson's interval around a half for 20 trials.
  // python3 -c "import numpy as np; from scipy.stats import binomtest
  // x = np.arange(20.) ** 2; c = binomtest(10, 20).proportion_ci(method='wilson')
  // print(*[np.quantile(x, p, method='inverted_cdf') for p in (.5, c.low, c.high)])"
  @Test("has Woodruff's interval when every value is a cluster of its own")
  func woodruff() {
    let found = Measurement.quantile(
      0.5, of: (0..<20).map { Double($0 * $0) }, clusters: (0..<20).map { UInt32($0) })
    #expect(found.value == 81)
    #expect(found.interval == Interval(low: 25, high: 196))
  }

  @Test("has an interval over the whole sample when all values are of one cluster")
  func oneCluster() {
    let found = Measurement.quantile(
      0.5, of: [1, 2, 3, 4, 5, 6, 7, 8, 9], clusters: Array(repeating: UInt32(0), count: 9))
    #expect(found.interval == Interval(low: 1, high: 9))
  }
}

import Testing
import Vocabulary

@Suite("Wilson interval")
struct WilsonIntervalTests {
  // python3 -c "from scipy.stats import binomtest
  // for k, n in [(0,10),(1,1),(10,10),(61,83),(1,1000),(500,1000),(3,7)]:
  //     c = binomtest(k, n).proportion_ci(method='wilson'); print(k, n, float(c.low), float(c.high))"
  @Test(
    "agrees with scipy 1.17.1",
    arguments: [
      (0, 10, 0.0, 0.27753279986288926),
      (1, 1, 0.20654931437723745, 1.0),
      (10, 10, 0.7224672001371109, 1.0),
      (61, 83, 0.6311383922971716, 0.8179558597987684),
      (1, 1_000, 0.00017654637062607809, 0.0056425585979579355),
      (500, 1_000, 0.4690696003681042, 0.5309303996318958),
      (3, 7, 0.1582198552514697, 0.7495416354723428),
    ])
  func agreesWithScipy(count: Int, total: Int, low: Double, high: Double) {
    let interval = WilsonInterval(share: Double(count) / Double(total), trials: Double(total))
    #expect(abs(interval.low - low) < 1e-12 && abs(interval.high - high) < 1e-12)
  }

  @Test("ends exactly at 0 and 1, and never beyond")
  func staysWithinBounds() {
    for total in 1...2_000 {
      #expect(WilsonInterval(share: 0, trials: Double(total)).low == 0)
      #expect(WilsonInterval(share: 1, trials: Double(total)).high == 1)
      #expect(WilsonInterval(share: 0, trials: Double(total)).high < 1)
      #expect(WilsonInterval(share: 1, trials: Double(total)).low > 0)
    }
  }
}

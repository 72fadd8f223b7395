import Foundation
import Testing

@testable import Randomness

@Suite("Shapes of the continuous distributions")
struct ContinuousShapeTests {
  static func normal(_ z: Double) -> Double { erfc(-z / 2.squareRoot()) / 2 }

  @Test("follow the exponential distribution function", .tags(.statistical))
  func exponential() {
    expectShape(of: draws(of: Exponential(rate: 0.25))) { 1 - exp(-$0 / 4) }
  }

  @Test("follow the normal distribution function", .tags(.statistical))
  func normal() {
    expectShape(of: draws(of: Normal(mean: 3, standardDeviation: 2))) { Self.normal(($0 - 3) / 2) }
  }

  @Test("follow the log-normal distribution function", .tags(.statistical))
  func logNormal() {
    let values = draws(of: LogNormal(median: 20, sigma: 1.5))
    expectShape(of: values) { Self.normal(log($0 / 20) / 1.5) }
  }

  @Test("follow a mixture's distribution function", .tags(.statistical))
  func mixture() {
    let values = draws(of: Mixture(firstShare: 0.2, Exponential(rate: 1), Exponential(rate: 0.1)))
    expectShape(of: values) { 1 - 0.2 * exp(-$0) - 0.8 * exp(-$0 / 10) }
  }

  @Test("give the mean every time when the deviation is 0")
  func constants() {
    #expect(draws(of: Normal(mean: 3, standardDeviation: 0), count: 9).allSatisfy { $0 == 3 })
    #expect(draws(of: LogNormal(mu: 0, sigma: 0), count: 9).allSatisfy { $0 == 1 })
  }

  /// The boundaries that split the probability into 20 equal parts, by
  /// `scipy.stats.gamma(shape).ppf(numpy.arange(1, 20) / 20)` with scipy 1.17.1.
  @Test(
    "put equal shares of gamma draws between exact quantiles", .tags(.statistical),
    arguments: [
      0.5: [
        0.001966070000009761, 0.00789538704671561, 0.01788288957794882, 0.0320923773336508,
        0.05076552213381078, 0.07423593091627269, 0.10295006261388284, 0.13749794886422795,
        0.17865858414315994, 0.227468211559786, 0.28532593102559434, 0.3541631504003967,
        0.43672857149461536, 0.5370970854287923, 0.6616518484657332, 0.821187207574909,
        1.0361254279110965, 1.352771727047702, 1.920729410347062,
      ],
      2.5: [
        0.5727381130308846, 0.8051539934811613, 0.9969081732265243, 1.1712671529205605,
        1.3373014047160818, 1.4999540663799533, 1.6625536983796068, 1.8277498115707937,
        1.9979722275507252, 2.175730095547763, 2.363878293241923, 2.5659335372009098,
        2.786535001133882, 3.03221499207745, 3.3128398819146234, 3.6446380633244804,
        4.057599706526465, 4.618178449890562, 5.535248846758176,
      ],
    ])
  func gamma(shape: Double, quantiles: [Double]) {
    expectShape(of: draws(of: Gamma(shape: shape)), quantiles: quantiles)
  }

  /// As above, by `scipy.stats.beta(alpha, beta).ppf(numpy.arange(1, 20) / 20)`.
  @Test(
    "put equal shares of beta draws between exact quantiles", .tags(.statistical),
    arguments: [
      (
        Beta(alpha: 2, beta: 3),
        [
          0.09761146288641434, 0.14255931671003072, 0.1793843645125238, 0.21231712827795127,
          0.24302208375607628, 0.27238394207510536, 0.300963500018949, 0.3291665033784079,
          0.35732216844687015, 0.3857275681323895, 0.414678888948388, 0.4445000020837674,
          0.47557637637639516, 0.5084047548725844, 0.5436782854190803, 0.5824535745243333,
          0.626532161502465, 0.6795394162781817, 0.7513953742698181,
        ]
      ),
      (
        Beta(alpha: 0.3, beta: 0.6),
        [
          9.705868643169003e-05, 0.000978025011380078, 0.0037752560406861917,
          0.009830956585395434, 0.02061449167563347, 0.03765181605906191, 0.0624464461437623,
          0.09638507005391332, 0.14062550888449962, 0.19596783577296525, 0.26271229690972164,
          0.3405104725845259, 0.4282186708689053, 0.5237643120056643, 0.6240359193966707,
          0.7248028067803591, 0.8206548528025571, 0.9049011764094972, 0.9691463968503092,
        ]
      ),
    ])
  func beta(distribution: Beta, quantiles: [Double]) {
    expectShape(of: draws(of: distribution), quantiles: quantiles)
  }

  @Test("stay numbers in beta draws with tiny shapes", .tags(.statistical))
  func tinyShapes() {
    let values = draws(of: Beta(alpha: 1e-6, beta: 3e-6))
    #expect(values.allSatisfy { $0 >= 0 && $0 <= 1 })
    // Nearly all draws lie at an end; the mean 1/4 is then the share of ones.
    let ones = values.count { $0 > 0.5 }
    expectCounts([ones, drawCount - ones], expected: [0.25, 0.75].map { $0 * Double(drawCount) })
  }
}

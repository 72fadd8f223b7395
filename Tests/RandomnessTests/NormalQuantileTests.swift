import Testing

@testable import Randomness

@Suite("Normal quantile function")
struct NormalQuantileTests {
  /// Values made by `scipy.stats.norm.ppf(probability)` with scipy 1.17.1.
  ///
  /// The first and the last are the least and the greatest probability that a draw can have.
  @Test(
    "agrees with reference values to a few units in the last place",
    arguments: [
      (0x1p-53, -8.209536151601387), (1e-12, -7.034483825301131), (1e-6, -4.753424308822899),
      (0.01, -2.3263478740408408), (0.075, -1.4395314709384563), (0.0750001, -1.4395307645017301),
      (0.3, -0.5244005127080409), (0.5, 0), (0.9, 1.2815515655446004), (0.999, 3.090232306167813),
      (1 - 0x1p-53, 8.209536151601387),
    ])
  func reference(probability: Double, value: Double) {
    #expect(abs(normalQuantile(probability) - value) <= 8 * value.ulp)
  }
}

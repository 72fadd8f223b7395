import Testing

@testable import Detection

@Suite("About how many different accounts")
struct DistinctSketchTests {
  @Test("an account counts once, and accounts that follow each other are told apart")
  func once() {
    var sketch = DistinctSketch()
    #expect(sketch.estimate == 0)
    for account in [5, 6, 7, 5, 5] as [UInt32] { sketch.insert(account) }
    // -64 ln(61 / 64).
    #expect(abs(sketch.estimate - 3.072586) < 1e-5)
  }

  @Test("the estimate is off by no more than the method's error", arguments: [10, 40, 100])
  func error(accounts: Int) {
    // The standard error of one estimate is sqrt(m (exp t - t - 1)) at t = n / m, m = 64, and that
    // of a mean of 200 is smaller by their root.
    let load = Double(accounts) / 64
    let error = (64 * (exponential(load) - load - 1)).squareRoot()
    var state: UInt64 = 1
    let estimates = (0..<200).map { _ in
      var sketch = DistinctSketch()
      for _ in 0..<accounts {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        sketch.insert(UInt32(state >> 32))
      }
      return sketch.estimate
    }
    let mean = estimates.reduce(0, +) / 200
    // The bias is (exp t - t - 1) / 2.
    let bias = (exponential(load) - load - 1) / 2
    #expect(abs(mean - Double(accounts) - bias) < 4 * error / 200.0.squareRoot())
  }

  private func exponential(_ value: Double) -> Double {
    (1...40).reversed().reduce(1) { 1 + value / Double($1) * $0 }
  }
}

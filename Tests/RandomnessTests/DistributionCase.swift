import Testing

@testable import Randomness

/// A distribution with its exact moments: one row of the catalogue that `MomentTests` runs through.
struct DistributionCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let draw: @Sendable (inout RandomStream) -> Double
  let moments: Moments

  init<D: Distribution>(_ distribution: D, _ moments: Moments) where D.Value == Double {
    testDescription = "\(D.self) with mean \(moments.mean)"
    draw = { distribution.sample(using: &$0) }
    self.moments = moments
  }

  init<D: Distribution>(_ distribution: D, _ moments: Moments) where D.Value == Int {
    testDescription = "\(D.self) with mean \(moments.mean)"
    draw = { Double(distribution.sample(using: &$0)) }
    self.moments = moments
  }
}

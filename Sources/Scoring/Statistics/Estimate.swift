/// A value with a 95 % interval.
public struct Estimate: Sendable, Equatable, Codable {
  /// The value.
  public var value: Double
  /// The lower end of the interval.
  public var low: Double
  /// The upper end of the interval.
  public var high: Double

  /// Makes an estimate.
  public init(value: Double, low: Double, high: Double) {
    self.value = value
    self.low = low
    self.high = high
  }

  /// Whether the interval leaves out 0, so that the sign of the value is more than chance.
  public var isClear: Bool { low > 0 || high < 0 }

  /// The estimate in another unit, of which there are so many to one; more than 0.
  func scaled(by factor: Double) -> Estimate {
    Estimate(value: value * factor, low: low * factor, high: high * factor)
  }
}

extension Estimate {
  /// The mean of independent values, such as one per world, with Student's interval.
  ///
  /// - Returns: nil of fewer than two, which say nothing of how they vary.
  public static func mean(of values: [Double]) -> Estimate? {
    guard let (mean, interval) = ClusteredMean.of(values, clusters: Array(values.indices)),
      let interval
    else { return nil }
    return Estimate(value: mean, low: interval.low, high: interval.high)
  }
}

import Vocabulary

/// A range that holds the true value in 95 of 100 runs, if what its maker assumes is so.
struct Interval: Equatable {
  /// The lower end; may be infinite.
  var low: Double
  /// The upper end; may be infinite.
  var high: Double
}

extension Interval {
  /// The 0.975 quantile of the standard normal distribution, for two-sided 95 % intervals.
  static let z = WilsonInterval.z

  /// The Wilson score interval of a share: see `WilsonInterval`.
  static func wilson(share: Double, trials: Double) -> Interval {
    let interval = WilsonInterval(share: share, trials: trials)
    return Interval(low: interval.low, high: interval.high)
  }
}

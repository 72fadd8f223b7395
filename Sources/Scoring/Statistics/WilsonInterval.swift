/// A range that holds the true value in 95 of 100 runs, if what its maker assumes is so.
struct Interval: Equatable {
  /// The lower end; may be infinite.
  var low: Double
  /// The upper end; may be infinite.
  var high: Double
}

extension Interval {
  /// The 0.975 quantile of the standard normal distribution, for two-sided 95 % intervals.
  static let z = 1.959963984540054

  /// The Wilson score interval of a share.
  ///
  /// (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n). Wilson 1927, Journal of the American
  /// Statistical Association 22, 209-212, doi 10.1080/01621459.1927.10502953. It keeps within 0
  /// and 1, and says something at 0 of n, where the usual interval has no width.
  ///
  /// - Parameters:
  ///   - share: The share seen, from 0 to 1.
  ///   - trials: Out of how many independent ones; above 0, and not necessarily whole.
  /// - Returns: The interval, within 0 and 1.
  static func wilson(share: Double, trials: Double) -> Interval {
    let z2 = z * z
    let centre = share + z2 / (2 * trials)
    let reach = z * (share * (1 - share) / trials + z2 / (4 * trials * trials)).squareRoot()
    let scale = 1 + z2 / trials
    // At the ends the formula is exactly 0 and 1; rounding must not move it off them.
    return Interval(
      low: share == 0 ? 0 : (centre - reach) / scale,
      high: share == 1 ? 1 : (centre + reach) / scale)
  }
}

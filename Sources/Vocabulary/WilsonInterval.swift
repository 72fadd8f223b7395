/// The Wilson score interval of a share, at 95 %.
///
/// (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n). Wilson 1927, Journal of the American
/// Statistical Association 22, 209-212, doi 10.1080/01621459.1927.10502953. It keeps within 0
/// and 1, and says something at 0 of n, where the usual interval has no width.
public struct WilsonInterval: Sendable, Equatable {
  /// The lower end.
  public let low: Double
  /// The upper end.
  public let high: Double

  /// The 0.975 quantile of the standard normal distribution, for two-sided 95 % intervals.
  public static let z = 1.959963984540054

  /// Makes the interval, within 0 and 1.
  ///
  /// - Parameters:
  ///   - share: the share seen, from 0 to 1.
  ///   - trials: out of how many independent ones; above 0, and not necessarily whole.
  public init(share: Double, trials: Double) {
    let z = Self.z
    let z2 = z * z
    let centre = share + z2 / (2 * trials)
    let reach = z * (share * (1 - share) / trials + z2 / (4 * trials * trials)).squareRoot()
    let scale = 1 + z2 / trials
    // At the ends the formula is exactly 0 and 1; rounding must not move it off them.
    low = share == 0 ? 0 : (centre - reach) / scale
    high = share == 1 ? 1 : (centre + reach) / scale
  }
}

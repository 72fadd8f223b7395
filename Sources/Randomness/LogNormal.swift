import RealModule

/// The log-normal distribution: the exponential of a normal variable.
///
/// A draw takes exactly one number from the stream, see `Normal`.
public struct LogNormal: Distribution {
  /// The distribution of the natural logarithm of a draw.
  public let logarithm: Normal

  /// Makes the distribution from the mean and the standard deviation of the logarithm.
  ///
  /// - Parameters:
  ///   - mu: The mean of the natural logarithm.
  ///   - sigma: The standard deviation of the natural logarithm; 0 gives exp(mu) every time.
  /// - Precondition: Both are finite and `sigma` is not negative.
  public init(mu: Double, sigma: Double) {
    logarithm = Normal(mean: mu, standardDeviation: sigma)
  }

  /// Makes the distribution from its median and the standard deviation of the logarithm.
  ///
  /// - Parameters:
  ///   - median: The value that half of all draws stay below, in the unit of the draws.
  ///   - sigma: The standard deviation of the natural logarithm.
  /// - Precondition: Both are finite, `median` is positive and `sigma` is not negative.
  public init(median: Double, sigma: Double) {
    precondition(
      median > 0 && median.isFinite, "a log-normal median must be positive, found \(median)")
    self.init(mu: .log(median), sigma: sigma)
  }

  /// Draws a value.
  ///
  /// - Parameter stream: The stream the randomness is taken from.
  /// - Returns: A positive number, in the unit of the median.
  public func sample(using stream: inout RandomStream) -> Double {
    .exp(logarithm.sample(using: &stream))
  }
}

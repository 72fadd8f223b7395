/// The normal distribution.
///
/// A draw takes exactly one number from the stream and turns it by the normal quantile function, so
/// the value grows with the uniform number beneath it: two worlds that differ in the mean alone
/// draw values that differ by just that. No value lies beyond 8.3 standard deviations.
public struct Normal: Distribution {
  /// The mean.
  public let mean: Double
  /// The standard deviation, in the unit of the mean.
  public let standardDeviation: Double

  /// Makes the normal distribution with a mean and a standard deviation.
  ///
  /// - Parameters:
  ///   - mean: The mean.
  ///   - standardDeviation: The standard deviation; 0 gives the mean every time.
  /// - Precondition: Both are finite and the standard deviation is not negative.
  public init(mean: Double = 0, standardDeviation: Double = 1) {
    precondition(mean.isFinite, "a normal mean must be finite, found \(mean)")
    precondition(
      standardDeviation >= 0 && standardDeviation.isFinite,
      "a standard deviation must be finite and not negative, found \(standardDeviation)")
    self.mean = mean
    self.standardDeviation = standardDeviation
  }

  /// Draws a value.
  ///
  /// - Parameter stream: The stream the randomness is taken from.
  /// - Returns: A value in the unit of the mean.
  public func sample(using stream: inout RandomStream) -> Double {
    mean + standardDeviation * normalQuantile(stream.openUniform())
  }

  /// The value below which a share of draws lies.
  ///
  /// - Parameter share: A share strictly between 0 and 1.
  /// - Returns: A value in the unit of the mean.
  public func quantile(at share: Double) -> Double {
    mean + standardDeviation * normalQuantile(min(max(share, 0x1p-53), 1 - 0x1p-53))
  }
}

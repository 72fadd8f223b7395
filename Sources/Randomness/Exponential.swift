import RealModule

/// The exponential distribution: the wait for the next event of a Poisson process.
///
/// A draw takes one number from the stream: the negative logarithm of a uniform one, divided by the
/// rate. No wait is longer than 37 means.
public struct Exponential: Distribution {
  /// Events per unit of time; the mean wait is its reciprocal.
  public let rate: Double

  /// Makes the distribution of waits between events that come at a rate.
  ///
  /// - Parameter rate: Events per unit of time.
  /// - Precondition: `rate` is positive and finite.
  public init(rate: Double) {
    precondition(
      rate > 0 && rate.isFinite, "an exponential rate must be positive, found \(rate)")
    self.rate = rate
  }

  /// Draws a wait.
  ///
  /// - Parameter stream: The stream the randomness is taken from.
  /// - Returns: A positive number, in the unit of time of the rate.
  public func sample(using stream: inout RandomStream) -> Double {
    -Double.log(stream.openUniform()) / rate
  }
}

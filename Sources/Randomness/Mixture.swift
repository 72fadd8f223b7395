/// A mixture of two distributions: each draw comes from the first with a given probability, and
/// otherwise from the second.
///
/// A draw takes one number from the stream for the choice, then what the chosen one takes.
public struct Mixture<First: Distribution, Second: Distribution>: Distribution
where First.Value == Second.Value {
  /// The probability that a draw comes from the first distribution.
  public let firstShare: Double
  /// The first distribution.
  public let first: First
  /// The second distribution.
  public let second: Second

  /// Makes a mixture of two distributions.
  ///
  /// - Parameters:
  ///   - firstShare: The probability that a draw comes from the first.
  ///   - first: The first distribution.
  ///   - second: The second distribution.
  /// - Precondition: `firstShare` lies in 0...1.
  public init(firstShare: Double, _ first: First, _ second: Second) {
    checkProbability(firstShare)
    self.firstShare = firstShare
    self.first = first
    self.second = second
  }

  /// Draws a value.
  ///
  /// - Parameter stream: The stream the randomness is taken from.
  /// - Returns: A value of either distribution.
  public func sample(using stream: inout RandomStream) -> First.Value {
    stream.chance(firstShare) ? first.sample(using: &stream) : second.sample(using: &stream)
  }
}

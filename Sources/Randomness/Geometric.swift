import RealModule

/// The geometric distribution: how many trials fail before the first success.
///
/// A draw takes one number from the stream: an exponential wait, rounded down.
///
/// Source: Devroye (1986), "Non-uniform random variate generation",
/// doi 10.1007/978-1-4613-8643-8, chapter X, section 2.
public struct Geometric: Distribution {
  /// The smallest probability allowed, 2⁻⁵³, with which every draw fits an `Int`.
  public static let smallestProbability = 0x1p-53

  /// The probability of success of each trial; the mean is (1 - probability) / probability.
  public let probability: Double
  /// The natural logarithm of the probability of failure: minus infinity when that is 0.
  private let logFailure: Double

  /// Makes the distribution of the number of failures before the first success.
  ///
  /// - Parameter probability: The probability of success of each trial; 1 gives 0 every time.
  /// - Precondition: `probability` lies in `smallestProbability`...1.
  public init(probability: Double) {
    precondition(
      probability >= Self.smallestProbability && probability <= 1,
      "a geometric probability must lie in 2^-53...1, found \(probability)")
    self.probability = probability
    logFailure = .log(onePlus: -probability)
  }

  /// Draws a count.
  ///
  /// - Parameter stream: The stream the randomness is taken from.
  /// - Returns: A number of failures that is not negative.
  public func sample(using stream: inout RandomStream) -> Int {
    Int(Double.log(stream.openUniform()) / logFailure)
  }
}

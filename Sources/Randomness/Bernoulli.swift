/// The Bernoulli distribution: true with a given probability.
///
/// A draw takes one number from the stream, also when the answer is certain.
public struct Bernoulli: Distribution {
  /// The probability of true.
  public let probability: Double

  /// Makes the distribution that gives true with a probability.
  ///
  /// - Parameter probability: The probability of true.
  /// - Precondition: `probability` lies in 0...1.
  public init(probability: Double) {
    checkProbability(probability)
    self.probability = probability
  }

  /// Draws true or false.
  ///
  /// - Parameter stream: The stream the randomness is taken from.
  /// - Returns: True with the probability; never when it is 0, always when it is 1.
  public func sample(using stream: inout RandomStream) -> Bool {
    stream.uniform() < probability
  }
}

extension RandomStream {
  /// Returns true with a probability: never when it is 0, always when it is 1.
  ///
  /// The same draw as that of `Bernoulli`.
  ///
  /// - Parameter probability: The probability of true.
  /// - Returns: True or false.
  /// - Precondition: `probability` lies in 0...1.
  public mutating func chance(_ probability: Double) -> Bool {
    Bernoulli(probability: probability).sample(using: &self)
  }
}

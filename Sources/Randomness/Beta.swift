import RealModule

/// The beta distribution.
///
/// A draw takes what two gamma draws take, see `Gamma`: the share of the first in their sum. It is
/// computed from logarithms, so that small shapes do not end in 0 / 0.
///
/// Source: Devroye (1986), "Non-uniform random variate generation",
/// doi 10.1007/978-1-4613-8643-8, chapter IX, theorem 4.1.
public struct Beta: Distribution {
  private let first: Gamma
  private let second: Gamma

  /// The first shape; the mean is alpha / (alpha + beta).
  public var alpha: Double { first.shape }
  /// The second shape.
  public var beta: Double { second.shape }

  /// Makes the beta distribution with two shapes.
  ///
  /// - Parameters:
  ///   - alpha: The first shape.
  ///   - beta: The second shape.
  /// - Precondition: Both are finite and at least 10⁻³⁰⁰.
  public init(alpha: Double, beta: Double) {
    precondition(
      min(alpha, beta) >= 1e-300, "beta shapes must be positive, found \(alpha) and \(beta)")
    first = Gamma(shape: alpha)
    second = Gamma(shape: beta)
  }

  /// Draws a value.
  ///
  /// - Parameter stream: The stream the randomness is taken from.
  /// - Returns: A number in 0...1; the ends come up when it rounds to them.
  public func sample(using stream: inout RandomStream) -> Double {
    let logFirst = first.sampleLogarithm(using: &stream)
    let logSecond = second.sampleLogarithm(using: &stream)
    return 1 / (1 + .exp(logSecond - logFirst))
  }
}

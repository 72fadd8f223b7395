import RealModule

/// The Zipf distribution: a discrete power law over the ranks 1...n, in which the probability of
/// rank k is in proportion to k to the power of minus the exponent.
///
/// A draw takes one number from the stream for each attempt, of which most succeed, in constant
/// time and memory for any n.
///
/// Source: Hörmann and Derflinger (1996), "Rejection-inversion to generate variates from monotone
/// discrete distributions", doi 10.1145/235025.235029.
public struct Zipf: Distribution {
  /// The number of ranks.
  public let count: Int
  /// The exponent of the power law; 0 is the uniform distribution.
  public let exponent: Double

  private let integralAtFirst: Double
  private let integralAtLast: Double
  /// The source's s: a rank at most this far above its x is accepted without a further look.
  private let squeeze: Double

  /// Makes the Zipf distribution over some ranks.
  ///
  /// - Parameters:
  ///   - count: The number of ranks.
  ///   - exponent: The exponent of the power law.
  /// - Precondition: `count` lies in 1...2⁵⁰; `exponent` is finite and not negative.
  public init(count: Int, exponent: Double) {
    precondition(
      count >= 1 && count <= 1 << 50, "the number of ranks must lie in 1...2^50, found \(count)")
    precondition(
      exponent >= 0 && exponent.isFinite,
      "a Zipf exponent must be finite and not negative, found \(exponent)")
    self.count = count
    self.exponent = exponent
    let law = PowerLaw(exponent: exponent)
    integralAtFirst = law.integral(1.5) - 1
    integralAtLast = law.integral(Double(count) + 0.5)
    squeeze = 2 - law.inverseIntegral(law.integral(2.5) - law.density(2))
  }

  /// Draws a rank.
  ///
  /// - Parameter stream: The stream the randomness is taken from.
  /// - Returns: A rank in 1...count.
  public func sample(using stream: inout RandomStream) -> Int {
    let law = PowerLaw(exponent: exponent)
    while true {
      let u = integralAtLast + stream.openUniform() * (integralAtFirst - integralAtLast)
      let x = law.inverseIntegral(u)
      // Rounding may carry x over either end.
      let rank = min(max((x + 0.5).rounded(.down), 1), Double(count))
      if rank - x <= squeeze || u >= law.integral(rank + 0.5) - law.density(rank) {
        return Int(rank)
      }
    }
  }

  /// The continuous power law that lies over the discrete one.
  private struct PowerLaw {
    let exponent: Double

    /// The density x^-exponent, the source's h.
    func density(_ x: Double) -> Double { .exp(-exponent * .log(x)) }

    /// The integral of the density from 1 to x, the source's H, exact also near exponent 1.
    func integral(_ x: Double) -> Double {
      let logX = Double.log(x)
      let t = (1 - exponent) * logX
      // expMinusOne(t) / t, by its series where both are too small.
      let ratio = abs(t) > 1e-8 ? .expMinusOne(t) / t : 1 + t / 2
      return ratio * logX
    }

    /// The inverse of the integral.
    func inverseIntegral(_ y: Double) -> Double {
      // Rounding may carry t below -1, where the logarithm ends.
      let t = max((1 - exponent) * y, -1)
      let ratio = abs(t) > 1e-8 ? .log(onePlus: t) / t : 1 - t / 2
      return .exp(ratio * y)
    }
  }
}

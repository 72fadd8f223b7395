import RealModule

/// The gamma distribution.
///
/// A draw takes two numbers from the stream for each attempt, of which at least 95 % succeed, and
/// one more when the shape is below 1. Shapes far below 1 often give values too small for a
/// `Double`, which come out as 0.
///
/// Source: Marsaglia and Tsang (2000), "A simple method for generating gamma variables",
/// doi 10.1145/358407.358414; section 6 for shapes below 1.
public struct Gamma: Distribution {
  /// The shape; the mean is shape × scale.
  public let shape: Double
  /// The scale, in the unit of the draws.
  public let scale: Double

  /// The source's d and c, for the shape or, if it is below 1, for the shape plus 1.
  private let d: Double
  private let c: Double

  /// Makes the gamma distribution with a shape and a scale.
  ///
  /// - Parameters:
  ///   - shape: The shape.
  ///   - scale: The scale, in the unit of the draws.
  /// - Precondition: Both are positive and finite.
  public init(shape: Double, scale: Double = 1) {
    precondition(shape > 0 && shape.isFinite, "a gamma shape must be positive, found \(shape)")
    precondition(scale > 0 && scale.isFinite, "a gamma scale must be positive, found \(scale)")
    self.shape = shape
    self.scale = scale
    d = (shape < 1 ? shape + 1 : shape) - 1.0 / 3
    c = 1 / Double.sqrt(9 * d)
  }

  /// Draws a value.
  ///
  /// - Parameter stream: The stream the randomness is taken from.
  /// - Returns: A number that is not negative, in the unit of the scale.
  public func sample(using stream: inout RandomStream) -> Double {
    let body = sampleBody(using: &stream)
    guard shape < 1 else { return scale * body }
    return scale * body * .pow(stream.openUniform(), 1 / shape)
  }

  /// Draws the logarithm of a value whose scale is 1, exact also where the value would be 0.
  func sampleLogarithm(using stream: inout RandomStream) -> Double {
    let body = sampleBody(using: &stream)
    guard shape < 1 else { return .log(body) }
    return .log(body) + .log(stream.openUniform()) / shape
  }

  /// Draws from the gamma distribution with scale 1 and the shape, or the shape plus 1 if below 1.
  private func sampleBody(using stream: inout RandomStream) -> Double {
    while true {
      let x = normalQuantile(stream.openUniform())
      let u = stream.openUniform()
      let root = 1 + c * x
      guard root > 0 else { continue }
      let v = root * root * root
      let square = x * x
      // 0.0331 is the source's constant for a squeeze that spares the logarithms.
      if u < 1 - 0.0331 * square * square { return d * v }
      if .log(u) < 0.5 * square + d * (1 - v + .log(v)) { return d * v }
    }
  }
}

/// The uniform distribution over an interval of the real line.
///
/// A draw takes one number from the stream.
public struct Uniform: Distribution {
  /// The values that can be drawn: the lower bound is among them, the upper bound is not.
  public let range: Range<Double>

  /// Makes the uniform distribution over a range.
  ///
  /// - Parameter range: The values that can be drawn.
  /// - Precondition: The range is not empty; its bounds and its width are finite.
  public init(_ range: Range<Double>) {
    precondition(
      !range.isEmpty && (range.upperBound - range.lowerBound).isFinite,
      "a uniform range must be finite and not empty, found \(range)")
    self.range = range
  }

  /// Draws a number from the range.
  ///
  /// - Parameter stream: The stream the randomness is taken from.
  /// - Returns: A number in `range`.
  public func sample(using stream: inout RandomStream) -> Double {
    let value = range.lowerBound + (range.upperBound - range.lowerBound) * stream.uniform()
    // The sum may round up to the bound that the range leaves out.
    return min(value, range.upperBound.nextDown)
  }
}

extension RandomStream {
  /// Returns a number uniform over the multiples of 2⁻⁵³ in 0..<1.
  ///
  /// - Returns: A number that may be 0 and is never 1; its mean is one half less 2⁻⁵⁴.
  @inlinable public mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// Returns a number strictly between 0 and 1, for logarithms and quantiles.
  ///
  /// It is uniform over the 2⁵² odd multiples of 2⁻⁵³, which lie symmetrically about one half.
  mutating func openUniform() -> Double {
    (Double(next() >> 12) + 0.5) * 0x1p-52
  }
}

import RealModule

/// The Poisson distribution: how many events of a steady rate fall into a span.
///
/// Below a mean of 10 a draw takes one number from the stream and searches the probabilities from 0
/// upward; from there on, it takes two for each attempt, of which 75 % succeed at a mean of 10 and
/// 89 % at large means.
///
/// Source for large means: Hörmann (1993), "The transformed rejection method for generating Poisson
/// random variables", doi 10.1016/0167-6687(93)90997-4, algorithm PTRS.
public struct Poisson: Distribution {
  /// The largest mean allowed: a million million, our choice.
  ///
  /// There the acceptance test subtracts numbers near 3 × 10¹³, whose rounding can shift a
  /// probability by a hundredth of itself; with larger means that would grow.
  public static let largestMean = 1e12

  /// The mean, which is also the variance.
  public let mean: Double
  private let method: Method

  /// Makes the Poisson distribution with a mean.
  ///
  /// Costs nothing below a mean of 10, and from there on a square root and two logarithms: cheap
  /// enough to do for each draw.
  ///
  /// - Parameter mean: The mean number of events; 0 gives 0 every time.
  /// - Precondition: `mean` lies in 0...`largestMean`.
  public init(mean: Double) {
    precondition(
      mean >= 0 && mean <= Self.largestMean,
      "a Poisson mean must lie in 0...\(Self.largestMean), found \(mean)")
    self.mean = mean
    // PTRS holds from a mean of 10 upward; below, the search takes few steps.
    method = mean < 10 ? .search : .rejection(Rejection(mean: mean))
  }

  /// Draws a count.
  ///
  /// - Parameter stream: The stream the randomness is taken from.
  /// - Returns: A number of events that is not negative.
  public func sample(using stream: inout RandomStream) -> Int {
    switch method {
    case .search: search(using: &stream)
    case .rejection(let rejection): rejection.sample(using: &stream)
    }
  }

  private enum Method {
    case search
    case rejection(Rejection)
  }

  /// Takes the probabilities of 0, 1, 2 and so on off a uniform number until it is used up.
  private func search(using stream: inout RandomStream) -> Int {
    var rest = stream.uniform()
    // No more than exp(-mean): where the mean is small, this decides nearly always.
    if rest < 1 - mean { return 0 }
    var probability = Double.exp(-mean)
    var count = 0
    while rest >= probability {
      rest -= probability
      count += 1
      probability *= mean / Double(count)
      // Rounding may leave a rest that no further probability uses up. The search never starts
      // this low: a mean below 10 makes 0 more probable than 2⁻¹⁵.
      if probability < 0x1p-60 { break }
    }
    return count
  }

  /// The constants and the loop of PTRS, with the letters of the source.
  private struct Rejection {
    let mean: Double
    let logMean: Double
    let a: Double
    let b: Double
    let vr: Double
    let logInverseAlpha: Double

    init(mean: Double) {
      self.mean = mean
      logMean = .log(mean)
      b = 0.931 + 2.53 * Double.sqrt(mean)
      a = -0.059 + 0.02483 * b
      vr = 0.9277 - 3.6224 / (b - 2)
      logInverseAlpha = .log(1.1239 + 1.1328 / (b - 3.4))
    }

    func sample(using stream: inout RandomStream) -> Int {
      while true {
        let u = stream.openUniform() - 0.5
        let v = stream.openUniform()
        let us = 0.5 - abs(u)
        let k = ((2 * a / us + b) * u + mean + 0.43).rounded(.down)
        if us >= 0.07 && v <= vr { return Int(k) }
        if k < 0 || (us < 0.013 && v > us) { continue }
        let height = .log(v) + logInverseAlpha - .log(a / (us * us) + b)
        if height <= k * logMean - mean - .logGamma(k + 1) { return Int(k) }
      }
    }
  }
}

import Graphs

/// A value with its standard error: how far chance within one world moves it.
public struct Estimate: Sendable, Equatable {
  /// The value.
  public var value: Double
  /// The standard error; nil where there is too little to tell, such as a mean of one school.
  public var standardError: Double?

  /// Makes an estimate.
  public init(_ value: Double, standardError: Double?) {
    self.value = value
    self.standardError = standardError
  }

  /// A mean or a share of independent draws: its error is the sample's s / √n.
  init?(_ mean: SampleMean?) {
    guard let mean else { return nil }
    self.init(mean.mean, standardError: mean.standardError)
  }

  /// A share of independent trials that may be 0 or 1 by chance; nil of no trials.
  ///
  /// Its error is half of Wilson's interval at one standard error, √(p(1−p)/n + 1/4n²) / (1 + 1/n)
  /// (Wilson 1927, doi 10.1080/01621459.1927.10502953), which is not 0 where the share is.
  init?(successes: Int, of trials: Int) {
    guard trials > 0 else { return nil }
    let n = Double(trials)
    let share = Double(successes) / n
    let width = (share * (1 - share) / n + 1 / (4 * n * n)).squareRoot() / (1 + 1 / n)
    self.init(share, standardError: width)
  }

  /// One estimate over another, taken as independent of it; nil over 0.
  ///
  /// The relative variances add: SE = |a / b| √((SE_a / a)² + (SE_b / b)²), the delta method.
  init?(_ one: Estimate, over other: Estimate) {
    guard other.value != 0 else { return nil }
    let ratio = one.value / other.value
    guard let first = one.standardError, let second = other.standardError else {
      self.init(ratio, standardError: nil)
      return
    }
    // Multiplied out, so that a numerator of 0 has an error too.
    let variance = first * first + ratio * ratio * second * second
    self.init(ratio, standardError: variance.squareRoot() / abs(other.value))
  }
}

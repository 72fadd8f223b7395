/// A mean over a sample, with what is needed to say how sure it is.
///
/// The standard error is s/√n with s² = Σ(x − x̄)²/(n − 1): that of n independent draws, with no
/// correction for a sample that is a large part of the whole. Values are added in their order, so
/// the same values give the same bits.
public struct SampleMean: Sendable, Equatable {
  /// The mean of the values.
  public let mean: Double
  /// The standard error of the mean; nil of a single value.
  public let standardError: Double?
  /// How many values there were.
  public let count: Int

  /// Averages values; nil if there are none.
  public init?(of values: [Double]) {
    guard !values.isEmpty else { return nil }
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.mean = mean
    self.count = values.count
    standardError = values.count < 2 ? nil : (squares / (count - 1) / count).squareRoot()
  }

  /// The share of a sample for which something holds; nil of an empty sample.
  ///
  /// A share is a mean of zeros and ones, so its standard error is √(p(1 − p)/(n − 1)).
  ///
  /// - Parameters:
  ///   - successes: for how many it holds; from 0 to `count`.
  ///   - count: how many there are.
  public init?(successes: Int, of count: Int) {
    precondition(successes >= 0 && successes <= count, "\(successes) of \(count) is no share")
    guard count > 0 else { return nil }
    let share = Double(successes) / Double(count)
    mean = share
    self.count = count
    standardError = count < 2 ? nil : (share * (1 - share) / Double(count - 1)).squareRoot()
  }
}

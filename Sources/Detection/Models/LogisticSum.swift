import RealModule

/// A weighted sum of standardised features: the logarithm of odds of a logistic regression.
///
/// Every feature enters as ln(1 + value), as counts of acts have long tails, then less its mean and
/// by its standard deviation.
public struct LogisticSum: Codable, Sendable, Equatable {
  /// What there is where every feature is at its mean.
  public var intercept: Double
  /// One per feature, for a standard deviation more.
  public var weights: [Double]
  /// The mean of the logarithm of each feature.
  public var means: [Double]
  /// The standard deviation of it; 1 where it never varies.
  public var deviations: [Double]

  /// Makes a sum.
  public init(intercept: Double, weights: [Double], means: [Double], deviations: [Double]) {
    self.intercept = intercept
    self.weights = weights
    self.means = means
    self.deviations = deviations
  }

  /// How a value of at least 0 enters.
  public static func entering(_ value: Float) -> Double { Double.log(onePlus: Double(value)) }

  func score(_ values: ArraySlice<Float>) -> Double {
    var sum = intercept
    for (index, value) in values.enumerated() { sum += contribution(value, at: index) }
    return sum
  }

  func contributions(_ values: ArraySlice<Float>) -> [Double] {
    values.enumerated().map { contribution($0.element, at: $0.offset) }
  }

  private func contribution(_ value: Float, at index: Int) -> Double {
    weights[index] * (Self.entering(value) - means[index]) / deviations[index]
  }
}

/// The inverse distribution function of a categorical variable: a quantile gives an index.
struct CategoricalQuantile: Sendable {
  private let cumulative: [Double]

  /// Makes the function of weights, which need not sum to 1.
  ///
  /// - Precondition: no weight is negative and one is positive.
  init(weights: [Double]) {
    var sum = 0.0
    cumulative = weights.map { weight in
      sum += weight
      return sum
    }
    precondition(sum > 0, "a distribution needs a positive weight")
  }

  /// The smallest index whose cumulative share exceeds a quantile in 0...1.
  ///
  /// - Complexity: logarithmic in the number of weights.
  func index(at quantile: Double) -> Int {
    let wanted = quantile * (cumulative.last ?? 0)
    var low = 0
    var high = cumulative.count - 1
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] > wanted { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

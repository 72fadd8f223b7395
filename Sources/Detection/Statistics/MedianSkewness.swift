import RealModule

/// How far the mean of some values lies above their median, in standard deviations.
///
/// The nonparametric skew, a third of Pearson's second coefficient of skewness; it lies in -1...1
/// (Hotelling and Solomons 1932, doi 10.1214/aoms/1177732911, from memory). The standard deviation
/// is that of the values themselves, dividing by their number.
enum MedianSkewness {
  /// The skew of some values; 0 if they are all the same or there are none.
  ///
  /// Values are added up from the smallest on, so that their order makes no difference.
  ///
  /// - Complexity: n log n.
  static func of(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    guard let first = sorted.first, let last = sorted.last, first < last else { return 0 }
    let count = Double(sorted.count)
    let mean = sorted.reduce(0, +) / count
    let middle = sorted.count / 2
    let median =
      sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    let variance = sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    return (mean - median) / Double.sqrt(variance)
  }
}

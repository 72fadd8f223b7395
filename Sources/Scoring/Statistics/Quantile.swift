/// Quantiles of a sample that may hold infinities.
struct Quantiles {
  /// The sample, ascending.
  let sorted: [Double]

  /// Sorts a sample; it holds no NaN.
  init(_ sample: [Double]) {
    sorted = sample.sorted()
  }

  /// The smallest value with at least a share `p` of the sample at or below it; nil of an empty sample.
  ///
  /// The inverse of the empirical distribution function: type 1 of Hyndman and Fan 1996, The
  /// American Statistician 50, 361-365, doi 10.1080/00031305.1996.10473566 (numpy's
  /// `inverted_cdf`). It is always a value of the sample, so that an infinite one (a missed
  /// meeting) needs no interpolation. The median of an even number is the lower of the two middle
  /// values: the cautious one for lead times.
  ///
  /// - Precondition: `p` is from 0 to 1.
  subscript(p: Double) -> Double? {
    guard !sorted.isEmpty else { return nil }
    let rank = (p * Double(sorted.count)).rounded(.up)
    return sorted[min(max(Int(rank), 1), sorted.count) - 1]
  }
  /// The median as numpy has it: of an even number, the mean of the two in the middle; nil of none.
  var middle: Double? {
    guard !sorted.isEmpty else { return nil }
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}

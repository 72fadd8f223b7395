import Randomness

/// Draws with replacement from the rows of a design, for intervals of what is computed of them.
struct Resampling {
  /// How many rows there are.
  let count: Int
  /// What rows are drawn from.
  let seed: UInt64
  /// Of what the interval is; another one is drawn apart.
  let entity: Int
  /// How many times rows are drawn.
  let resamples: Int

  /// The percentile intervals: 2.5 % of the bootstraps lie below each and 2.5 % above.
  ///
  /// Source: Efron and Tibshirani 1993, An Introduction to the Bootstrap, section 13.3. With few rows they
  /// are too narrow.
  ///
  /// - Parameter statistics: What is computed of some rows, always as many; nil where undefined.
  /// - Returns: An interval for each; nil if they are undefined of every draw.
  func intervals(of statistics: ([Int]) -> [Double]?) -> [ClosedRange<Double>]? {
    var rows = Array(repeating: 0, count: count)
    var found: [[Double]] = []
    for resample in 0..<resamples {
      var stream = RandomStream(
        seed: seed, purpose: .sensitivityResamples,
        entity: UInt64(entity) << 32 | UInt64(resample))
      for index in rows.indices { rows[index] = stream.below(count) }
      if let values = statistics(rows) { found.append(values) }
    }
    return found.first?.indices.map { place in
      let values = found.map { $0[place] }.sorted()
      // Hyndman and Fan's type 1 (1996): always a value that was found.
      let rank = { (share: Double) in Int((share * Double(values.count)).rounded(.up)) - 1 }
      return values[max(rank(0.025), 0)]...values[rank(0.975)]
    }
  }
}

extension Collection<Double> {
  /// The mean, summed in order.
  var mean: Double { reduce(0, +) / Double(count) }

  /// The mean square of the differences from the mean, with `lost` taken from their number; nil if
  /// that leaves none.
  func variance(of lost: Int) -> Double? {
    guard count > lost else { return nil }
    let mean = mean
    return reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count - lost)
  }
}

/// The mean of values that come in clusters, with a 95 % interval.
///
/// The variance is that of a ratio between clusters, G/(G−1) · Σ (t_g − m n_g)² / n² (G clusters with
/// the sum t_g of n_g values; as in `ClusteredTrials`), the interval Student's with G − 1 degrees of
/// freedom. Nil with fewer than two clusters: one says nothing of how they vary. Of very skewed values it
/// is too narrow: it held the mean of lognormal ones in 82 to 92 of 100 worlds of ten to a hundred clusters
/// (`Documentation/Experiments/compare_intervals.py`).
enum ClusteredMean {
  /// The mean of values, each a cluster of its own.
  ///
  /// - Returns: as of values with clusters.
  static func of(_ values: [Double]) -> (mean: Double, interval: Interval?)? {
    of(values, clusters: Array(values.indices))
  }

  /// The mean of values, each with its cluster.
  ///
  /// - Returns: the mean with its interval; without one below two clusters, nothing without values.
  static func of<Cluster: Hashable & Comparable>(
    _ values: [Double], clusters: [Cluster]
  ) -> (mean: Double, interval: Interval?)? {
    guard !values.isEmpty else { return nil }
    var tallies: [Cluster: (sum: Double, count: Double)] = [:]
    for (value, cluster) in zip(values, clusters) {
      tallies[cluster, default: (0, 0)].sum += value
      tallies[cluster, default: (0, 0)].count += 1
    }
    let n = Double(values.count)
    // Sorted, because a sum of floating-point numbers depends on its order.
    let sums = tallies.sorted { $0.key < $1.key }.map(\.value)
    let mean = sums.reduce(0) { $0 + $1.sum } / n
    guard sums.count > 1 else { return (mean, nil) }
    let squares = sums.reduce(0) { total, cluster in
      let residual = cluster.sum - mean * cluster.count
      return total + residual * residual
    }
    let clusters = Double(sums.count)
    let reach =
      StudentT.upper95(degreesOfFreedom: sums.count - 1)
      * (clusters / (clusters - 1) * squares).squareRoot() / n
    return (mean, Interval(low: mean - reach, high: mean + reach))
  }
}

/// A ratio of two totals over clusters that are independent of each other, such as households.
///
/// r = Σ y_g / Σ n_g, with the standard error of a ratio between clusters,
/// √(G/(G−1) · Σ (y_g − r n_g)²) / Σ n_g (G clusters to which anything was added; Kish 1965, Survey
/// Sampling). With n_g = 1 it is the plain error of a mean.
struct ClusteredRatio {
  /// y_g and n_g, one per cluster.
  private var totals: [(top: Double, bottom: Double)]

  /// Makes the ratio of nothing over so many clusters.
  init(clusters: Int) {
    totals = Array(repeating: (0, 0), count: clusters)
  }

  /// Adds to both totals of a cluster.
  mutating func add(_ top: Double, over bottom: Double, in cluster: Int) {
    totals[cluster].top += top
    totals[cluster].bottom += bottom
  }

  /// The ratio; nil over a total of 0, and without an error of one cluster.
  ///
  /// Where all clusters agree on a share of 0 or 1, its error is that of so many draws.
  var estimate: Estimate? {
    let filled = totals.filter { $0.bottom != 0 || $0.top != 0 }
    let total = filled.reduce(0) { $0 + $1.bottom }
    guard total != 0 else { return nil }
    let ratio = filled.reduce(0) { $0 + $1.top } / total
    guard filled.count > 1 else { return Estimate(ratio, standardError: nil) }
    let squares = filled.reduce(0) { sum, cluster in
      let residual = cluster.top - ratio * cluster.bottom
      return sum + residual * residual
    }
    // Clusters that agree tell no less than so many draws, and no more.
    if squares == 0, ratio == 0 || ratio == 1 {
      return Estimate(successes: Int(ratio) * filled.count, of: filled.count)
    }
    let clusters = Double(filled.count)
    let error = (clusters / (clusters - 1) * squares).squareRoot() / total
    return Estimate(ratio, standardError: error)
  }
}

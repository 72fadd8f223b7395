/// The standard error of any statistic of clusters, from what it is without each of them.
///
/// With θ_(g) the statistic without group g of G, SE² = (G−1)/G · Σ (θ_(g) − θ̄)² (Wolter 2007,
/// Introduction to Variance Estimation, chapter 4; MEMORY). It serves where no formula does and
/// groups are too small to have the statistic of their own. Clusters beyond `mostGroups` are dealt
/// to as many groups.
enum Jackknife {
  /// How many groups there are at most: our choice, for an error known to a twentieth.
  static let mostGroups = 200

  /// A statistic with its standard error.
  ///
  /// - Parameters:
  ///   - clusters: how many clusters there are.
  ///   - statistic: its value without the clusters for which something holds; nil if it has none.
  /// - Returns: nil if it has no value with all clusters; without an error if it has none without
  ///   some group.
  static func estimate(
    clusters: Int, _ statistic: (_ isLeftOut: (_ cluster: Int) -> Bool) -> Double?
  ) -> Estimate? {
    guard let value = statistic({ _ in false }) else { return nil }
    let groups = min(clusters, mostGroups)
    let others = (0..<groups).compactMap { group in statistic { $0 % groups == group } }
    guard groups > 1, others.count == groups else { return Estimate(value, standardError: nil) }
    let mean = others.reduce(0, +) / Double(groups)
    let squares = others.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let variance = squares * Double(groups - 1) / Double(groups)
    return Estimate(value, standardError: variance.squareRoot())
  }
}

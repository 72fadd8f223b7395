/// A weighted mean over friendships, of which those of one account or community go together.
///
/// m = Σ w y / Σ w. Two friendships are taken as dependent if they share a cluster of accounts, and
/// as independent if not: V = (Σ_c E_c² − Σ_{c<d} E_cd²) / (Σ w)² with residuals e = w (y − m), E_c
/// their sum over the friendships with an end in cluster c, and E_cd over those between c and d.
/// The last sum is taken off because pairs of friendships that share both clusters are in the sums
/// of both. Fafchamps and Gubert 2007, Journal of Development Economics 83, 326-350; Aronow, Samii
/// and Assenova 2015, Political Analysis 23, 564-577 (both MEMORY; derived again and checked in the
/// tests). Where chance makes V smaller than the variance of independent friendships,
/// Σ e² / (Σ w)², that is given.
///
/// Clusters beyond `mostClusters` are dealt to as many groups, which are then the clusters: this
/// adds pairs that do not depend on each other, so noise (of about a tenth) and no bias.
struct DyadicMean {
  /// How many clusters are told apart: our choice, for a matrix of pairs that stays in cache.
  static let mostClusters = 256

  /// The cluster of each account.
  private let labels: [UInt32]
  private let clusters: Int
  /// Σ w y and Σ w over the friendships within a cluster (on the diagonal) and between two (at the
  /// lower's row), row by row.
  private var cells: [Sum]
  /// Σ w², Σ w² y and Σ w² y² over all friendships.
  private var squares = (0.0, 0.0, 0.0)

  private struct Sum {
    var value = 0.0
    var weight = 0.0

    /// Σ w (y − mean).
    func residual(about mean: Double) -> Double { value - mean * weight }
  }

  /// Makes the mean of no friendship.
  ///
  /// - Parameters:
  ///   - labels: the cluster of each account.
  ///   - count: how many clusters there are.
  init(labels: [UInt32], count: Int) {
    self.labels = labels
    clusters = min(count, Self.mostClusters)
    cells = Array(repeating: Sum(), count: clusters * clusters)
  }

  /// Adds a friendship of two accounts.
  mutating func add(_ one: Int, _ other: Int, value: Double, weight: Double = 1) {
    let (a, b) = (Int(labels[one]) % clusters, Int(labels[other]) % clusters)
    let cell = min(a, b) * clusters + max(a, b)
    let weighted = weight * value
    cells[cell].value += weighted
    cells[cell].weight += weight
    squares.0 += weight * weight
    squares.1 += weight * weighted
    squares.2 += weighted * weighted
  }

  /// The mean; nil without friendships, and without an error of one.
  var estimate: Estimate? {
    let weight = cells.reduce(0) { $0 + $1.weight }
    guard weight > 0 else { return nil }
    let mean = cells.reduce(0) { $0 + $1.value } / weight
    guard squares.0 < weight * weight else { return Estimate(mean, standardError: nil) }
    var sums = [Double](repeating: 0, count: clusters)
    var twice = 0.0
    for a in 0..<clusters {
      for b in a..<clusters {
        let residual = cells[a * clusters + b].residual(about: mean)
        sums[a] += residual
        guard a != b else { continue }
        sums[b] += residual
        twice += residual * residual
      }
    }
    let together = sums.reduce(0) { $0 + $1 * $1 } - twice
    let alone = squares.2 - 2 * mean * squares.1 + mean * mean * squares.0
    // Rounding may leave a little less than nothing.
    let variance = max(together, alone, 0)
    return Estimate(mean, standardError: variance.squareRoot() / weight)
  }
}

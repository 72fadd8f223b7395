import Randomness

/// Resamples of clusters with replacement: how often each is drawn.
///
/// The cases of a person stand or fall together, so persons are drawn, not cases (Davison and Hinkley
/// 1997, Bootstrap Methods and their Application, section 3.8; MEMORY). A statistic that takes whole-number weights over
/// columns sorted once needs no resampled copy. Draws hang on the number of the resample alone, so that
/// the same input gives the same result on any number of threads.
struct ClusterBootstrap {
  /// How many clusters there are, and are drawn each time.
  let clusters: Int
  /// How many resamples are made: our choice; the ends of a 95 % interval then rest on 25 each.
  static let resamples = 1_000

  /// Draws the clusters of a resample.
  ///
  /// - Parameters:
  ///   - resample: its number, from 0.
  ///   - weights: takes how often each cluster is drawn; one per cluster.
  /// - Precondition: there are fewer than 2³² clusters, and a weight for each.
  func draw(_ resample: Int, into weights: inout [UInt16]) {
    precondition(weights.count == clusters && clusters <= UInt32.max, "a weight per cluster")
    for index in weights.indices { weights[index] = 0 }
    var stream = RandomStream(seed: 0, purpose: .resampledClusters, entity: UInt64(resample))
    stream.tally(clusters, into: &weights)
  }

  /// A 95 % interval: the 2.5th and 97.5th percentile of what resamples give.
  ///
  /// - Parameter statistic: takes the weights; nil for a resample of which it is undefined, which is
  ///   left out.
  /// - Returns: nil with fewer than two clusters, or where half of the resamples give nothing.
  func interval(of statistic: ([UInt16]) -> Double?) -> Interval? {
    guard clusters > 1 else { return nil }
    var weights = [UInt16](repeating: 0, count: clusters)
    var found: [Double] = []
    for resample in 0..<Self.resamples {
      draw(resample, into: &weights)
      if let value = statistic(weights) { found.append(value) }
    }
    let quantiles = Quantiles(found)
    guard found.count * 2 > Self.resamples, let low = quantiles[0.025], let high = quantiles[0.975]
    else { return nil }
    return Interval(low: low, high: high)
  }
}

/// The share to which nothing has happened yet, by Kaplan and Meier, in resamples of clusters.
///
/// Rows are sorted once; a resample is a weight per cluster and one pass over them.
public struct ResampledSurvival: Sendable {
  /// The times in days at which the share was taken, ascending.
  public let days: [Double]
  /// The share at each time, resample after resample.
  public let survival: [Double]

  /// Draws clusters with replacement, `ClusterBootstrap.resamples` times.
  ///
  /// Beyond all observation in a resample, the share is what it was last.
  ///
  /// - Parameters:
  ///   - rows: the rows; the cause of an event does not matter.
  ///   - days: at which times the share is wanted, ascending.
  /// - Complexity: O(rows · resamples).
  public init(of rows: SurvivalTimes, at days: [Double]) {
    self.days = days
    // How many of the times come before each step.
    let wanted = rows.times.indices.map { step in
      days.partitioningIndex { $0 >= rows.times[step] }
    }
    var sizes = Array(repeating: 0, count: rows.clusterCount)
    for cluster in rows.clusters { sizes[Int(cluster)] += 1 }
    let bootstrap = ClusterBootstrap(clusters: rows.clusterCount)
    var weights = [UInt16](repeating: 0, count: rows.clusterCount)
    var found: [Double] = []
    found.reserveCapacity(ClusterBootstrap.resamples * days.count)
    for resample in 0..<ClusterBootstrap.resamples {
      bootstrap.draw(resample, into: &weights)
      var atRisk = 0
      for cluster in sizes.indices { atRisk += Int(weights[cluster]) * sizes[cluster] }
      Self.append(rows, weights, atRisk: atRisk, wanted, count: days.count, to: &found)
    }
    survival = found
  }

  private static func append(
    _ rows: SurvivalTimes, _ weights: [UInt16], atRisk: Int, _ wanted: [Int], count: Int,
    to found: inout [Double]
  ) {
    let (weights, outcomes, clusters) = (weights.span, rows.outcomes.span, rows.clusters.span)
    let (starts, wanted) = (rows.starts.span, wanted.span)
    let end = found.count + count
    var (left, atRisk, row) = (1.0, atRisk, 0)
    for step in wanted.indices {
      var (all, events) = (0, 0)
      let next = starts[step + 1]
      while row < next {
        let weight = Int(weights[Int(clusters[row])])
        all &+= weight
        if outcomes[row] != SurvivalTimes.censored { events &+= weight }
        row &+= 1
      }
      while found.count &- (end &- count) < wanted[step] { found.append(left) }
      if events > 0 { left *= Double(atRisk &- events) / Double(atRisk) }
      atRisk &-= all
    }
    while found.count < end { found.append(left) }
  }
}

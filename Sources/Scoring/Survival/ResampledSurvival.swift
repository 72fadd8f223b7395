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
    let masks = rows.outcomes.map { $0 == SurvivalTimes.censored ? 0 : UInt16.max }
    var sizes = Array(repeating: 0, count: rows.clusterCount)
    for cluster in rows.clusters { sizes[Int(cluster)] += 1 }
    let bootstrap = ClusterBootstrap(clusters: rows.clusterCount)
    var weights = [UInt16](repeating: 0, count: rows.clusterCount)
    var found = Array(repeating: 1.0, count: ClusterBootstrap.resamples * days.count)
    for resample in 0..<ClusterBootstrap.resamples {
      bootstrap.draw(resample, into: &weights)
      var atRisk = 0
      for cluster in sizes.indices { atRisk += Int(weights[cluster]) * sizes[cluster] }
      Self.walk(
        rows, weights, masks, atRisk: atRisk, wanted, into: &found,
        resample * days.count..<(resample + 1) * days.count)
    }
    survival = found
  }

  /// Goes through the steps, and takes down the share at the times that are wanted.
  ///
  /// A mask has all bits of a row to which something happened, none of another: a branch on it, as good
  /// as at random, would take longer than all the rest.
  private static func walk(
    _ rows: SurvivalTimes, _ weights: [UInt16], _ masks: [UInt16], atRisk: Int, _ wanted: [Int],
    into found: inout [Double], _ places: Range<Int>
  ) {
    let (weights, masks, clusters) = (weights.span, masks.span, rows.clusters.span)
    let (starts, wanted) = (rows.starts.span, wanted.span)
    var found = found.mutableSpan
    var (left, atRisk, row, place) = (1.0, atRisk, 0, places.lowerBound)
    for step in wanted.indices where atRisk > 0 {
      while place &- places.lowerBound < wanted[step] {
        found[place] = left
        place &+= 1
      }
      var (all, events) = (0, 0)
      let next = starts[step &+ 1]
      while row < next {
        let weight = weights[Int(clusters[row])]
        all &+= Int(weight)
        events &+= Int(weight & masks[row])
        row &+= 1
      }
      left *= Double(atRisk &- events) / Double(atRisk)
      atRisk &-= all
    }
    while place < places.upperBound {
      found[place] = left
      place &+= 1
    }
  }
}

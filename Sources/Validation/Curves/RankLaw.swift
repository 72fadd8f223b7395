/// Rank-based friendship: two thirds of friends by the inverse of their rank in distance, a third
/// anywhere.
///
/// Liben-Nowell et al. 2005, PNAS 102(33):11623, doi 10.1073/pnas.0503018102: the chance of a
/// friendship falls as 1/rank, and about a third of friendships do not depend on distance. The share
/// of friends among the nearest r of n others is 2/3 H(r)/H(n) + 1/3 r/n (H the harmonic numbers).
enum RankLaw {
  /// The share of friendships that do not depend on distance.
  static let shareAnywhere = 1.0 / 3

  /// The mean share of friends within each distance.
  ///
  /// - Parameters:
  ///   - origins: homes of those whose friends are looked at; each is also among `homes`.
  ///   - homes: where everybody lives.
  ///   - steps: the distances.
  /// - Returns: the curve; nil if nobody has another.
  /// - Complexity: all homes for each origin.
  static func curve(
    from origins: [Direction], among homes: [Direction], _ steps: DistanceSteps
  ) -> FriendsByDistance.Curve? {
    guard !origins.isEmpty, homes.count > 1 else { return nil }
    let others = homes.count - 1
    var harmonic = [0.0]
    for rank in 1...others { harmonic.append(harmonic[rank - 1] + 1 / Double(rank)) }
    var shares = [Double](repeating: 0, count: steps.count)
    for origin in origins {
      var counts = [Int](repeating: 0, count: steps.count + 1)
      for home in homes { counts[steps.first(reaching: origin, home)] += 1 }
      // The origin itself is no friend.
      var nearer = -1
      for step in 0..<steps.count {
        nearer += counts[step]
        shares[step] +=
          (1 - shareAnywhere) * harmonic[nearer] / harmonic[others]
          + shareAnywhere * Double(nearer) / Double(others)
      }
    }
    return FriendsByDistance.Curve(
      adults: origins.count, shares: shares.map { $0 / Double(origins.count) })
  }
}

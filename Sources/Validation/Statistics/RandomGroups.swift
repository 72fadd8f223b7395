/// The standard error of any statistic, from its values in groups dealt at random.
///
/// With the statistic θ_g of each of G groups, SE² = Σ (θ_g − θ̄)² / (G(G−1)) (the method of random
/// groups: Wolter 2007, Introduction to Variance Estimation, chapter 2; MEMORY). It serves where no
/// formula does, such as for quantiles. Members that go together have to be in one group: groups
/// are dealt by community.
enum RandomGroups {
  /// How many groups there are: our choice, so that the error itself is known to about a sixth.
  static let count = 20

  /// The group of a community.
  ///
  /// Communities are numbered by school, workplace or household, and neighbours may be alike:
  /// dealing them in turn spreads those over the groups.
  static func group(ofCommunity community: Int) -> Int { community % count }

  /// The standard error; nil unless every group has a value.
  static func standardError(of groups: [Double?]) -> Double? {
    let values = groups.compactMap(\.self)
    guard values.count == groups.count, values.count > 1 else { return nil }
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / (count * (count - 1))).squareRoot()
  }
}

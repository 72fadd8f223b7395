import Graphs
import Settings

extension ValidationRow {
  /// V2: how unequal accounts are in friends.
  ///
  /// Median degree over mean degree, and 90th percentile over median, over all accounts of the
  /// platform; quantiles are degrees that occur (`DegreeDistribution.quantile`). Published: knots
  /// of the Facebook curve, 99/190 and 447/99. Standard errors: 20 random groups of communities
  /// (`RandomGroups`).
  public static let degreeShape = ValidationRow(
    id: "V2", title: "Inequality in numbers of friends",
    source: .published(
      "LDBC SNB Datagen, facebookBucket100.dat: median 99, mean 190, 90th percentile 447; that it "
        + "was read off Ugander et al. 2011, Fig. 1, is remembered", .memoryHigh),
    citation: "LDBC Datagen"
  ) { sample in
    let whole = sample.distribution
    let groups = sample.randomGroups.map { group in
      DegreeDistribution(of: group.map { sample.degrees[$0] })
    }
    func finding(_ ratio: (DegreeDistribution) -> Double?) -> Figure.Finding {
      guard let value = ratio(whole) else { return .notShown("the typical account has no friends") }
      return .measured(
        Estimate(value, standardError: RandomGroups.standardError(of: groups.map(ratio))))
    }
    return [
      Figure(
        "median over mean friends",
        definition: "The median number of friends over the mean, accounts without friends "
          + "included. Standard error: between 20 random groups of school years, workplaces and "
          + "households.",
        target: .between(0.50, 0.55), accepted: .between(0.42, 0.63), decimals: 3,
        finding: finding { ratio($0.median.map { Double($0) }, over: $0.mean) }),
      Figure(
        "90th percentile over median",
        definition: "The number of friends that nine accounts in ten do not exceed, over the "
          + "median. Standard error: between 20 random groups of school years, workplaces and "
          + "households.",
        target: .value(4.5), accepted: .between(3.5, 5.5), decimals: 2,
        finding: finding {
          ratio($0.quantile(0.9).map { Double($0) }, over: $0.median.map { Double($0) })
        }),
    ]
  }

  /// One value over another; nil over nothing or 0.
  private static func ratio(_ one: Double?, over other: Double?) -> Double? {
    guard let one, let other, other > 0 else { return nil }
    return one / other
  }
}

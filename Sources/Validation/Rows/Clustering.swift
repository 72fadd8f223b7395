import Graphs
import Settings

extension ValidationRow {
  /// V3: how many of an account's friends are friends of each other, and that it falls with degree.
  ///
  /// Local clustering 2t/(k(k−1)) (t friendships among k friends), averaged over accounts of a band
  /// of degrees: within 20 % of the median, and within 20 % of four times the median. At most
  /// `clusteringSample` accounts of a band, evenly spaced by number. Standard errors: accounts of one
  /// community taken together; of the ratio, by the delta method.
  public static let clustering = ValidationRow(
    id: "V3", title: "Friends who are friends of each other",
    source: .published(
      "Ugander et al. 2011, Fig. 4, in a report of it: 14 % of the pairs of friends of the median "
        + "user are friends, and fewer at higher degrees; small worlds have more", .foundSecondary),
    citation: "Ugander 2011"
  ) { sample in
    let typical = sample.clustering(nearMedianTimes: 1)
    let sociable = sample.clustering(nearMedianTimes: 4)
    let ratio = sociable.flatMap { high in typical.flatMap { Estimate(high, over: $0) } }
    return [
      Figure(
        "clustering at median degree",
        definition: "Mean local clustering of the accounts whose number of friends is within 20 % "
          + "of the median: of all pairs of an account's friends, the share who are friends. At "
          + "most 10,000 accounts, evenly spaced. Standard error: "
          + Communities.takenTogether,
        target: PublishedClustering.atMedian, accepted: PublishedClustering.accepted, decimals: 3,
        finding: .measured(
          typical, orNotShown: "no account with two friends is within 20 % of the median")),
      Figure(
        "clustering, 4x / 1x median",
        definition: "Mean local clustering of the accounts within 20 % of four times the median "
          + "number of friends, over that at the median. Standard error: delta method, the two "
          + "taken as independent.",
        target: .below(1), accepted: .below(1), decimals: 3,
        finding: .measured(
          ratio,
          orNotShown: "nobody has about four times the median number of friends, or no "
            + "friends are friends at the median")),
    ]
  }
}

/// Mean local clustering at the median degree; the source is that of V3.
public enum PublishedClustering {
  /// What was published.
  public static let atMedian = Band.value(0.14)
  /// What is accepted of a world: small ones have more.
  public static let accepted = Band.between(0.10, 0.30)
  /// How far from the median, as a share of it, an account still counts: our choice.
  public static let reach = 0.2
}

extension ValidationSample {
  /// How many accounts of a band of degrees are looked at: our choice, enough for an error below
  /// 0.003 and quick among tens of millions of friendships.
  static let clusteringSample = 10_000

  /// Mean local clustering of the accounts whose degree is within 20 % of a multiple of the median;
  /// nil if there are none with two friends.
  func clustering(nearMedianTimes factor: Double) -> Estimate? {
    guard let median = distribution.median else { return nil }
    let centre = Double(median) * factor
    let reach = PublishedClustering.reach
    let band = centre * (1 - reach)...centre * (1 + reach)
    let all = degrees.indices.filter { degrees[$0] >= 2 && band.contains(Double(degrees[$0])) }
    return meanClustering(of: all.evenlySpaced(atMost: Self.clusteringSample))
  }

  /// Mean local clustering of some accounts, those of one community taken together; nil of none.
  func meanClustering(of some: [Int]) -> Estimate? {
    var mean = ClusteredRatio(clusters: communities.count)
    for (vertex, value) in zip(some, graph.localClustering(of: some, threads: threads)) {
      mean.add(value, over: 1, in: Int(communities.labels[vertex]))
    }
    return mean.estimate
  }
}

import Population
import Settings

extension ValidationRow {
  /// V1: how many friends an account has, against the published mean for a network of that size.
  ///
  /// Mean degree 2m/N of the platform's N accounts, those without friends included; published:
  /// `DegreeCurve.meanDegree(accounts: N)`. Standard error: accounts of one community taken
  /// together (`ClusteredRatio` over `Communities`).
  public static let meanDegree = ValidationRow(
    id: "V1", title: "Mean number of friends",
    source: .published(
      "LDBC SNB Datagen, from Ugander, Karrer, Backstrom and Marlow 2011 (arXiv 1111.4503): the "
        + "mean 190 of all Facebook, scaled to N accounts as N^(0.512 - 0.028 log10 N)", .found),
    citation: "LDBC Datagen"
  ) { sample in
    let published = DegreeCurve.meanDegree(accounts: sample.accountCount)
    return [
      Figure(
        "mean number of friends",
        definition: "Friends per account, accounts without friends included. Published: "
          + "N^(0.512 - 0.028 log10 N) for N accounts. Standard error: "
          + Communities.takenTogether,
        target: .value(published), accepted: .between(published * 0.9, published * 1.1),
        decimals: 1,
        finding: .measured(
          sample.communityRatio { (Double(sample.degrees[$0]), 1) },
          orNotShown: "the platform has no accounts"))
    ]
  }
}

import Graphs
import Settings

extension ValidationRow {
  /// V6: how many have fewer friends than their friends have.
  ///
  /// Of the accounts with a friend, the share with strictly fewer friends than the median of their
  /// friends' numbers. Standard error: 20 random groups of communities
  /// (`RandomGroups`), their friends wherever they are.
  public static let friendshipParadox = ValidationRow(
    id: "V6", title: "Accounts with fewer friends than their friends have",
    source: .published(
      "Ugander et al. 2011, in a report of it: 83.6 % of users have fewer friends than the median "
        + "of their friends", .foundSecondary),
    citation: "Ugander 2011"
  ) { sample in
    [
      Figure(
        "below friends' median degree",
        definition: "Accounts with strictly fewer friends than the median of their friends' "
          + "numbers of friends, of all accounts with a friend. Standard error: between 20 random "
          + "groups of school years, workplaces and households.",
        target: .value(0.836), accepted: .between(0.75, 0.90), decimals: 3,
        finding: .measured(
          sample.friendshipParadox, orNotShown: "nobody has a friend"))
    ]
  }
}

extension ValidationSample {
  fileprivate var friendshipParadox: Estimate? {
    // Every vertex is in one group, so that the groups make up the whole.
    let groups = randomGroups.map { graph.friendshipParadox(of: $0, threads: threads) }
    let asked = groups.reduce(0) { $0 + ($1?.count ?? 0) }
    guard asked > 0 else { return nil }
    let fewer = groups.reduce(0.0) { $0 + ($1.map { $0.mean * Double($0.count) } ?? 0) }
    return Estimate(
      fewer / Double(asked), standardError: RandomGroups.standardError(of: groups.map { $0?.mean }))
  }
}

import Graphs
import Settings

extension ValidationRow {
  /// V6: how many have fewer friends than their friends have.
  ///
  /// Of the accounts with a friend, the share with strictly fewer friends than the median of their
  /// friends' numbers. Standard error: 20 random groups of communities
  /// (`RandomGroups`), each held against all friends.
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
    guard let whole = graph.friendshipParadox(threads: threads) else { return nil }
    let groups = randomGroups.map { graph.friendshipParadox(of: $0, threads: threads)?.mean }
    return Estimate(whole.mean, standardError: RandomGroups.standardError(of: groups))
  }
}

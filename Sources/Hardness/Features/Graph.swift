extension Feature {
  /// The friends of an account.
  static let ofGraph: [Feature] = [
    Feature(.graph, "friends", "Friends at the end.") {
      Double($0.friends)
    },
    Feature(.graph, "minor-friends", "Minors among its friends at the end.") {
      Double($0.minorFriends)
    },
    Feature(.graph, "minor-friends-share", "Share of minors among its friends at the end.") {
      ratio($0.minorFriends, of: $0.friends)
    },
    Feature(
      .graph, "mutuals-with-minor-friends",
      "Mean number of friends in common with its minor friends."
    ) {
      ratio($0.mutualsWithMinorFriends, of: $0.minorFriends)
    },
    Feature(.graph, "clustering", "Share of pairs of its friends that are friends.") {
      $0.clustering
    },
    Feature(.graph, "friends-gained", "Friends at the end less those at the start.") {
      Double($0.friends) - Double($0.friendsAtStart)
    },
    Feature(
      .graph, "friends-gained-share", "Friends gained in the run, for each friend at the end."
    ) {
      (Double($0.friends) - Double($0.friendsAtStart)) / max(Double($0.friends), 1)
    },
  ]
}

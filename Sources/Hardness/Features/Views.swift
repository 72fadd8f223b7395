extension Feature {
  /// Whose posts and profiles an account looks at.
  static let ofViews: [Feature] = [
    Feature(.views, "minor-sittings", "Sittings with minors' posts.") {
      Double($0.minorSittings)
    },
    Feature(.views, "minor-sittings-share", "Minors among its sittings with posts.") {
      ratio($0.minorSittings, of: $0.acts.sittings)
    },
    Feature(
      .views, "most-minor-sittings-in-a-day", "The most sittings with minors' posts on one day."
    ) {
      Double($0.mostSittingsInADay)
    },
    Feature(
      .views, "stranger-minor-sittings", "Sittings with posts of minors who were no friends then."
    ) {
      Double($0.strangerSittings)
    },
    Feature(
      .views, "stranger-minor-sittings-share",
      "Minors who were no friends among its sittings with posts."
    ) {
      ratio($0.strangerSittings, of: $0.acts.sittings)
    },
    Feature(.views, "minors-viewed", "Different minors whose posts it looked at.") {
      Double($0.minorsViewed)
    },
    Feature(.views, "minor-profile-views", "Looks at minors' profiles.") {
      Double($0.minorProfileViews)
    },
  ]
}

extension Feature {
  /// Whom an account asks to be friends, or follows.
  static let ofRequests: [Feature] = [
    Feature(.requests, "outreach", "Requests and follows.") {
      Double($0.outreach)
    },
    Feature(.requests, "minors-asked", "Requests and follows to minors.") {
      Double($0.outreachToMinors)
    },
    Feature(.requests, "minors-asked-share", "Minors among its requests and follows.") {
      ratio($0.outreachToMinors, of: $0.outreach)
    },
    Feature(
      .requests, "unconnected-minors",
      "Requests and follows to minors with no friend in common then."
    ) {
      Double($0.unconnectedMinors)
    },
    Feature(
      .requests, "unconnected-minors-share",
      "Minors with no friend in common among its requests and follows."
    ) {
      ratio($0.unconnectedMinors, of: $0.outreach)
    },
    Feature(
      .requests, "far-minors",
      "Requests and follows to minors 15 km away or more, or where a place is undeclared."
    ) {
      Double($0.farMinors)
    },
    Feature(.requests, "far-minors-share", "Far minors among its requests and follows.") {
      ratio($0.farMinors, of: $0.outreach)
    },
    Feature(
      .requests, "strange-minors",
      "Requests and follows to minors both far and with no friend in common."
    ) {
      Double($0.strangeMinors)
    },
    Feature(
      .requests, "mutuals-with-minors-asked",
      "Mean number of friends in common with the minors asked or followed."
    ) {
      ratio($0.mutualsWithMinorsAsked, of: $0.outreachToMinors)
    },
  ]
}

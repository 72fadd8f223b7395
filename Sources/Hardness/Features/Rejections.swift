extension Feature {
  /// Who turns an account away.
  static let ofRejections: [Feature] = [
    Feature(
      .rejections, "declined-share", "Share of its settled requests that were declined, by anybody."
    ) {
      ratio($0.requestsDeclined, of: $0.requestsSettled)
    },
    Feature(.rejections, "declined-by-minors", "Its requests that minors declined.") {
      Double($0.declinedByMinors)
    },
    Feature(
      .rejections, "declined-by-minors-share",
      "Share of its settled requests to minors that were declined."
    ) {
      ratio($0.declinedByMinors, of: $0.minorsSettled)
    },
    Feature(.rejections, "ignored-by-minors", "Its requests that minors let lapse.") {
      Double($0.ignoredByMinors)
    },
    Feature(.rejections, "blocked-by-minors", "Times a minor blocked it.") {
      Double($0.blockedByMinors)
    },
    Feature(.rejections, "reported-by-minors", "Times a minor reported it.") {
      Double($0.reportedByMinors)
    },
    Feature(.rejections, "turned-away-by-minors", "Minors' refusals, blocks and reports together.")
    {
      Double($0.declinedByMinors + $0.blockedByMinors + $0.reportedByMinors)
    },
  ]
}

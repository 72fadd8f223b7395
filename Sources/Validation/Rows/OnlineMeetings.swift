import Settings

extension ValidationRow {
  /// V17: how many children meet somebody they knew from online only, within a year.
  ///
  /// Of the children of 10 to 15 with an account (`Survey`), those with a first meeting in the truth:
  /// a harmless one, or one with a groomer of no common household, school, club or workplace.
  /// Standard error as in V15.
  public static let onlineMeetings = onActivity(
    id: "V17", title: "Children who meet an online contact",
    source: .published(
      "ONS, Crime Survey for England and Wales, year to March 2023: 4.4 % of 10 to 15s; mostly "
        + "peers", .found),
    citation: "CSEW 2023"
  ) { activity in
    [
      activity.yearlyShare(
        .metOnlineContact, "10-15s: met an online contact",
        of: "met somebody they knew from online only, harmlessly or not",
        published: 0.044, accepted: .between(0.034, 0.054))
    ]
  }
}

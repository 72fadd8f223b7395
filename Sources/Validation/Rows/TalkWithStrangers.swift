import Settings

extension ValidationRow {
  /// V16: how many children talk with somebody they never met, within a year.
  ///
  /// Of the children of 10 to 15 with an account (`Survey`), those who wrote to somebody unknown to
  /// them (`Strangers`), whoever began. Talk with online friends from before the run is left out: it
  /// is of no new contact. Standard error as in V15.
  public static let talkWithStrangers = onActivity(
    id: "V16", title: "Children who talk with somebody unknown",
    source: .published(
      "ONS, Crime Survey for England and Wales, year to March 2023: 19.2 % of 10 to 15s spoke with "
        + "somebody online whom they had never met", .found),
    citation: "CSEW 2023"
  ) { activity in
    [
      activity.yearlyShare(
        .wroteToStranger, "10-15s: wrote to a stranger",
        of: "wrote to at least one person unknown to them, whoever began",
        published: 0.192, accepted: .between(0.162, 0.222))
    ]
  }
}

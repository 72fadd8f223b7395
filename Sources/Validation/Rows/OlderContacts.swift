import Settings

extension ValidationRow {
  /// V18: how many children have a contact who is much older than they thought, within a year.
  ///
  /// Of the children of 10 to 15 with an account (`Survey`), those who wrote to somebody unknown to
  /// them (`Strangers`) whose owner is at least 5 years older than the account declares (our choice
  /// of "much"). Whether the child found out is not simulated. Standard error as in V15.
  public static let olderContacts = onActivity(
    id: "V18", title: "Children with a contact much older than thought",
    source: .published(
      "ONS, Crime Survey for England and Wales, year to March 2020: 2 % of 10 to 15s", .found),
    citation: "CSEW 2020"
  ) { activity in
    [
      activity.yearlyShare(
        .wroteToMuchOlder, "10-15s: contact much older",
        of: "wrote to somebody unknown to them who is at least 5 years (our choice) older than the "
          + "account declares",
        published: 0.02, accepted: .between(0.01, 0.03))
    ]
  }
}

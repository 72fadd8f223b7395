import Settings

extension ValidationRow {
  /// V15: how many children accept a request of somebody unknown within a year.
  ///
  /// Of the children of 10 to 15 with an account (`Survey`), those who accepted at least one request
  /// of somebody unknown to them (`Strangers`). Standard error: half of Wilson's interval at one
  /// standard error, children taken as independent.
  public static let strangersAccepted = onActivity(
    id: "V15", title: "Children who accept a request of somebody unknown",
    source: .published(
      "ONS, Crime Survey for England and Wales, year to March 2023: 35.0 % of 10 to 15s", .found),
    citation: "CSEW 2023"
  ) { activity in
    [
      activity.yearlyShare(
        .acceptedStranger, "10-15s: accepted a stranger",
        of: "accepted at least one friend request of somebody unknown to them",
        published: 0.35, accepted: .between(0.31, 0.39))
    ]
  }
}

extension ActivitySample {
  /// The shortest run that stands for a year: our choice.
  static let leastDaysOfYear = 360

  /// The share of children who tell something of a year.
  func yearlyShare(
    _ answer: Survey.Answers, _ label: String, of words: String, published: Double, accepted: Band
  ) -> Figure {
    Figure(
      label,
      definition: "Children of 10 to 15 with an account who in the first 365 days \(words); of all "
        + "such children, who stand for those that go online. Unknown are two people without a "
        + "household, school, club or workplace in common who had no friend in common when one "
        + "asked the other, or when they first wrote where nobody asked, and who were not friends "
        + "before the run. Standard error: Wilson's, of independent children.",
      target: .value(published), accepted: accepted, decimals: 3,
      finding: days < Self.leastDaysOfYear
        ? .notShown(
          "what children do in a year takes a run of at least \(Self.leastDaysOfYear) days, and "
            + "this one has \(days): tocsin simulate SCENARIO --set calendar.days=365 "
            + "-o year.sqlite")
        : .measured(
          survey.share(of: answer), telling: accepted,
          orNotShown: "no child of 10 to 15 has an account"))
  }
}

import Settings

extension ValidationRow {
  /// V20: how many messages a teenager sends on a day with any activity.
  ///
  /// Messages sent by accounts of 13 to 17, over the days on which such an account did anything.
  /// Standard error: days of one account taken together (`ClusteredRatio`).
  public static let teenMessages = onActivity(
    id: "V20", title: "Messages of an active teenager in a day",
    source: .published(
      "Roblox 2025, in reports of it: 6.1 billion chat messages a day over 111 million daily users, "
        + "of all ages", .derived),
    citation: "Roblox 2025"
  ) { activity in
    var mean = ClusteredRatio(clusters: activity.talk.count)
    for (account, tally) in activity.talk.enumerated() {
      mean.add(Double(tally.messages), over: Double(tally.activeDays), in: account)
    }
    let accepted = Band.between(30, 90)
    return [
      Figure(
        "messages of a teen in a day",
        definition: "Messages that accounts of people of 13 to 17 send, per account and day on "
          + "which it does anything. Standard error: what one account does taken together.",
        target: .value(55), accepted: accepted, decimals: 1,
        finding: .measured(
          mean.estimate, telling: accepted,
          orNotShown: "no account of somebody of 13 to 17 did anything"))
    ]
  }
}

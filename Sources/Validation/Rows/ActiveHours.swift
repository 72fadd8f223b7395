import Settings

extension ValidationRow {
  /// V19: at which hours children of 8 to 14 are active.
  ///
  /// Of all that their accounts do, events counted once however many messages or looks they stand
  /// for: the shares that fall from 21 to 05 and from 23 to 05; and of what they do on school days,
  /// the share from 08:30 to 15:30. Standard errors: events of one account taken together
  /// (`ClusteredRatio`).
  public static let activeHours = onActivity(
    id: "V19", title: "Hours at which children are active",
    source: .published(
      "Ofcom, Online Nation 2025, in reports of it: 8 to 14s spend 15 to 24 % of their time from 21 "
        + "to 05 and 4 to 10 % from 23 to 05; Common Sense 2023: a quarter of 11 to 17s' "
        + "notifications come in school hours", .foundSecondary),
    citation: "Ofcom 2025"
  ) { activity in
    func share(
      _ label: String, _ words: String, published: Double, accepted: Band,
      _ part: KeyPath<HourTally, UInt32>, of whole: KeyPath<HourTally, UInt32>
    ) -> Figure {
      Figure(
        label,
        definition: "\(words) Events are counted once, however many messages or looks they stand "
          + "for. Standard error: what one account does taken together.",
        target: .value(published), accepted: accepted, decimals: 3,
        finding: .measured(
          activity.share(part, of: whole), telling: accepted,
          orNotShown: "no account of a child of 8 to 14 did anything then"))
    }
    let all = "of all that accounts of children of 8 to 14 do."
    return [
      share(
        "ages 8-14: 21 to 05", "What is done from 21 to 05, \(all)", published: 0.20,
        accepted: .between(0.15, 0.25), \.evening, of: \.all),
      share(
        "ages 8-14: 23 to 05", "What is done from 23 to 05, \(all)", published: 0.07,
        accepted: .between(0.04, 0.10), \.night, of: \.all),
      share(
        "ages 8-14: school hours",
        "What is done from 08:30 to 15:30 on school days, of all that accounts of children of 8 "
          + "to 14 do on school days.", published: 0.25, accepted: .between(0.20, 0.30),
        \.inSchoolHours, of: \.onSchoolDays),
    ]
  }
}

extension ActivitySample {
  /// The share of some hours in what accounts of children of 8 to 14 do.
  fileprivate func share(
    _ part: KeyPath<HourTally, UInt32>, of whole: KeyPath<HourTally, UInt32>
  ) -> Estimate? {
    var share = ClusteredRatio(clusters: hours.count)
    for (account, tally) in hours.enumerated() {
      share.add(Double(tally[keyPath: part]), over: Double(tally[keyPath: whole]), in: account)
    }
    return share.estimate
  }
}

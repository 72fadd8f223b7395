import Activity
import Population
import Settings
import Vocabulary

extension ValidationRow {
  /// V11: how many requests of ordinary people are accepted.
  ///
  /// Of the requests that accounts of people who do not groom sent so long before the end that each
  /// had its answer or lapsed: the share that was accepted. Standard error: requests of one person
  /// taken together (`ClusteredRatio`).
  public static let ordinaryRequests = onActivity(
    id: "V11", title: "Ordinary requests that are accepted",
    source: .published(
      "Yang et al. 2011 (IMC, arXiv 1106.5321), ordinary users of Renren: 79 % of outgoing "
        + "requests", .memoryHigh),
    citation: "Yang 2011"
  ) { activity in
    let groomers = Set(activity.truth.groomers.map(\.index))
    let accepted = Band.between(0.74, 0.84)
    return [
      Figure(
        "ordinary requests accepted",
        definition: RequestTally.definition(of: "people who do not groom"),
        target: .value(0.79), accepted: accepted, decimals: 3,
        finding: .measured(
          activity.acceptedRequests { !groomers.contains($0) }, telling: accepted,
          orNotShown: RequestTally.none))
    ]
  }
}

extension RequestTally {
  /// What is counted, in the words of definitions.
  static func definition(of senders: String) -> String {
    "Requests to be friends that were accepted, of those that \(senders) sent at least as long "
      + "before the end of the run as a request waits until it lapses: declined and lapsed ones "
      + "count as not accepted. Standard error: requests of one person taken together."
  }

  /// Why there may be nothing to show.
  static let none =
    "no request of theirs was sent so long before the end of the run that it was answered or lapsed"
}

extension ActivitySample {
  /// The share of counted requests by some accounts that was accepted, those of one person together.
  func acceptedRequests(of isSender: (_ account: Int) -> Bool) -> Estimate? {
    var share = ClusteredRatio(clusters: world.persons.count)
    for account in requests.indices where isSender(account) {
      let tally = requests[account]
      share.add(
        Double(tally.accepted), over: Double(tally.sent), in: Int(world.owners[account]))
    }
    return share.estimate
  }
}

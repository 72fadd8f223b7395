import Activity
import Settings
import Vocabulary

extension ValidationRow {
  /// V12: how many requests of groomers are accepted.
  ///
  /// As V11, of the accounts of people who groom, whomever they ask. Published is the share of fake
  /// accounts' requests, which stand for them.
  public static let groomersRequests = onActivity(
    id: "V12", title: "Requests of groomers that are accepted",
    source: .published(
      "Yang et al. 2011 (IMC, arXiv 1106.5321), fake accounts on Renren: 26 % of outgoing "
        + "requests; they stand for groomers, of whom no figure was found", .memoryHigh),
    citation: "Yang 2011"
  ) { activity in
    let groomers = Set(activity.truth.groomers.map(\.index))
    let accepted = Band.between(0.10, 0.40)
    return [
      Figure(
        "groomers' requests accepted",
        definition: RequestTally.definition(of: "people who groom"),
        target: .value(0.26), accepted: accepted, decimals: 3,
        finding: .measured(
          activity.acceptedRequests { groomers.contains($0) }, telling: accepted,
          orNotShown: groomers.isEmpty ? "nobody grooms in this world" : RequestTally.none))
    ]
  }
}

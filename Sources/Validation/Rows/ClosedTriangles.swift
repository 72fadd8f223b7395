import Graphs
import Settings

extension ValidationRow {
  /// V10: how many friendships join people who have a friend in common.
  ///
  /// Published is the share of *new* friendships that close a triangle. A world stands still, so
  /// this is the share of its friendships whose ends have at least one other friend in common: what
  /// the published share would be if a friendship picked at random had been the last. Of at most
  /// `tieSample` friendships, evenly spaced. Standard error: friendships of one community taken
  /// together (`DyadicMean`).
  public static let closedTriangles = ValidationRow(
    id: "V10", title: "Friendships between people with a friend in common",
    source: .published(
      "Backstrom and Leskovec 2011 (WSDM, section 5): 92 % of new friendships in Iceland close a "
        + "triangle", .memoryHigh),
    citation: "Backstrom 11"
  ) { sample in
    [
      Figure(
        "ties with a friend in common",
        definition: "Friendships whose two ends have at least one other friend in common. On a "
          + "graph that stands still this stands for the share of new friendships that close a "
          + "triangle, as if a friendship picked at random had been the last. At most 50,000 "
          + "friendships, evenly spaced. Standard error: \(Communities.takenTogether)",
        target: .value(0.9), accepted: .between(0.7, 0.95), decimals: 3,
        finding: .measured(sample.closedTriangles, orNotShown: "there are no friendships"))
    ]
  }
}

extension ValidationSample {
  /// How many friendships are looked at: our choice, for an error of about 0.002.
  static let tieSample = 50_000

  fileprivate var closedTriangles: Estimate? {
    let (from, to) = friendships(atMost: Self.tieSample)
    var share = meanOverTies
    for (one, other) in zip(from, to) {
      let closes = graph.haveMutual(Int(one), Int(other))
      share.add(Int(one), Int(other), value: closes ? 1 : 0)
    }
    return share.estimate
  }
}

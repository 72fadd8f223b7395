import Activity
import Population
import Settings
import Vocabulary

extension ValidationRow {
  /// V24: how far cases gather on three platforms.
  ///
  /// Of the cases of the truth, those that began on one of the three platforms with most of them; only
  /// where there are at least four platforms. Which three is known after the fact, so that few cases
  /// make the share somewhat high. Standard error: cases of one groomer taken together, the three
  /// taken as given (`ClusteredRatio`).
  public static let firstChannels = onActivity(
    id: "V24", title: "Cases on the three platforms that have most",
    source: .published(
      "NSPCC, January 2018: 63 % of the offences of April to September 2017 whose method was "
        + "recorded, on three platforms; 70 % in the first year", .found),
    citation: "NSPCC 2018"
  ) { activity in
    let accepted = Band.between(0.58, 0.68)
    return [
      Figure(
        "cases on three platforms",
        definition: "Cases (a groomer and a child in sustained contact) that began on one of the "
          + "three platforms with most of them, of all cases, where there are at least four "
          + "platforms. Standard error: cases of one groomer taken together.",
        target: .value(0.63), accepted: accepted, decimals: 3,
        finding: activity.world.platforms.count < 4
          ? .notShown("there are fewer than four platforms")
          : .measured(
            activity.shareOnThreePlatforms, telling: accepted, orNotShown: "there are no cases"))
    ]
  }
}

extension ActivitySample {
  fileprivate var shareOnThreePlatforms: Estimate? {
    let platforms = world.accountPlatforms
    var cases = [Int](repeating: 0, count: world.platforms.count)
    for contact in truth.cases { cases[Int(platforms[contact.groomer.index])] += 1 }
    let first = Set(cases.indices.sorted { (-cases[$0], $0) < (-cases[$1], $1) }.prefix(3))
    return shareOfCases { first.contains(Int(platforms[$0.groomer.index])) }
  }
}

import Activity
import Population
import Settings
import Vocabulary

extension ValidationRow {
  /// V23: how old the children of cases are, and of which sex.
  ///
  /// Of the cases of the truth (a groomer and a child in sustained contact), the shares whose child is
  /// a girl, a girl of 12 to 15, and 11 or younger. Ages are those at the start. Standard errors:
  /// cases of one groomer taken together (`ClusteredRatio`).
  public static let victims = onActivity(
    id: "V23", title: "Sex and age of the children in cases",
    source: .published(
      "NSPCC, freedom of information requests to police: 81 % girls where known (2023/24); girls of "
        + "12 to 15 from 39 % of all (2021/22) to 70 % of those with known age and sex (2018); 11 "
        + "and under from a fifth (2018) to a quarter (2022/23)", .foundSecondary),
    citation: "NSPCC FOI"
  ) { activity in
    func share(
      _ label: String, _ words: String, target: Band, accepted: Band,
      where holds: @escaping (_ age: Int, _ sex: Sex) -> Bool
    ) -> Figure {
      Figure(
        label,
        definition: "Cases (a groomer and a child in sustained contact) whose child is \(words), "
          + "of all cases. Standard error: cases of one groomer taken together.",
        target: target, accepted: accepted, decimals: 3,
        finding: .measured(
          activity.shareOfCases { contact in
            let child = Int(activity.world.owners[contact.child.index])
            let persons = activity.world.persons
            return holds(Int(persons.ages[child]), persons.sexes[child])
          }, telling: accepted, orNotShown: "there are no cases"))
    }
    return [
      share(
        "cases: girls", "a girl", target: .value(0.81), accepted: .between(0.78, 0.84)
      ) { $1 == .female },
      share(
        "cases: girls of 12 to 15", "a girl of 12 to 15", target: .between(0.40, 0.70),
        accepted: .between(0.40, 0.70)
      ) { (12...15).contains($0) && $1 == .female },
      share(
        "cases: 11 or younger", "11 or younger", target: .between(0.20, 0.25),
        accepted: .between(0.20, 0.25)
      ) { age, _ in age <= 11 },
    ]
  }
}

extension ActivitySample {
  /// The share of cases for which something holds, those of one groomer taken together.
  func shareOfCases(where holds: (GroundTruth.Case) -> Bool) -> Estimate? {
    let groomers = GroomerClusters(truth, in: world)
    var share = ClusteredRatio(clusters: groomers.count)
    for contact in truth.cases {
      share.add(holds(contact) ? 1 : 0, over: 1, in: groomers[contact.groomer])
    }
    return share.estimate
  }
}

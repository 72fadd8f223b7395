import Population
import Settings

extension ValidationRow {
  /// V8: how much school makes children's friendships.
  ///
  /// Of children's friendships (real age under 18; with whomever): the share whose ends are
  /// pupils of the same school (who has left it is none), and the share whose ages are at most a year apart, which stands for school
  /// years. One between two children counts for each. Standard errors: friendships of one community taken together (`DyadicMean`).
  public static let childTies = ValidationRow(
    id: "V8", title: "Children's friendships within school and year",
    source: .published(
      "calibration target of our own, near the Add Health literature (e.g. Currarini, Jackson and "
        + "Pin 2009; same-grade share of nominations 0.75 to 0.85)", .memoryLow),
    citation: "Add Health"
  ) { sample in
    let unshown = "no child has a friend"
    let error = " Standard error: \(Communities.takenTogether)"
    return [
      Figure(
        "children's ties: same school",
        definition:
          "Friendships of children with another child at their school, of all friendships "
          + "of children; one between two children counts for each." + error,
        target: .value(0.65), accepted: .between(0.5, 0.85), decimals: 3,
        finding: .measured(
          sample.childTies { one, other in
            let (schools, ages) = (sample.world.persons.schools, sample.world.persons.ages)
            return schools[one] >= 0 && schools[one] == schools[other]
              && max(ages[one], ages[other]) < 18
          }, orNotShown: unshown)),
      Figure(
        "children's ties: year +-1",
        definition: "Friendships of children with somebody at most a year older or younger, at "
          + "any school or none, of all friendships of children; one between two children counts "
          + "for each." + error,
        target: .value(0.75), accepted: .between(0.5, 0.85), decimals: 3,
        finding: .measured(
          sample.childTies { one, other in
            let ages = sample.world.persons.ages
            return abs(Int(ages[one]) - Int(ages[other])) <= 1
          }, orNotShown: unshown)),
    ]
  }
}

extension ValidationSample {
  /// The share of children's friendships for whose owners something holds.
  fileprivate func childTies(where holds: (_ one: Int, _ other: Int) -> Bool) -> Estimate? {
    var share = meanOverTies
    forEachFriendship { lower, higher in
      let weight = (isChild(lower) ? 1.0 : 0) + (isChild(higher) ? 1 : 0)
      guard weight > 0 else { return }
      let value = holds(Int(persons[lower]), Int(persons[higher])) ? 1.0 : 0
      share.add(lower, higher, value: value, weight: weight)
    }
    return share.estimate
  }
}

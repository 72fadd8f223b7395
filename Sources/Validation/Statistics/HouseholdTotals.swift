import Population

extension ValidationSample {
  /// The share of people of some ages among those of others, people of one household taken together.
  ///
  /// - Returns: the share; nil if nobody is of the latter ages. People of no household are one each.
  func share(ofAges band: ClosedRange<Int>, among all: ClosedRange<Int>) -> Estimate? {
    let (ages, households) = (world.persons.ages, world.persons.households)
    let known = Int(households.max() ?? -1) + 1
    var ratio = ClusteredRatio(clusters: known + ages.count)
    for person in ages.indices where all.contains(Int(ages[person])) {
      let cluster = households[person] < 0 ? known + person : Int(households[person])
      ratio.add(band.contains(Int(ages[person])) ? 1 : 0, over: 1, in: cluster)
    }
    return ratio.estimate
  }

  /// How many people each household has for whom something holds; those without any are left out.
  func householdCounts(where holds: (_ person: Int) -> Bool) -> [Int] {
    let households = world.persons.households
    var counts = [Int](repeating: 0, count: Int(households.max() ?? -1) + 1)
    for person in 0..<world.persons.count where households[person] >= 0 && holds(person) {
      counts[Int(households[person])] += 1
    }
    return counts.filter { $0 > 0 }
  }
}

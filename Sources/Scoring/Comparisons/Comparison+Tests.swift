import Vocabulary

extension Comparison {
  /// The tests of all metrics that have one, by name, corrected for how many there are.
  ///
  /// Shares of trials that both sides have, and the time to alert: whose groomers are alerted on
  /// earlier, of all sustained contacts; an alert is earlier than none.
  func tests() -> [String: Test] {
    let shares = PairedTrials.all.filter(\.areSame).map { trials in
      (trials.metric.name, differences(of: trials))
    }
    let found = (shares + [(Metric.timeToAlertMedian.name, earlierAlerts)]).map { name, persons in
      let sorted = persons.sorted { $0.key < $1.key }.map(\.value)
      return (name, SignFlipTest(differences: sorted))
    }
    let corrected = Holm.corrected(found.map(\.1.p))
    return Dictionary(
      uniqueKeysWithValues: zip(found, corrected).map { test, corrected in
        (test.0, Test(found: test.1, corrected: corrected))
      })
  }

  /// How many more trials of each person succeed with the candidate.
  private func differences(of trials: PairedTrials) -> [ClusteredShare.Person: Int] {
    var differences: [ClusteredShare.Person: Int] = [:]
    for (index, world) in worlds.enumerated() {
      for (a, b) in zip(trials.of(world, world.inUse), trials.of(world, world.candidate))
      where a.isSuccess != b.isSuccess {
        let owner = world.census.subjects.owners[a.account.index]
        differences[ClusteredShare.Person(world: index, person: owner), default: 0] +=
          b.isSuccess ? 1 : -1
      }
    }
    return differences
  }

  /// For each person who grooms, contacts alerted on earlier by the candidate less those later.
  private var earlierAlerts: [ClusteredShare.Person: Int] {
    var differences: [ClusteredShare.Person: Int] = [:]
    for (index, world) in worlds.enumerated() {
      for (a, b) in zip(
        world.census.contacts(alertedOn: world.inUse),
        world.census.contacts(alertedOn: world.candidate))
      {
        // None is later than any; both before first contact are the same to the child.
        let before = a.firstAlert == nil ? .infinity : a.timeToAlert.days
        let after = b.firstAlert == nil ? .infinity : b.timeToAlert.days
        differences[ClusteredShare.Person(world: index, person: a.person), default: 0] +=
          after < before ? 1 : after > before ? -1 : 0
      }
    }
    return differences
  }
}

import Randomness

/// Founds workplaces and employs adults at them.
struct Workplaces {
  let settings: WorkplaceSettings
  let seed: UInt64

  /// Assigns workplaces to employed adults who do not have one yet.
  ///
  /// Workers, in the order of their homes shifted by a random commute, are cut into workplaces
  /// whose sizes are drawn one after the other.
  func found(homeOrder: [UInt32], persons: inout Persons, foci: inout [Focus]) {
    var workers: [(key: Double, person: UInt32)] = []
    let commute = settings.commuteShare * Double(homeOrder.count)
    for (rank, person) in homeOrder.enumerated() {
      let index = Int(person)
      guard (18...66).contains(persons.ages[index]), persons.workplaces[index] < 0 else { continue }
      var stream = RandomStream(seed: seed, purpose: .employment, entity: UInt64(person))
      guard stream.chance(settings.employedShare) else { continue }
      let shift = Normal(mean: 0, standardDeviation: commute).sample(using: &stream)
      workers.append((Double(rank) + shift, person))
    }
    workers.sort { ($0.key, $0.person) < ($1.key, $1.person) }
    let sizes = LogNormal(median: settings.medianSize, sigma: settings.sizeSigma)
    var start = 0
    var number: UInt64 = 0
    while start < workers.count {
      var stream = RandomStream(seed: seed, purpose: .workplaceSizes, entity: number)
      let drawn = min(max(sizes.sample(using: &stream), 2), 5_000)
      let end = min(start + Int(drawn.rounded(.toNearestOrEven)), workers.count)
      let focus = Int32(foci.count)
      let middle = Int(workers[(start + end) / 2].person)
      foci.append(Focus(kind: .workplace, place: persons.places[middle]))
      for worker in workers[start..<end] { persons.workplaces[Int(worker.person)] = focus }
      start = end
      number += 1
    }
  }
}

import Parallelism
import Randomness

/// Founds workplaces and employs adults at them.
struct Workplaces {
  let settings: WorkplaceSettings
  let seed: UInt64
  let threads: Int

  /// Persons handled together by one thread.
  private static let blockSize = 16_384

  /// Assigns workplaces to employed adults who do not have one yet.
  ///
  /// Workers, in the order of their homes shifted by a random commute (short ones are the most
  /// common, as the inverse of the homes passed), are cut into workplaces
  /// whose sizes are drawn one after the other.
  func found(persons: inout Persons, foci: inout [Focus]) {
    let workers = workersByCommute(of: persons)
    let sizes = LogNormal(median: settings.medianSize, sigma: settings.sizeSigma)
    var start = 0
    var number: UInt64 = 0
    while start < workers.count {
      var stream = RandomStream(seed: seed, purpose: .workplaceSizes, entity: number)
      let drawn = min(max(sizes.sample(using: &stream), 2), 5_000)
      let end = min(start + Int(drawn.rounded(.toNearestOrEven)), workers.count)
      let focus = Int32(foci.count)
      foci.append(Focus(kind: .workplace, place: persons.places[workers[(start + end) / 2]]))
      for worker in workers[start..<end] { persons.workplaces[worker] = focus }
      start = end
      number += 1
    }
  }

  /// Those who work, by where they work along the line of homes.
  private func workersByCommute(of persons: Persons) -> [Int] {
    let people = persons
    let farthest = max(settings.commuteShare * Double(people.count), 1)
    let blocks = (people.count + Self.blockSize - 1) / Self.blockSize
    let parts = parallelMap(count: blocks, threads: threads) { block in
      let range = block * Self.blockSize..<min((block + 1) * Self.blockSize, people.count)
      var keys: [UInt64] = []
      for person in range {
        guard (18...66).contains(people.ages[person]), people.workplaces[person] < 0 else {
          continue
        }
        var stream = RandomStream(seed: seed, purpose: .employment, entity: UInt64(person))
        guard stream.chance(settings.employedShare) else { continue }
        let work = Double(person) + RankStep(farthest: farthest).sample(using: &stream)
        // In quarters of a home, from before the first one.
        keys.append(UInt64((work + farthest) * 4) << 32 | UInt64(person))
      }
      return keys
    }
    return parts.joined().sorted().map { Int(truncatingIfNeeded: $0 & 0xFFFF_FFFF) }
  }
}

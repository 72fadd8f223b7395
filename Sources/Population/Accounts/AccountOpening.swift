import Parallelism
import Randomness
import Vocabulary

/// Decides who has accounts, and on which platforms.
struct AccountOpening {
  let settings: PopulationSettings
  let seed: UInt64
  let threads: Int

  /// Persons handled together by one thread.
  private static let blockSize = 16_384

  /// Opens exactly the wanted number of accounts, or as many as there may be.
  ///
  /// Those with the shortest waits have accounts, on every platform with its share at that age. For
  /// a population of the right size this is a draw by adoption that hits the wanted number exactly.
  ///
  /// - Parameters:
  ///   - persons: everybody.
  ///   - holdings: how many accounts on each of their platforms some people have at least.
  /// - Returns: the accounts in an order that says nothing of their owners: neighbouring numbers
  ///   are no family.
  func open(among persons: Persons, holdings: [UInt32: Int] = [:]) -> OpenedAccounts {
    var opened: [(person: UInt32, platform: UInt8, ordinal: UInt8)] = []
    opened.reserveCapacity(settings.accounts)
    for person in personsByWait(persons) {
      guard opened.count < settings.accounts else { break }
      for platform in platforms(of: person, age: Int(persons.ages[Int(person)])) {
        let count = max(ordinaryCount(of: person, on: platform), holdings[person] ?? 1)
        for ordinal in 0..<count { opened.append((person, platform, UInt8(ordinal))) }
      }
    }
    opened.removeLast(max(opened.count - settings.accounts, 0))
    let keys = opened.indices.map { index in
      let draw = RandomStream.word(
        seed: seed, purpose: .accountOrder, entity: UInt64(opened[index].person),
        counter: OpenedAccounts.counter(
          platform: opened[index].platform, ordinal: opened[index].ordinal))
      return UInt64(draw) << 32 | UInt64(index)
    }
    let order = keys.sorted().map { Int(truncatingIfNeeded: $0 & 0xFFFF_FFFF) }
    return OpenedAccounts(
      owners: order.map { opened[$0].person }, platforms: order.map { opened[$0].platform },
      ordinals: order.map { opened[$0].ordinal })
  }

  /// How many accounts on a platform anybody has who is there: one, and some two.
  private func ordinaryCount(of person: UInt32, on platform: UInt8) -> Int {
    guard settings.secondAccountShare > 0 else { return 1 }
    var stream = RandomStream(
      seed: seed, purpose: .secondAccounts, entity: UInt64(person), counter: UInt32(platform))
    return stream.chance(settings.secondAccountShare) ? 2 : 1
  }

  /// All who may have an account, in the order in which accounts are given out.
  ///
  /// Each person waits an exponential time at a rate equal to the adoption at that age.
  func personsByWait(_ persons: Persons) -> [UInt32] {
    let blocks = (persons.count + Self.blockSize - 1) / Self.blockSize
    let parts = parallelMap(count: blocks, threads: threads) { block in
      var keys: [UInt64] = []
      for person in block * Self.blockSize..<min((block + 1) * Self.blockSize, persons.count) {
        let adoption = settings.adoption.share(atAge: Int(persons.ages[person]))
        guard adoption > 0 else { continue }
        var stream = RandomStream(seed: seed, purpose: .adoption, entity: UInt64(person))
        let wait = Float(Exponential(rate: adoption).sample(using: &stream))
        // The bits of floats that are not negative are in the order of the floats.
        keys.append(UInt64(wait.bitPattern) << 32 | UInt64(person))
      }
      return keys
    }
    return parts.joined().sorted().map { UInt32(truncatingIfNeeded: $0) }
  }

  private func platforms(of person: UInt32, age: Int) -> [UInt8] {
    guard settings.platforms.count > 1 else { return [0] }
    return settings.platforms.indices.filter { platform in
      var stream = RandomStream(
        seed: seed, purpose: .platforms, entity: UInt64(person), counter: UInt32(platform))
      return stream.chance(settings.platforms[platform].shares.share(atAge: age))
    }.map { UInt8($0) }
  }
}

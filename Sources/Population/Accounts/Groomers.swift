import Randomness
import Vocabulary

/// Picks the accounts whose owners groom: adults like any other until they act.
struct Groomers {
  let settings: GroomerSettings
  let seed: UInt64

  /// Picks the wanted share of adult accounts: those with the lowest draws.
  ///
  /// - Returns: the accounts, ascending; at least one if the share is not 0 and there is an adult.
  func pick(owners: [UInt32], persons: Persons) -> [AccountID] {
    var draws: [(draw: Double, account: Int)] = []
    for (account, owner) in owners.enumerated() where persons.ages[Int(owner)] >= 18 {
      var stream = RandomStream(seed: seed, purpose: .groomers, entity: UInt64(account))
      draws.append((stream.uniform(), account))
    }
    guard settings.perAdultAccount > 0 else { return [] }
    let wanted = Int((settings.perAdultAccount * Double(draws.count)).rounded(.toNearestOrEven))
    draws.sort { $0 < $1 }
    return draws.prefix(max(wanted, 1)).map { AccountID($0.account) }.sorted()
  }
}
